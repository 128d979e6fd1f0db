"""Join two edits of one post: the front matter field by field, the text by paragraphs."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, TypeVar

from editor.post.line_ends import most_used
from editor.post.merging.fields import field_parts
from editor.post.merging.paragraphs import paragraphs
from editor.post.merging.three_ways import Part, parts_of
from editor.post.post import Post

Taken: TypeAlias = Literal["mine", "theirs", "both"]
Value = TypeVar("Value")
_LINE_ENDS = ("\n", "\r")
_LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Merge:
    """Hold two edits of one post side by side.

    Attributes:
        parts: the post in stretches, from its first line to its last.
        conflicts: the numbers of the parts that both changed, and not alike.
    """

    parts: tuple[Part, ...]
    conflicts: tuple[int, ...]
    _encoding: str
    _bom: bool

    @property
    def changes(self) -> tuple[int, ...]:
        """Give the numbers of the parts that are not alike on both sides."""
        return tuple(at for at, part in enumerate(self.parts) if part.mine != part.theirs)

    def with_theirs(self, number: int) -> Post:
        """Give `mine` with one part as `theirs` has it, and nothing else."""
        return self._joined(
            part.theirs if at == number else part.mine for at, part in enumerate(self.parts)
        )

    def post(self, taken: Mapping[int, Taken]) -> Post:
        """Give the post with the changes of both.

        Args:
            taken: for the number of each conflict whose version it gets. A conflict that is not
                named keeps `mine`; `both` puts one below the other, and is for paragraphs.
        """
        return self._joined(
            _chosen(part, taken.get(number, "mine")) if part.is_conflict else part.joined
            for number, part in enumerate(self.parts)
        )

    def _joined(self, texts: Iterable[str]) -> Post:
        front, body = "", ""
        for part, text in zip(self.parts, texts, strict=True):
            if part.key:
                front += text
            else:
                body = _followed_by(body, text)
        if front and body and not front.endswith(_LINE_ENDS):
            front += most_used(front + body)
        return Post.from_text(front + body, bom=self._bom, encoding=self._encoding)


def merge(base: Post, mine: Post, theirs: Post) -> Merge:
    """Join two edits of `base`; nothing is chosen yet where both changed the same."""
    ours, common = _as_they_end_lines(mine, base, theirs), _as_they_end_lines(base, base, theirs)
    parts = (
        *_front_parts(common, ours, theirs),
        *parts_of(paragraphs(common.body), paragraphs(ours.body), paragraphs(theirs.body)),
    )
    conflicts = tuple(number for number, part in enumerate(parts) if part.is_conflict)
    encoding = _of_who_changed(base.encoding, mine.encoding, theirs.encoding)
    return Merge(parts, conflicts, encoding, _of_who_changed(base.bom, mine.bom, theirs.bom))


def _front_parts(base: Post, mine: Post, theirs: Post) -> list[Part]:
    blocks = [each.front_matter for each in (base, mine, theirs)]
    known = [block for block in blocks if block is not None]
    if len(known) == len(blocks):
        return field_parts(*known)
    was, here, there = ("" if block is None else block.text for block in blocks)
    return [Part(was, here, there, key="front matter")] if known else []


def _as_they_end_lines(post: Post, base: Post, theirs: Post) -> Post:
    """Give a post with the line ends that others gave to the whole file."""
    newline = theirs.newline
    is_converted = newline != base.newline and theirs.text == _with_ends(theirs.text, newline)
    if not is_converted:
        return post
    return post.with_text(_with_ends(post.text, newline))


def _with_ends(text: str, newline: str) -> str:
    return _LINE_END.sub(newline, text)


def _of_who_changed(base: Value, mine: Value, theirs: Value) -> Value:
    return theirs if mine == base else mine


def _chosen(part: Part, taken: Taken) -> str:
    if taken == "both" and not part.key:
        return _below_each_other(part.mine, part.theirs)
    return part.theirs if taken == "theirs" else part.mine


def _below_each_other(mine: str, theirs: str) -> str:
    """Put two versions of a paragraph into two paragraphs."""
    return _followed_by(mine, theirs) if mine.strip() and theirs.strip() else mine + theirs


def _followed_by(above: str, below: str) -> str:
    """Put whole paragraphs below others; two that would become one by that stay two."""
    if not above or not below:
        return above + below
    newline = most_used(above + below)
    if not above.endswith(_LINE_ENDS):
        above += newline
    last, first = above.splitlines()[-1], below.splitlines()[0]
    return f"{above}{newline}{below}" if last.strip() and first.strip() else above + below
