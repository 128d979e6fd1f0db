"""Bold, italic, struck text and code: set round words, taken off again, grown and split."""

import re
from dataclasses import dataclass

from editor.post.markdown_edits import spans
from editor.post.markdown_edits.blanks import BLANKS
from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.passages import Passage, passages
from editor.post.markdown_edits.places import (
    Edit,
    Place,
    Selection,
    Splice,
    carried,
    edit_carrying,
)
from editor.post.markdown_edits.shapes import is_code
from editor.post.markdown_edits.spans import Span
from editor.post.markdown_edits.words import word_at

_SIGNS = "*_~"
_TICKS = re.compile("`+")


def bold(lines: Lines, selection: Selection) -> Edit | None:
    """Make words strong, or plain again."""
    return _toggled(lines, selection, "**")


def italic(lines: Lines, selection: Selection) -> Edit | None:
    """Emphasise words, or make them plain again."""
    return _toggled(lines, selection, "*")


def strike(lines: Lines, selection: Selection) -> Edit | None:
    """Strike words through, or make them plain again."""
    return _toggled(lines, selection, "~~")


def code(lines: Lines, selection: Selection) -> Edit | None:
    """Make words code, or plain again."""
    return _toggled(lines, selection, "`")


@dataclass(frozen=True, slots=True)
class _Marking:
    """One passage with the spans that a mark makes in it, and the part that is meant."""

    passage: Passage
    mark: str
    start: int
    end: int

    @property
    def spans(self) -> list[Span]:
        """Give the spans of this kind in the passage."""
        text = self.passage.text
        return spans.code(text) if self.mark == "`" else spans.emphasis(text, self.mark)

    @property
    def around(self) -> Span | None:
        """Give the innermost span that all of the part lies in."""
        holding = [
            span for span in self.spans if span.start <= self.start and self.end <= span.end
        ]
        return holding[-1] if holding else None

    def is_hidden(self) -> bool:
        """Tell whether an end of the part is within code, Liquid, a tag or a target."""
        places = {self.start, self.end}
        if self.mark == "`" and self.around is not None:
            return False
        return any(
            start < place < end
            for start, end in spans.opaque(self.passage.text)
            for place in places
        )

    def removed(self, span: Span) -> list[Splice]:
        """Make the part plain; what else the span held keeps its marks."""
        text, (inner, outer) = self.passage.text, span.inner
        opener, closer = text[span.start : inner], text[outer : span.end]
        start, end = max(self.start, inner), min(self.end, outer)
        left, right = text[inner:start].rstrip(BLANKS + "\n"), text[end:outer].lstrip(BLANKS)
        place = self.passage.splice
        splices = []
        if left.strip(_SIGNS):
            splices.append(place(inner + len(left), inner + len(left), closer))
        else:
            splices.append(place(span.start, inner, ""))
        if right.strip(_SIGNS):
            splices.append(place(outer - len(right), outer - len(right), opener))
        else:
            splices.append(place(outer, span.end, ""))
        return splices

    def added(self) -> list[Splice]:
        """Mark the part; spans that it meets become one with it."""
        met = [span for span in self.spans if span.start < self.end and self.start < span.end]
        start = min([self.start, *(span.start for span in met)])
        end = max([self.end, *(span.end for span in met)])
        mark = self._fitting_mark(start, end, met)
        text, place = self.passage.text, self.passage.splice
        is_ticked = self.mark == "`" and "`" in (text[start : start + 1], text[end - 1 : end])
        pad = " " if is_ticked and not met else ""
        old = [
            place(first, last, "")
            for span in met
            for first, last in ((span.start, span.inner[0]), (span.inner[1], span.end))
        ]
        new = [place(start, start, mark + pad), place(end, end, pad + mark)]
        return _joined(sorted([*new[:1], *old, *new[1:]], key=_order))

    def _fitting_mark(self, start: int, end: int, met: list[Span]) -> str:
        if self.mark != "`":
            return self.mark
        content = self.passage.text[start:end]
        for span in met:
            content = content.replace("`" * span.mark, "")
        longest = max((len(ticks) for ticks in _TICKS.findall(content)), default=0)
        return "`" * (longest + 1)


def _order(splice: Splice) -> tuple[Place, Place]:
    return splice.start, splice.end


def _joined(splices: list[Splice]) -> list[Splice]:
    """Make one splice of those that touch."""
    joined: list[Splice] = []
    for splice in splices:
        if joined and joined[-1].end == splice.start:
            last = joined.pop()
            joined.append(Splice(last.start, splice.end, last.text + splice.text))
        else:
            joined.append(splice)
    return joined


def _toggled(lines: Lines, selection: Selection, mark: str) -> Edit | None:
    if selection.is_empty:
        return _toggled_at(lines, selection, mark)
    markings = [
        _Marking(passage, mark, *passage.words)
        for passage in passages(lines, selection)
        if passage.words[0] < passage.words[1]
    ]
    if any(marking.is_hidden() for marking in markings):
        return None
    held = [marking.around for marking in markings]
    splices: list[Splice] = []
    for marking, span in zip(markings, held, strict=True):
        if span is None:
            splices += marking.added()
        elif all(held):
            splices += marking.removed(span)
    return edit_carrying(splices, selection)


def _toggled_at(lines: Lines, selection: Selection, mark: str) -> Edit | None:
    """Toggle where only a caret stands: the word it touches, or marks to write between."""
    passage = next(passages(lines, selection), None)
    if passage is None:
        return _opened(lines, selection, mark)
    caret = passage.start
    marking = _Marking(passage, mark, caret, caret)
    if marking.is_hidden() or passage.place(caret) != selection.caret:
        return None
    span = marking.around
    if span is not None and span.start < caret < span.end:
        return _left(passage, mark, span, selection)
    if (emptied := _emptied(passage, mark)) is not None:
        return emptied
    word = word_at(passage.text, caret)
    if word is None:
        return _opened(lines, selection, mark)
    return _kept(_Marking(passage, mark, *word).added(), selection)


def _left(passage: Passage, mark: str, span: Span, selection: Selection) -> Edit:
    """Step out of a span from its end, or make all of it plain from its middle."""
    if passage.start == span.inner[1]:
        behind = passage.place(span.end)
        return Edit((), Selection(behind, behind))
    return _kept(_Marking(passage, mark, *span.inner).removed(span), selection)


def _kept(splices: list[Splice], selection: Selection) -> Edit:
    """Give an edit after which the caret stands at the same letter, within the marks."""
    is_at_end = selection.caret == splices[-1].start
    caret = carried(selection.caret, splices, is_after=not is_at_end)
    return Edit(tuple(splices), Selection(caret, caret))


def _emptied(passage: Passage, mark: str) -> Edit | None:
    """Take off two marks that nothing was written between."""
    text, caret, size = passage.text, passage.start, len(mark)
    if text[caret - size : caret] != mark or text[caret : caret + size] != mark:
        return None
    if mark[0] in (text[: caret - size][-1:], text[caret + size :][:1]):
        return None
    splice = passage.splice(caret - size, caret + size, "")
    return Edit((splice,), Selection(splice.start, splice.start))


def _opened(lines: Lines, selection: Selection, mark: str) -> Edit | None:
    """Set two marks with the caret between them."""
    caret = selection.caret
    if is_code(lines, caret.line):
        return None
    between = caret.advanced(mark)
    return Edit((Splice.insertion(caret, mark * 2),), Selection(between, between))
