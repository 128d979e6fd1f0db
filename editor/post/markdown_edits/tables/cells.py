r"""The cells of one line: a pipe in code or behind a backslash is text (kramdown 2.5: tables)."""

import re
import unicodedata

import regex

_PIPE = re.compile(
    r"\\.|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|<code[^>]*>.*?</code>|(?P<pipe>\|)"
)
_GRAPHEME = regex.compile(r"\X")
_EMOJI = "\ufe0f"
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_BLANKS = " \t"


def has_pipe(text: str) -> bool:
    """Tell whether a line has a pipe that parts cells."""
    return "|" in text and any(found["pipe"] for found in _PIPE.finditer(text))


def spans(text: str) -> list[tuple[int, int]]:
    """Give where each cell of a row begins and ends, blanks included, pipes not."""
    edges = [found.start() for found in _PIPE.finditer(text) if found["pipe"]]
    starts, ends = [0, *(edge + 1 for edge in edges)], [*edges, len(text)]
    found = list(zip(starts, ends, strict=True))
    if len(found) > 1 and not text[slice(*found[0])].strip(_BLANKS):
        del found[0]
    if len(found) > 1 and not text[slice(*found[-1])].strip(_BLANKS):
        del found[-1]
    return found


def texts(text: str) -> list[str]:
    """Give the texts of the cells of a row, as they are written, without blanks around."""
    return [text[start:end].strip(_BLANKS) for start, end in spans(text)]


def as_cell(text: str) -> str:
    """Give any text as that of a cell: on one line, its pipes as text."""
    one_line = _BREAK.sub("<br>", text.strip())
    return "".join(
        "\\|" if found == "|" else found for found in re.split(r"(\\.|\|)", one_line) if found
    )


def width(text: str) -> int:
    """Give how many columns of a fixed font a text takes: East Asian letters take two."""
    if text.isascii():
        return len(text)
    return sum(_grapheme_width(grapheme) for grapheme in _GRAPHEME.findall(text))


def _grapheme_width(grapheme: str) -> int:
    if _EMOJI in grapheme or unicodedata.east_asian_width(grapheme[0]) in "WF":
        return 2
    return 0 if unicodedata.category(grapheme[0]) in ("Mn", "Me", "Cf") else 1
