"""Read headings: ``# A`` and underlined ones."""

import re

from editor.render.kramdown.block_scanner import BlockScanner
from editor.render.kramdown.characters import STRIPPED
from editor.render.kramdown.tree import add_raw_text

_GFM = re.compile(r"(#{1,6})[\t ]+([^\n]*)\n")
_KRAMDOWN = re.compile(r"(#{1,6})[\t ]*([^ \t][^\n]*)\n")
_UNDERLINED = re.compile(r"[ ]{0,3}([^ \t\n][^\n]*)\n([-=])[-=]*+[ \t\r\f\v]*+\n")
_CLOSING_GFM = re.compile(r"[\t ]#+\Z")
_CLOSING_KRAMDOWN = re.compile(r"(?<!\\)#+\Z")
_ID_START = (
    r":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D"
    r"\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_ID = re.compile(
    rf"[\t ]\{{#([{_ID_START}][{_ID_START}\-.0-9\u00B7\u0300-\u036F\u203F-\u2040]*)\}}\Z"
)


def read_heading_gfm(scanner: BlockScanner) -> bool:
    """Read ``# A`` anywhere; the blank after the hashes is needed."""
    found = _GFM.match(scanner.text, scanner.pos)
    return found is not None and _add(scanner, found, len(found[1]), _CLOSING_GFM)


def read_heading_gfm_strict(scanner: BlockScanner) -> bool:
    """Read ``# A`` where a block may begin (GFM without the quirk ``paragraph_end``)."""
    found = _GFM.match(scanner.text, scanner.pos)
    if found is None or not scanner.after_boundary():
        return False
    return _add(scanner, found, len(found[1]), _CLOSING_KRAMDOWN)


def read_heading_kramdown(scanner: BlockScanner) -> bool:
    """Read ``#A`` of plain kramdown where a block may begin."""
    found = _KRAMDOWN.match(scanner.text, scanner.pos)
    if found is None or not scanner.after_boundary():
        return False
    return _add(scanner, found, len(found[1]), _CLOSING_KRAMDOWN)


def read_underlined_heading(scanner: BlockScanner) -> bool:
    """Read one line of text over a line of ``=`` or ``-``."""
    found = _UNDERLINED.match(scanner.text, scanner.pos)
    if found is None or not scanner.after_boundary():
        return False
    return _add_text(scanner, found, 2 if found[2] == "-" else 1, _split_id(found[1]))


def _add(
    scanner: BlockScanner, found: re.Match[str], level: int, closing: re.Pattern[str]
) -> bool:
    text, identifier = _split_id(found[2])
    shorter = closing.sub("", text)
    if shorter != text:
        text = shorter.rstrip(STRIPPED)
    return _add_text(scanner, found, level, (text, identifier))


def _split_id(content: str) -> tuple[str, str | None]:
    """Part the text of a heading from its ``{#id}``."""
    text = content.rstrip(STRIPPED)
    found = _ID.search(text) if text.endswith("}") else None
    if found is None:
        return text, None
    return text[: found.start()].rstrip(STRIPPED), found[1]


def _add_text(
    scanner: BlockScanner, found: re.Match[str], level: int, content: tuple[str, str | None]
) -> bool:
    text, identifier = content
    if not text:
        return False
    scanner.pos = found.end()
    heading = scanner.new_block("heading")
    heading.level = level
    heading.id_text = text
    add_raw_text(heading, text)
    if identifier is not None:
        heading.attributes["id"] = identifier
    scanner.tree.children.append(heading)
    return True
