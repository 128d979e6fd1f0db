"""Styles that mean something become the tags that mean it; all others go."""

from bs4 import BeautifulSoup, Tag

from editor.convert.fragment import Declarations, declarations, tags_of

_BOLD_FROM = 600
_FIXED = ("courier", "consolas", "menlo", "monaco", "monospace", "cascadia", "source code", "mono")
_STYLED = ("span", "font", "b", "strong", "i", "em", "u", "a", "p", "div", "td")
_BOLD, _ITALIC = ("b", "strong"), ("i", "em")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def put_meaning_into_tags(soup: BeautifulSoup) -> None:
    """Turn what is styled bold, italic, struck, raised or set like code into tags that say so."""
    for tag in list(tags_of(soup)):
        if tag.name in _STYLED:
            _put(soup, tag)


def _put(soup: BeautifulSoup, tag: Tag) -> None:
    style = declarations(tag)
    if _is_undone(tag, style):
        # Google Docs wraps everything that is copied in a bold tag that is not bold.
        tag.name = "span"
    wanted = [name for name in _meanings(tag, style) if tag.find_parent(name) is None]
    for name in wanted:
        wrapper = soup.new_tag(name)
        for child in list(tag.contents):
            wrapper.append(child.extract())
        tag.append(wrapper)


def _is_undone(tag: Tag, style: Declarations) -> bool:
    if tag.name in _BOLD:
        return style.get("font-weight") in ("normal", "400")
    return tag.name in _ITALIC and style.get("font-style") == "normal"


def _meanings(tag: Tag, style: Declarations) -> list[str]:
    if not tag.get_text(strip=True):
        return []
    found = []
    if _is_bold(style) and tag.name not in _BOLD and tag.find_parent(_HEADINGS) is None:
        found.append("strong")
    if style.get("font-style") in ("italic", "oblique") and tag.name not in _ITALIC:
        found.append("em")
    if "line-through" in style.get("text-decoration", "") + style.get("text-decoration-line", ""):
        found.append("s")
    raised = {"super": "sup", "sub": "sub"}.get(style.get("vertical-align", ""))
    if raised is not None and tag.name == "span":
        found.append(raised)
    if _is_fixed(tag, style):
        found.append("code")
    return found


def _is_bold(style: Declarations) -> bool:
    weight = style.get("font-weight", "")
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) >= _BOLD_FROM)


def _is_fixed(tag: Tag, style: Declarations) -> bool:
    """Tell whether words within a line are set in a typewriter's type, as code is."""
    family = style.get("font-family", "") or str(tag.get("face") or "").casefold()
    is_within_line = tag.name in ("span", "font") and tag.find_parent(("pre", "code")) is None
    return is_within_line and any(name in family for name in _FIXED)
