"""Read indented code and fences."""

import re
from functools import lru_cache

import regex

from editor.render.kramdown import boundaries
from editor.render.kramdown.block_scanner import BlockScanner
from editor.render.kramdown.source import Source

_INDENT = r"(?:\t|[ ]{4})"
INDENT = re.compile(rf"^{_INDENT}", re.MULTILINE)

_LAZY = (
    rf"(?:(?!{boundaries.UP_TO_3}{boundaries.HTML_OR_LIST}|\^[ \t\r\f\v]*\n)"
    r"[ \t]*[^ \t\r\f\v\n][^\n]*\n)*"
)
_LINES = rf"(?:(?:[ \t\r\f\v]*\n)*(?:{_INDENT}[ \t]*[^ \t\r\f\v\n][^\n]*\n)+{_LAZY})*"
_CODE = regex.compile(_LINES)
_MORE_CODE = regex.compile(rf"[^\n]*\n{_LAZY}{_LINES}")
_LAZY_CODE = re.compile(r"\n([ ]{0,3}[^ \t\r\f\v\n])")

_FENCE = re.compile(r"[ ]{0,3}([~`]{3,})([^\n]*)\n")
_FENCE_KRAMDOWN = re.compile(r"(~{3,})([^\n]*)\n")
_INFO = re.compile(r"[ \t\r\f\v]*(?:([^ \t\r\f\v]+?)(\?[^ \t\r\f\v]*)?)?[ \t\r\f\v]*\Z")
_SHORTEST_FENCE = 3


def read_indented_code(scanner: BlockScanner) -> bool:
    """Read lines that begin with four blanks or a tab."""
    start, scanner.pos = scanner.pos, end_of_code(scanner.source, scanner.pos)
    if start == scanner.pos:
        return False
    code = INDENT.sub("", _LAZY_CODE.sub(r" \1", scanner.text[start : scanner.pos]))
    scanner.tree.children.append(scanner.new_block("codeblock", code))
    return True


def end_of_code(source: Source, start: int) -> int:
    """Return the end of the indented lines at ``start`` and of lines that follow them lazily.

    The further text of a footnote is written so, too.
    """
    found = _CODE.match(source.text, start)
    end = start if found is None else found.end()
    while end > start and boundaries.broken_list(source, end):
        found = _MORE_CODE.match(source.text, end)
        if found is None:
            return len(source.text)
        end = found.end()
    return end


def read_fence_gfm(scanner: BlockScanner) -> bool:
    """Read code between lines of three or more back-ticks or tildes."""
    return _read_fence(scanner, _FENCE, "[ ]{0,3}")


def read_fence_kramdown(scanner: BlockScanner) -> bool:
    """Read code between lines of three or more tildes at the margin."""
    return _read_fence(scanner, _FENCE_KRAMDOWN, "")


def _read_fence(scanner: BlockScanner, pattern: re.Pattern[str], indent: str) -> bool:
    opening = pattern.match(scanner.text, scanner.pos)
    if opening is None:
        return False
    marks, rest = opening[1], opening[2]
    start = opening.end()
    info = _INFO.match(rest)
    end = _find_end(scanner, start, marks, indent) if info is not None else None
    if end is None:
        # A longer opening line may be closed by fewer marks; the others then name the language.
        fewer = _longest_end(scanner, start, marks, indent)
        if fewer < _SHORTEST_FENCE:
            return False
        info = _INFO.match(marks[fewer:] + rest)
        end = _find_end(scanner, start, marks[:fewer], indent) if info is not None else None
    if end is None or info is None:
        return False
    _add(scanner, scanner.text[start : end[0]], info)
    scanner.pos = end[1]
    return True


def _find_end(
    scanner: BlockScanner, start: int, marks: str, indent: str
) -> tuple[int, int] | None:
    """Return where the closing line begins and ends."""
    key = f"\n{marks}"
    if scanner.source.known_missing(key, start):
        return None
    found = _closing_line(indent, marks[:-1], marks[-1]).search(scanner.text, start)
    if found is None:
        scanner.source.note_missing(key, start)
    return found.span() if found is not None else None


@lru_cache(maxsize=100)
def _closing_line(indent: str, marks: str, last: str) -> re.Pattern[str]:
    return re.compile(rf"^{indent}{marks}({last}+)[ \t\r\f\v]*\n", re.MULTILINE)


def _longest_end(scanner: BlockScanner, start: int, marks: str, indent: str) -> int:
    """Return how many of the opening ``marks`` some closing line repeats, all of them excepted."""
    char = marks[0]
    shortest = char * _SHORTEST_FENCE
    same = len(marks) - len(marks.lstrip(char))
    if same < _SHORTEST_FENCE or _find_end(scanner, start, shortest, indent) is None:
        return 0
    scanner.source.seek(char)
    ends = _closing_line(indent, shortest[:-1], char).finditer(scanner.text, start)
    longest = max(len(found[1]) for found in ends) + _SHORTEST_FENCE - 1
    return min(longest, same, len(marks) - 1)


def _add(scanner: BlockScanner, code: str, info: re.Match[str]) -> None:
    block = scanner.new_block("codeblock", code)
    language = info[1]
    if language:
        block.language = language + (info[2] or "")
        block.attributes["class"] = f"language-{language}"
    scanner.tree.children.append(block)
