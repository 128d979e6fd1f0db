"""Lists that Word writes as paragraphs become lists again."""

import re

from bs4 import BeautifulSoup, Tag

from editor.convert.fragment import classes, declarations, next_tag

_LEVEL = re.compile(r"level(\d+)")
_NUMBERED = re.compile(r"^\(?(\d+|[a-z]{1,4})[.)]$", re.IGNORECASE)


def make_lists(soup: BeautifulSoup) -> None:
    """Gather neighbouring paragraphs that Word numbers or bullets into nested lists."""
    for paragraph in soup.find_all("p"):
        if _level(paragraph) and paragraph.parent is not None:
            _gather(soup, paragraph)


def _gather(soup: BeautifulSoup, first: Tag) -> None:
    """Put a run of list paragraphs, which `first` begins, into lists in its place."""
    run: list[Tag] = []
    here: Tag | None = first
    while here is not None and _level(here):
        run.append(here)
        here = next_tag(here)
    anchor = soup.new_tag("span")
    first.insert_before(anchor)
    stack: list[Tag] = []
    for paragraph in run:
        level = _level(paragraph)
        is_numbered = _take_marker(paragraph)
        del stack[level:]
        while len(stack) < level:
            stack.append(_deeper(soup, stack, anchor, is_numbered=is_numbered))
        item = soup.new_tag("li")
        stack[-1].append(item)
        paragraph.extract()
        paragraph.name = "span"
        paragraph.attrs = {}
        item.append(paragraph)
    anchor.decompose()


def _deeper(soup: BeautifulSoup, stack: list[Tag], anchor: Tag, *, is_numbered: bool) -> Tag:
    """Begin a list within the last item of the list above it."""
    made = soup.new_tag("ol" if is_numbered else "ul")
    if not stack:
        anchor.insert_before(made)
        return made
    items = list(stack[-1].find_all("li", recursive=False))
    if not items:
        items = [soup.new_tag("li")]
        stack[-1].append(items[0])
    items[-1].append(made)
    return made


def _level(tag: Tag) -> int:
    """Give how deep in a list Word puts a paragraph, from 1; 0 for one that is in none."""
    if tag.name != "p":
        return 0
    said = declarations(tag).get("mso-list", "")
    found = _LEVEL.search(said)
    if found is not None and said != "none":
        return int(found[1])
    is_list = any(name.startswith("MsoListParagraph") for name in classes(tag))
    return 1 if is_list and _marker(tag) is not None else 0


def _marker(paragraph: Tag) -> Tag | None:
    """Find what Word writes in front of an item for programs that know no lists."""
    return next(
        (
            span
            for span in paragraph.find_all("span")
            if declarations(span).get("mso-list") == "ignore"
        ),
        None,
    )


def _take_marker(paragraph: Tag) -> bool:
    """Take the bullet or number away; tell whether it was a number."""
    marker = _marker(paragraph)
    if marker is None:
        return False
    text = marker.get_text().replace("\u00a0", " ").strip()
    marker.decompose()
    return _NUMBERED.match(text) is not None
