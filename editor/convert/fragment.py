"""Read clipboard HTML: what was copied, without the page or the document around it."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Comment, Tag

# Windows marks the copied part within the page that it lay on.
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL)
# Word hides some markup from browsers that do not know it, and shows other markup to them only.
_NOT_LISTS = re.compile(r"<!\[if !supportLists\]>(.*?)<!\[endif\]>", re.DOTALL)
_CONDITIONAL = re.compile(r"<!--\[if.*?<!\[endif\]-->|<!\[(?:if[^>]*|endif)\]>", re.DOTALL)
# An editor of code puts its indents into boxes of their own.
_WITH_INDENTS = {"pre", "textarea", "div", "span"}
# Mail of mail of mail nests tables some sixty deep.
_DEEPEST = 150
_SILENT = ("head", "script", "style", "template", "meta", "link", "title", "noscript", "o:p")

Declarations = dict[str, str]


class TooDeep(Exception):
    """Report tags within tags beyond anything that a person writes."""


def read_fragment(html: str) -> BeautifulSoup:
    """Give the tree of what was copied; comments and what no reader sees are gone.

    Raises:
        TooDeep: the tags are nested more deeply than any document's.
    """
    found = _FRAGMENT.search(html)
    kept = found[1] if found else html
    kept = _CONDITIONAL.sub("", _NOT_LISTS.sub(r"<span style='mso-list:Ignore'>\1</span>", kept))
    soup = BeautifulSoup(kept, "html.parser", preserve_whitespace_tags=_WITH_INDENTS)
    if depth_of(soup) > _DEEPEST:
        raise TooDeep
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in soup.find_all(_SILENT):
        # Word wraps blank paragraphs in its own tag; words within it are words of the text.
        if tag.name == "o:p" and tag.get_text(strip=True):
            tag.unwrap()
        else:
            tag.decompose()
    for tag in list(tags_of(soup)):
        if "none" in declarations(tag).get("display", "") or is_hidden_by_word(tag):
            tag.decompose()
    return soup


def depth_of(soup: Tag) -> int:
    """Give how deeply tags lie within one another."""
    deepest, to_do = 0, [(soup, 0)]
    while to_do:
        tag, depth = to_do.pop()
        deepest = max(deepest, depth)
        to_do += [(child, depth + 1) for child in tag.children if isinstance(child, Tag)]
    return deepest


def is_hidden_by_word(tag: Tag) -> bool:
    """Tell whether Word says that nobody is to see this."""
    return declarations(tag).get("mso-hide") == "all"


def tags_of(soup: Tag) -> Iterator[Tag]:
    """Give every tag that is still in the tree, in the order of the text."""
    for tag in soup.find_all(True):
        if tag.parent is not None and not tag.decomposed:
            yield tag


def declarations(tag: Tag) -> Declarations:
    """Give a tag's own style, names and values in small letters."""
    if tag.decomposed:
        return {}
    pairs = (part.partition(":") for part in str(tag.get("style") or "").split(";"))
    return {
        name.strip().casefold(): value.strip().casefold()
        for name, colon, value in pairs
        if colon and name.strip()
    }


def classes(tag: Tag) -> frozenset[str]:
    """Give the classes of a tag."""
    found = tag.get("class")
    return frozenset(found.split() if isinstance(found, str) else found or ())


def next_tag(tag: Tag) -> Tag | None:
    """Give the tag that follows, if nothing but blanks lies between."""
    following = tag.next_sibling
    while following is not None and not isinstance(following, Tag):
        if str(following).strip():
            return None
        following = following.next_sibling
    return following
