"""Give the page that jekyll-redirect-from 0.16 writes for a document that has moved away."""

import re
from typing import Final

from editor.post.field_values import Value
from editor.render.liquid.context import Context
from editor.render.liquid.filters.addresses import absolute_url
from editor.render.pages.build import Build
from editor.render.pages.layouts import in_layouts
from editor.render.pages.live_models import LiveDocument, LivePage

_LAYOUT: Final = "redirect"
_WHOLE = re.compile(r"https?://")


def redirect_target(value: Value | object) -> str | None:
    """Read `redirect_to` of a front matter: an address, or a list whose first entry counts."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, str) else None


def redirect_page(build: Build, page: LiveDocument | LivePage, target: str) -> str:
    """Give the page that sends its reader on to an address.

    It is in the site's own layout if there is one; the body is not shown.
    """
    to = target
    if not _WHOLE.match(target):
        to = absolute_url(Context(build.setup(page), {}), target) or ""
    own = {
        "sitemap": False,
        "layout": _LAYOUT,
        "permalink": page.url,
        "redirect": {"from": page.url, "to": to},
    }
    if build.model.layouts.find(_LAYOUT) is None:
        return _plain(to)
    if isinstance(page, LivePage):
        return in_layouts(build, LivePage(page.page, own), "", ".html")
    return in_layouts(build, LiveDocument(page.document, build, own), "", ".html")


def _plain(to: str) -> str:
    return f"""\
<!DOCTYPE html>
<html lang="en-US">
  <meta charset="utf-8">
  <title>Redirecting&hellip;</title>
  <link rel="canonical" href="{to}">
  <script>location="{to}"</script>
  <meta http-equiv="refresh" content="0; url={to}">
  <meta name="robots" content="noindex">
  <h1>Redirecting&hellip;</h1>
  <a href="{to}">Click here if you are not redirected.</a>
</html>
"""
