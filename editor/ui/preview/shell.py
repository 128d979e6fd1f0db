"""Write the empty page into which posts are put, and the colours it is drawn in."""

from dataclasses import fields
from html import escape

from editor.ui.preview.policy import CONTENT_SECURITY_POLICY
from editor.ui.preview.scheme import own_address
from editor.ui.theme import Theme

_STYLES = ("fonts/fonts.css", "preview/page.css")


def shell_html(theme: Theme) -> bytes:
    """Give the page: no post in it yet, no script in it ever."""
    styles = "".join(f'<link rel="stylesheet" href="{own_address(name)}">' for name in _STYLES)
    return (
        '<!doctype html><html><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy"'
        f' content="{escape(CONTENT_SECURITY_POLICY)}">'
        f'<title>Preview</title>{styles}<style id="theme">{theme_css(theme)}</style>'
        '</head><body><main id="post"></main></body></html>'
    ).encode()


def theme_css(theme: Theme) -> str:
    """Give each colour of the theme as a CSS variable: `accent_soft` is `--accent-soft`."""
    colours = "".join(
        f"--{field.name.replace('_', '-')}:{getattr(theme, field.name)};"
        for field in fields(theme)
        if str(getattr(theme, field.name)).startswith("#")
    )
    return f":root{{color-scheme:{'dark' if theme.is_dark else 'light'};{colours}}}"
