"""Links: round the selected words, with an address that is at hand as their target."""

import re

from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.passages import Passage, passage_at
from editor.post.markdown_edits.places import Edit, EditFunction, Place, Selection, Splice
from editor.post.markdown_edits.shapes import is_code
from editor.post.markdown_edits.spans import opaque
from editor.post.markdown_edits.words import word_at

_ADDRESS = re.compile(r"(?:https?://|mailto:|ftp://|www\.)[^\s<>]+$", re.IGNORECASE)
_LINK = re.compile(r"!?\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\]\((?P<target>(?:[^()\s]|\([^()\s]*\))*)")
_PARENTHESES = str.maketrans({"(": "%28", ")": "%29"})


def address_in(text: str) -> str:
    """Give the address that `text` is, as a link's target, or nothing."""
    text = text.strip()
    if not _ADDRESS.match(text):
        return ""
    if text.lower().startswith("www."):
        text = f"https://{text}"
    return text if _is_balanced(text, "()") else text.translate(_PARENTHESES)


def link(address: str) -> EditFunction:
    """Give the edit that makes a link of the selected words or the word of the caret.

    `address` becomes the target; without one the caret goes where it is written. On a link that
    is there, its target is selected instead.
    """

    def edit(lines: Lines, selection: Selection) -> Edit | None:
        passage = passage_at(lines, selection)
        if passage is None:
            return _empty(lines, selection, address)
        if (target := _target(passage)) is not None:
            return Edit((), Selection(passage.place(target[0]), passage.place(target[1])))
        start, end = _meant(passage)
        places = (start, end)
        if any(a < place < b for a, b in opaque(passage.text) for place in places):
            return None
        words = passage.text[start:end]
        if start == end:
            return _empty(lines, selection, address)
        if not address and address_in(words):
            return _named_later(passage, start, end, address_in(words))
        return _made(passage, start, end, address)

    return edit


def _made(passage: Passage, start: int, end: int, address: str) -> Edit:
    words = passage.text[start:end]
    text = words if _is_balanced(words, "[]") else re.sub(r"(?<!\\)([\[\]])", r"\\\1", words)
    before = passage.place(start)
    first = Splice.insertion(before, "[")
    splices = [first, Splice.insertion(passage.place(end), f"]({address})")]
    if text != words:
        splices = [passage.splice(start, end, f"[{text}]({address})")]
    behind = before.advanced(f"[{text}](")
    if "\n" in text:
        row = passage.place(end)
        behind = Place(
            row.line,
            row.column + len("](") + len(text.split("\n")[-1]) - len(words.split("\n")[-1]),
        )
    if address:
        behind = Place(behind.line, behind.column + len(address) + 1)
    return Edit(tuple(splices), Selection(behind, behind))


def _named_later(passage: Passage, start: int, end: int, address: str) -> Edit:
    place = passage.place(start)
    splice = passage.splice(start, end, f"[]({address})")
    inner = place.advanced("[")
    return Edit((splice,), Selection(inner, inner))


def _empty(lines: Lines, selection: Selection, address: str) -> Edit | None:
    if not selection.is_empty or is_code(lines, selection.caret.line):
        return None
    inner = selection.caret.advanced("[")
    splice = Splice.insertion(selection.caret, f"[]({address})")
    return Edit((splice,), Selection(inner, inner))


def _target(passage: Passage) -> tuple[int, int] | None:
    for found in _LINK.finditer(passage.text):
        if found.start() <= passage.start and passage.end <= found.end() + 1:
            return found.span("target")
    return None


def _meant(passage: Passage) -> tuple[int, int]:
    if passage.start != passage.end:
        return passage.words
    return word_at(passage.text, passage.start) or (passage.start, passage.start)


def _is_balanced(text: str, pair: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == pair[0]) - (char == pair[1])
        if depth < 0:
            return False
    return depth == 0
