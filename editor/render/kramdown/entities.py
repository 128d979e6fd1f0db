"""Know the named characters that kramdown knows: HTML 4's, and a few of its own."""

from html.entities import name2codepoint

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
_NAMES = {code: name for name, code in _CODES.items()}
_LAST = 0x10FFFF
_DIGITS = 12
_SURROGATES = range(0xD800, 0xE000)


def entity_code(value: str) -> int | None:
    """Return the code point of an entity given by name or as ``#`` and a decimal number.

    None if the name is unknown.
    """
    if value.startswith("#"):
        code = int(value[1:])
        return _WINDOWS.get(code, code)
    return _CODES.get(value)


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
