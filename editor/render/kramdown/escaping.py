"""Write text and attributes as HTML."""

import re
from collections.abc import Mapping

from editor.render.kramdown.characters import STRIPPED

_REFERENCE = r"&(?:[A-Za-z0-9_:][-A-Za-z0-9_.:]*;|#[0-9]+;|#x[0-9a-fA-F]+;)"
_TEXT = re.compile(rf"{_REFERENCE}|[<>&]")
_ATTRIBUTE = re.compile(rf"{_REFERENCE}|[<>&\"]")
_ESCAPES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}


def escape_code(text: str) -> str:
    """Escape all of ``<``, ``>`` and ``&``."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_text(text: str) -> str:
    """Escape ``<``, ``>`` and ``&``, but leave what looks like an entity."""
    if "<" in text or "&" in text or ">" in text:
        return _TEXT.sub(_escape, text)
    return text


def escape_attribute(text: str) -> str:
    """Escape text for an attribute in double quotes, but leave what looks like an entity."""
    return _ATTRIBUTE.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0], found[0])


def attributes_html(attributes: Mapping[str, str]) -> str:
    """Return attributes as they stand in a tag, a blank before each; a blank id is left out."""
    return "".join(
        f' {key}="{escape_attribute(value)}"'
        for key, value in attributes.items()
        if key != "id" or value.strip(STRIPPED)
    )
