"""Find the front matter of a text where Jekyll finds it.

Jekyll 4.3: `Document::YAML_FRONT_MATTER_REGEXP`. The text starts with `---`, blanks and a line
feed; the front matter goes on to the first line that starts with `---` or `...` and holds nothing
else but blanks. Blanks are ASCII ones, and only a line feed ends a line.
"""

import re
from dataclasses import dataclass

_BLANKS = r"[ \t\r\f\v]*"
_OPENING = re.compile(rf"---{_BLANKS}\n")
_CLOSING = re.compile(rf"\n(?:---|\.\.\.){_BLANKS}(?:\n|\Z)")
_SWALLOWED = re.compile(r"[ \t\r\f\v\n]*\n")


@dataclass(frozen=True, slots=True)
class Frame:
    """Say where the parts of a text's front matter lie, in characters from its start.

    Attributes:
        opened: Where the line of the opening fence has ended.
        closing: Where the line of the closing fence begins; what stands before it is the YAML
            that Jekyll reads, opening fence included.
        end: Where the line of the closing fence has ended and the body begins.
    """

    opened: int
    closing: int
    end: int


def find(text: str) -> Frame | None:
    """Find the fences of a text without its BOM; None where Jekyll sees no front matter."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    closing = _CLOSING.search(text, opening.end() - 1)
    if closing is None:
        return None
    return Frame(opening.end(), closing.start() + 1, closing.end())


def begins(text: str) -> bool:
    """Tell whether front matter begins, closed or not: a file that begins so can be a page.

    Jekyll 4.3: `Utils.has_yaml_header?`.
    """
    return _OPENING.match(text) is not None


def swallowed_blanks(body: str) -> int:
    """Count the characters of blank lines after the closing fence, which Jekyll drops.

    Liquid counts its lines from after them.
    """
    blanks = _SWALLOWED.match(body)
    return blanks.end() if blanks else 0
