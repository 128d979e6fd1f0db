"""Paragraphs that a program gives a meaning by their style: titles, quotations, lines of code."""

from bs4 import BeautifulSoup, Tag

from editor.convert.fragment import classes, declarations, next_tag, tags_of
from editor.convert.losses import Losses

_HEADINGS = {"MsoTitle": "h1", "MsoSubtitle": "h2", "title": "h1", "subtitle": "h2"}
_QUOTES = frozenset({"MsoQuote", "MsoIntenseQuote"})
_CODE = frozenset({"HTMLPreformatted", "MsoPlainText"})
_FIXED = ("consolas", "courier", "menlo", "monaco", "monospace", "cascadia")
_FIELDS = ("input", "select", "textarea", "button")
_FRAMES = ("iframe", "object", "embed", "video", "audio")
_BLOCKS = ("p", "div", "ul", "ol", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "hr")
# Boxes that only lay out: their words stand on their own.
_BOXES = ("center", "section", "article", "main", "header", "footer", "aside", "figure")


def name_blocks(soup: BeautifulSoup, losses: Losses) -> None:
    """Give each block the tag that says what it is, and leave out what no post can hold."""
    for tag in list(tags_of(soup)):
        if tag.parent is None:
            continue
        if tag.name in _FIELDS:
            losses.note("field")
            tag.decompose()
        elif tag.name in _FRAMES:
            losses.note("frame")
            tag.decompose()
        else:
            _name(soup, tag)
    for tag in soup.find_all("br"):
        if _stands_alone(tag):
            tag.decompose()
    _join(soup, "blockquote")
    _join(soup, "pre")


def _name(soup: BeautifulSoup, tag: Tag) -> None:
    known = classes(tag)
    if tag.name == "p" and known & _HEADINGS.keys():
        tag.name = next(_HEADINGS[name] for name in sorted(known) if name in _HEADINGS)
    elif tag.name == "p" and known & _QUOTES:
        tag.wrap(soup.new_tag("blockquote"))
    elif tag.name == "p" and known & _CODE:
        tag.name = "pre"
    elif tag.name == "div" and _is_code_box(tag):
        _make_code(tag)
    elif tag.name in _BOXES:
        tag.name = "div"


def _is_code_box(tag: Tag) -> bool:
    """Tell whether a box is what an editor of code puts into the clipboard."""
    style = declarations(tag)
    is_fixed = any(name in style.get("font-family", "") for name in _FIXED)
    return is_fixed and style.get("white-space", "").startswith("pre")


def _make_code(tag: Tag) -> None:
    """Make one block of code of a box that holds a box for each line."""
    lines = [child.get_text() for child in tag.children if isinstance(child, Tag)]
    text = "\n".join(lines) if tag.find("div") is not None else tag.get_text()
    tag.clear()
    tag.name = "pre"
    tag.append(text.replace("\u00a0", " "))


def _stands_alone(tag: Tag) -> bool:
    """Tell whether a line break lies between blocks, where it only made room on a screen."""
    return any(
        isinstance(near, Tag) and near.name in _BLOCKS
        for near in (tag.find_previous_sibling(), tag.find_next_sibling())
    )


def _join(soup: BeautifulSoup, name: str) -> None:
    """Make one block of neighbouring ones: programs write one for each paragraph."""
    for tag in soup.find_all(name):
        if tag.decomposed:
            continue
        following = next_tag(tag)
        while following is not None and following.name == name:
            if name == "pre":
                tag.append("\n")
            for child in list(following.contents):
                tag.append(child.extract())
            following.decompose()
            following = next_tag(tag)
