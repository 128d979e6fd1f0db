"""Footnotes of any program become kramdown's: a mark in the text, the note at its end.

Word, LibreOffice, Google Docs and mammoth name their anchors differently, but all of them link
both ways: the mark to the note, and the note back to the mark.
"""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from editor.convert.fragment import tags_of

_BLOCKS = ("li", "p", "div", "dd", "td")
_SIGN = re.compile(r"^\W*(\d+|[ivxlc]+|[a-z*†‡])?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Footnote:
    """Hold a note: its number, and the tag that holds its words."""

    number: int
    body: Tag


def take_footnotes(soup: BeautifulSoup) -> list[Footnote]:
    """Put `[^1]` where marks are, take the notes out of the tree, and give them in order."""
    anchors = [tag for tag in soup.find_all("a") if str(tag.get("href", "")).startswith("#")]
    targets = _named(soup)
    notes: list[Footnote] = []
    for mark in anchors:
        if mark.decomposed or mark.parent is None:
            continue
        pair = _note_of(mark, targets)
        if pair is None:
            continue
        back, body = pair
        number = len(notes) + 1
        _replace_mark(soup, mark, number)
        _take_out(back, body)
        notes.append(Footnote(number, body))
    return notes


def _named(soup: BeautifulSoup) -> dict[str, Tag]:
    names: dict[str, Tag] = {}
    for tag in tags_of(soup):
        for name in (tag.get("id"), tag.get("name") if tag.name == "a" else None):
            if name:
                names.setdefault(str(name), tag)
    return names


def _note_of(mark: Tag, targets: dict[str, Tag]) -> tuple[Tag, Tag] | None:
    """Give the link back and the block of the note that a mark stands for, if it is one."""
    target = targets.get(str(mark["href"])[1:])
    if target is None or target.decomposed or not _SIGN.match(mark.get_text()):
        return None
    links = [target] if target.name == "a" else target.find_all("a")
    for back in links:
        home = targets.get(str(back.get("href", ""))[1:])
        if home is not None and _belong(home, mark) and _is_behind(mark, back):
            body = target if target.name in _BLOCKS else target.find_parent(_BLOCKS)
            if body is not None and mark not in body.descendants:
                return back, _whole(body)
    return None


def _belong(home: Tag, mark: Tag) -> bool:
    """Tell whether a link back leads to the mark: to itself, or right around it."""
    return home is mark or home in mark.parents or mark in home.parents


def _is_behind(mark: Tag, back: Tag) -> bool:
    return any(each is back for each in mark.find_all_next("a"))


def _whole(body: Tag) -> Tag:
    """Take the box that holds a note's paragraphs, where there is one for it alone."""
    box = body.parent
    is_own = box is not None and box.name == "div" and (box.get("id") or len(_tags(box)) == 1)
    return box if box is not None and is_own and body.name == "p" else body


def _tags(box: Tag) -> list[Tag]:
    return [child for child in box.children if isinstance(child, Tag)]


def _replace_mark(soup: BeautifulSoup, mark: Tag, number: int) -> None:
    raised = mark.find_parent("sup")
    place = raised if raised is not None and not _SIGN.sub("", raised.get_text()) else mark
    sign = soup.new_tag("footnote-mark")
    sign.string = str(number)
    place.replace_with(sign)


def _take_out(back: Tag, body: Tag) -> None:
    raised = back.find_parent("sup")
    sign = raised if raised is not None and raised in back.parents else back
    holder = body.parent
    sign.decompose()
    body.extract()
    # Word and LibreOffice rule a line above their notes.
    if holder is not None and not holder.get_text(strip=True):
        holder.clear()
