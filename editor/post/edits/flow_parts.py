"""Put the inside of brackets or braces together anew, from parts that stay and parts that come."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from editor.post.edits.slots import Source
from editor.post.edits.source_lines import BLANKS
from editor.post.edits.splices import Splice

Span: TypeAlias = tuple[int, int]


class Part(NamedTuple):
    """Hold an item or a pair as it is to be written.

    Attributes:
        text: Its YAML.
        old: Its place among the old parts, None if it is new.
    """

    text: str
    old: int | None


def put_together(
    source: Source, inside: Span, old: Sequence[Span], parts: Sequence[Part]
) -> Splice:
    """Give the splice that replaces everything between the brackets.

    Two parts that stay side by side keep what is between them; any others get what is between the
    old ones: a comma, or a comma and a new line.

    Args:
        source: The text and its habits.
        inside: Where the inside begins and ends.
        old: Where the old parts begin and end.
        parts: What is to be inside.
    """
    if not old or not parts:
        return Splice(*inside, source.habits.separator.join(part.text for part in parts))
    text = source.text
    separator = _separator(source, inside, old)
    written = [text[inside[0] : old[0][0]]]
    for before, part in zip((None, *parts), parts, strict=False):
        if before is not None:
            written.append(_between(text, old, before, part) or separator)
        written.append(part.text)
    written.append(text[old[-1][1] : inside[1]])
    return Splice(*inside, "".join(written))


def _between(text: str, old: Sequence[Span], one: Part, other: Part) -> str:
    """Give what stands between two parts that stood side by side before; else nothing."""
    if one.old is None or other.old != one.old + 1:
        return ""
    return text[old[one.old][1] : old[other.old][0]]


def _separator(source: Source, inside: Span, old: Sequence[Span]) -> str:
    text = source.text
    for (_, end), (start, _) in pairwise(old):
        if "#" not in text[end:start]:
            return text[end:start]
    before = text[inside[0] : old[0][0]]
    on_lines = before.strip(BLANKS) and not before.strip()
    return "," + before if on_lines else source.habits.separator
