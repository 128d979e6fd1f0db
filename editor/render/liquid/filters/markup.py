"""Escape text for HTML, XML and addresses, and take markup out of it."""

import re
from urllib.parse import quote, unquote_to_bytes

from editor.render.liquid.context import Context
from editor.render.liquid.errors import JekyllError, LiquidError, Reason
from editor.render.liquid.filter_table import Filter, FilterTable, on_text
from editor.render.liquid.limits import Budget
from editor.render.liquid.values.text import class_name, inspected, printed
from editor.render.liquid.values.uris import normalized_component

_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_XML_TABLE = str.maketrans(_HTML | {"'": "&apos;"})
_HTML_TABLE = str.maketrans(_HTML | {"'": "&#39;"})
_NOT_ESCAPED_YET = re.compile(r"[\"><']|&(?!(?:[a-zA-Z]+|#[0-9]+);)")
_HIDDEN_BLOCKS = (("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>"))
_NOT_IN_FORMS = "~"


def html_escaped(text: str) -> str:
    """Return `text` with ``& < > " '`` as HTML entities."""
    return text.translate(_HTML_TABLE)


def _escape(context: Context, value: object) -> str | None:
    return None if value is None else html_escaped(printed(value, context.budget))


def _escape_once(text: str) -> str:
    return _NOT_ESCAPED_YET.sub(lambda found: found[0].translate(_HTML_TABLE), text)


def xml_escaped(text: str) -> str:
    """Return `text` with ``& < > " '`` as entities (Jekyll 4.3: `xml_escape`)."""
    return text.translate(_XML_TABLE)


def _inspect(context: Context, value: object) -> str:
    return xml_escaped(inspected(value, context.budget))


def _form_encoded(text: str) -> str:
    return quote(text.encode("utf-8", "surrogateescape"), safe=_NOT_IN_FORMS + " ").replace(
        " ", "+"
    )


def _url_encode(context: Context, value: object) -> str | None:
    return None if value is None else _form_encoded(printed(value, context.budget))


def no_conversion(value: object, budget: Budget) -> JekyllError:
    """Return Ruby's complaint that `value` is no text."""
    plain = value is None or isinstance(value, bool)
    kind = inspected(value, budget) if plain else class_name(value)
    return JekyllError(Reason.BAD_VALUE, f"no implicit conversion of {kind} into String")


def _cgi_escape(context: Context, value: object) -> str:
    if not isinstance(value, str):
        raise no_conversion(value, context.budget)
    return _form_encoded(value)


def _url_decode(context: Context, value: object) -> str | None:
    if value is None:
        return None
    text = printed(value, context.budget).replace("+", " ")
    try:
        return unquote_to_bytes(text.encode("utf-8", "surrogateescape")).decode("utf-8")
    except UnicodeDecodeError as error:
        raise LiquidError(Reason.BAD_VALUE, "invalid byte sequence in UTF-8") from error


def _uri_escape(_: Context, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        kind = class_name(value)
        raise JekyllError(Reason.BAD_VALUE, f"Can't convert {kind} into String.")
    return normalized_component(value, "!$&'()*+,;=:/?#[]@")


def _strip_html(text: str) -> str:
    return _without(_without(text, _HIDDEN_BLOCKS), (("<", ">"),))


def _without(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """Return `text` without everything between the signs of a pair, both included.

    All pairs begin with ``<``. One that is never closed stays, and is looked for only once.
    """
    kept: list[str] = []
    place = start = 0
    unclosed: set[str] = set()
    while (start := text.find("<", start)) >= 0:
        stop = -1
        for begin, end in pairs:
            if end not in unclosed and text.startswith(begin, start):
                stop = text.find(end, start + len(begin))
                if stop >= 0:
                    kept.append(text[place:start])
                    place = start = stop + len(end)
                    break
                unclosed.add(end)
        if stop < 0:
            start += 1
    kept.append(text[place:])
    return "".join(kept)


FILTERS: FilterTable = {
    "escape": Filter(_escape),
    "h": Filter(_escape),
    "escape_once": on_text(_escape_once),
    "xml_escape": on_text(xml_escaped),
    "inspect": Filter(_inspect),
    "url_encode": Filter(_url_encode),
    "url_decode": Filter(_url_decode),
    "cgi_escape": Filter(_cgi_escape),
    "uri_escape": Filter(_uri_escape),
    "strip_html": on_text(_strip_html),
}
