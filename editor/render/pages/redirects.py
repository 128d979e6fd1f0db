"""Give the page that jekyll-redirect-from 0.16 writes for a document that has moved away."""

from html import escape

from editor.post.field_values import Value


def redirect_target(value: Value | object) -> str | None:
    """Read `redirect_to` of a front matter: an address, or a list whose first entry counts."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, str) else None


def redirect_page(target: str) -> str:
    """Give the page that sends its reader on to an address."""
    to = escape(target)
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
