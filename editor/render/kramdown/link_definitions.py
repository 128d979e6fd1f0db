"""Read definitions of links: ``[name]: address "title"``."""

import re
from dataclasses import dataclass

from editor.render.kramdown.block_scanner import BlockScanner
from editor.render.kramdown.boundaries import UP_TO_3
from editor.render.kramdown.definitions import LinkTarget, link_id
from editor.render.kramdown.simple_blocks import add_definition_mark

_START = re.compile(rf"{UP_TO_3}\[([^\n\]]+)\]:[ \t]*+([^\n]*)\n")
_TITLE_START = re.compile(r"""[ \t]+(?=["'])""")
_TITLE_LINE = re.compile(r"""[ \t]*+(["'])([^\n]+)\1[ \t]*\n""")
_SHORTEST_TITLE = 3


@dataclass(frozen=True, slots=True)
class _Target:
    """Address and title; ``open`` if the title may still follow on the next line."""

    url: str
    title: str | None
    open: bool


def read_link_definition(scanner: BlockScanner) -> bool:
    """Read a definition; the address may be in angle brackets, the title on the next line."""
    found = _START.match(scanner.text, scanner.pos)
    if found is None:
        return False
    line = found[2].rstrip(" \t")
    target = (_bracketed(line) if line.startswith("<") else None) or _plain(line)
    if target is None:
        return False
    scanner.pos = found.end()
    title = target.title
    if target.open and (below := _TITLE_LINE.match(scanner.text, scanner.pos)):
        title = below[2]
        scanner.pos = below.end()
    mark = add_definition_mark(scanner, "link")
    scanner.definitions.links[link_id(found[1])] = LinkTarget(target.url, title, mark)
    return True


def _bracketed(line: str) -> _Target | None:
    """Read ``<address>``, up to the first bracket behind which nothing or a title stands."""
    end = line.find(">")
    while end >= 0:
        if end == len(line) - 1:
            return _Target(line[1:end], None, open=True)
        start = _TITLE_START.match(line, end + 1)
        if start is not None and (title := _title(line, start.end())) is not None:
            return _Target(line[1:end], title, open=False)
        end = line.find(">", end + 1)
    return None


def _plain(line: str) -> _Target | None:
    """Read an address up to the title or the end of the line."""
    if not line.strip(" \t\r\f\v"):
        return None
    start = _TITLE_START.search(line)
    if start is None:
        return _Target(line, None, open=True)
    title = _title(line, start.end())
    return None if title is None else _Target(line[: start.start()], title, open=False)


def _title(line: str, start: int) -> str | None:
    """Return the title between the quote mark at ``start`` and the same mark at the line's end."""
    if len(line) - start < _SHORTEST_TITLE or line[-1] != line[start]:
        return None
    return line[start + 1 : -1]
