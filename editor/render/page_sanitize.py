"""Make a whole page of a site safe to show, in the site's own theme."""

import posixpath
import re
from collections.abc import Callable

from typing_extensions import override

from editor.render import links
from editor.render.links import SiteAddress
from editor.render.page_head import PageParts, parts_of
from editor.render.sanitize import Sanitizer, readable
from editor.site.served_files import ServedFiles

_URL = re.compile(r"""url\(\s*(["']?)([^"')]*)\1\s*\)""")
_END_OF_STYLE = re.compile(r"</(?=style)", re.IGNORECASE)
_ESCAPED_END = r"<\\/"
StyleSheets = Callable[[str], str | None]


class PageSanitizer(Sanitizer):
    """Clean pages of one site.

    The body loses what a post's own HTML would lose; of the head only what draws the page is
    kept: style sheets from inside the site, and styles written out. Ids stay as they are, since
    the theme's rules name them.
    """

    id_prefix = ""

    def __init__(
        self, site: SiteAddress, files: ServedFiles | None, style_sheet: StyleSheets
    ) -> None:
        """Take where the site is published, its files, and what it makes style sheets with."""
        super().__init__(site, {}, files)
        self._style_sheet = style_sheet
        self._last = ("", "")

    def clean_page(self, html: str) -> str:
        """Give a whole page that runs nothing, loads nothing from elsewhere and goes nowhere."""
        known, cleaned = self._last
        if html != known:
            asked = self.files_asked
            cleaned = self._cleaned(readable(html))
            # A file that was not there may be the next time.
            self._last = (html, cleaned) if self.files_asked == asked else ("", "")
        return cleaned

    def _cleaned(self, html: str) -> str:
        parts = parts_of(html)
        styles = "".join(self._styles(parts))
        return (
            f'<!doctype html><html{parts.root}><head><meta charset="utf-8">{styles}</head>'
            f"<body{parts.body}>{self.clean(parts.content)}</body></html>"
        )

    def _styles(self, parts: PageParts) -> list[str]:
        return [
            self._linked(value) if kind == "link" else _style(value)
            for kind, value in parts.styles
        ]

    def _linked(self, address: str) -> str:
        path = self._site.path(links.clean(address))
        if path is None:
            return ""
        name = path.partition("?")[0].partition("#")[0]
        if self._files is not None and self._files.find(name) is not None:
            return f'<link rel="stylesheet" href="{name}">'
        made = self._style_sheet(name)
        return "" if made is None else _style(_rooted(made, name))

    @override
    def _attribute(self, tag: str, name: str, value: str) -> str | None:
        if name == "href" and links.clean(value).startswith("#"):
            return links.clean(value)
        return super()._attribute(tag, name, value)


def _style(text: str) -> str:
    # A style sheet cannot end its element early: CSS reads the backslash as nothing.
    inside = _END_OF_STYLE.sub(_ESCAPED_END, text)
    return f"<style>{inside}</style>"


def _rooted(sheet: str, name: str) -> str:
    """Let addresses that are relative to a style sheet hold where it is written out."""
    folder = posixpath.dirname(name)

    def rooted(found: re.Match[str]) -> str:
        address = found[2]
        if not address or address.startswith(("/", "#")) or ":" in address.split("/", 1)[0]:
            return found[0]
        return f'url("{posixpath.normpath(posixpath.join(folder, address))}")'

    return _URL.sub(rooted, sheet)
