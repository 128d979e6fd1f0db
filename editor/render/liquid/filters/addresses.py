"""Make addresses of the site (Jekyll 4.3: `URLFilters`)."""

import re

from editor.render.liquid.context import Context
from editor.render.liquid.errors import no_method
from editor.render.liquid.filter_table import Filter, FilterTable
from editor.render.liquid.values.kinds import Drop
from editor.render.liquid.values.text import described, printed
from editor.render.liquid.values.uris import Address

_INDEX = re.compile(r"/index\.html?$", re.MULTILINE)


def relative_url(context: Context, value: object) -> str | None:
    """Return the address of `value`, a text or a document, from the root of the host.

    `baseurl` goes before it; an address with a scheme stays as it is.
    """
    if value is None:
        return None
    text = _address(context, value)
    if Address.parse(text).is_absolute:
        return text
    base = printed(context.setup.site.config.get("baseurl"), context.budget).removesuffix("/")
    return Address.parse(_rooted(base) + _rooted(text)).normalized()


def absolute_url(context: Context, value: object) -> str | None:
    """Return the whole address of `value`, a text or a document, with the name of the host."""
    if value is None:
        return None
    text = _address(context, value)
    if Address.parse(text).is_absolute:
        return text
    relative = relative_url(context, value) or ""
    url = printed(context.setup.site.config.get("url"), context.budget)
    return Address.parse(url + relative).normalized() if url else relative


def _address(context: Context, value: object) -> str:
    if isinstance(value, Drop) and value.has("url"):
        value = value.get("url")
    return printed(value, context.budget)


def _rooted(text: str) -> str:
    return text if not text or text.startswith("/") else f"/{text}"


def _strip_index(context: Context, value: object) -> str | None:
    if value is None or printed(value, context.budget) == "":
        return None
    if not isinstance(value, str):
        raise no_method("sub", described(value, context.budget))
    return _INDEX.sub("/", value, count=1)


FILTERS: FilterTable = {
    "relative_url": Filter(relative_url),
    "absolute_url": Filter(absolute_url),
    "strip_index": Filter(_strip_index),
}
