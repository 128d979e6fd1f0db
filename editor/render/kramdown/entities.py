"""Know the named characters that kramdown knows: HTML 4's, a few of its own, some of HTML 5's."""

from html.entities import html5, name2codepoint

from editor.render.kramdown.options import Release

_OWN = {"apos": 39, "vellip": 8942, "rceil": 8968, "lceil": 8969, "rang": 9001, "lang": 9002}
"""Names that HTML 4 lacks, and pairs that kramdown has the wrong way round."""

_WINDOWS = {
    128: 8364, 130: 8218, 131: 402, 132: 8222, 133: 8230, 134: 8224, 135: 8225, 136: 710,
    137: 8240, 138: 352, 139: 8249, 140: 338, 142: 381, 145: 8216, 146: 8217, 147: 8220,
    148: 8221, 149: 8226, 150: 8211, 151: 8212, 152: 732, 153: 8482, 154: 353, 155: 8250,
    156: 339, 158: 382, 159: 376,
}  # fmt: skip
"""Numbers from the Windows code page, read as what their writers meant."""

_CODES = {**name2codepoint, **_OWN}
_FIRST_ADDED = 10218
_ADDED = {988, 989, *range(8531, 8543)}


def _added_names() -> dict[str, int]:
    """Return the names that kramdown 2.5 took from HTML 5; of several characters the first."""
    named = {name[:-1]: text for name, text in html5.items() if name.endswith(";")}
    return {
        name: ord(text[0])
        for name, text in named.items()
        if len(text) > 1 or ord(text) >= _FIRST_ADDED or ord(text) in _ADDED
    }


_NEWER_CODES = {**_added_names(), **_CODES}
_NAMES = {code: name for name, code in _CODES.items()}
_LAST = 0x10FFFF
_DIGITS = 12
_SURROGATES = range(0xD800, 0xE000)


def entity_code(value: str) -> int | None:
    """Return the code point of an entity given by name or as ``#`` and a decimal number.

    None if the name is unknown, also to kramdown 2.5.
    """
    if value.startswith("#"):
        code = int(value[1:])
        return _WINDOWS.get(code, code)
    return _NEWER_CODES.get(value)


def is_known(name: str, release: Release) -> bool:
    """Tell whether this release of kramdown knows an entity by ``name``."""
    return name in (_CODES if release == "2.4" else _NEWER_CODES)


def numbered_entity(decimal: str | None, hexadecimal: str) -> str:
    """Return the value of an entity given by number; a number beyond all characters is cut."""
    digits, base = (hexadecimal, 16) if decimal is None else (decimal, 10)
    return f"#{int(digits[-_DIGITS:], base) if len(digits.lstrip('0')) <= _DIGITS else _LAST + 1}"


def entity_name(code: int) -> str | None:
    """Return the name of the character with this code point."""
    return _NAMES.get(code)


def character(code: int) -> str | None:
    """Return the character with this code point; None if there is none."""
    return None if code > _LAST or code in _SURROGATES else chr(code)
