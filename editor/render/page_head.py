"""Take a whole page apart: what its head says about its looks, and its body."""

from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from typing_extensions import override

_KEPT_ON_ROOT = frozenset({"lang", "dir", "class", "id", "style"})


@dataclass(slots=True)
class PageParts:
    """Hold the parts of a page that the preview takes over.

    Attributes:
        root: Attributes of the `html` element, ready to be written.
        body: Those of the `body` element.
        styles: In order: `("link", address)` or `("style", text)`.
        content: The HTML inside the body, as it was.
    """

    root: str = ""
    body: str = ""
    styles: list[tuple[str, str]] = field(default_factory=list)
    content: str = ""


def parts_of(html: str) -> PageParts:
    """Take a page apart; a fragment without a body is all body."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    reader.finish()
    return reader.parts


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts = PageParts()
        self._html = html
        self._starts = _line_starts(html)
        self._body_start = -1
        self._body_end = -1
        self._is_style = False

    def finish(self) -> None:
        """Cut the body out of the page."""
        if self._body_start < 0:
            self.parts.content = self._html
        else:
            end = self._body_end if self._body_end >= 0 else len(self._html)
            self.parts.content = self._html[self._body_start : end]

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._body_start >= 0:
            return
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.parts.root = _written(values)
        elif tag == "body":
            self.parts.body = _written(values)
            self._body_start = self._here() + len(self.get_starttag_text() or "")
        elif tag == "link" and "stylesheet" in values.get("rel", "").lower().split():
            self.parts.styles.append(("link", values.get("href", "")))
        elif tag == "style":
            self._is_style = True
            self.parts.styles.append(("style", ""))

    @override
    def handle_data(self, data: str) -> None:
        if self._is_style and self.parts.styles:
            kind, text = self.parts.styles[-1]
            self.parts.styles[-1] = (kind, text + data)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == "style":
            self._is_style = False
        elif tag == "body" and self._body_start >= 0:
            self._body_end = self._here()

    def _here(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column


def _line_starts(html: str) -> list[int]:
    starts = [0]
    at = html.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = html.find("\n", at + 1)
    return starts


def _written(values: dict[str, str]) -> str:
    return "".join(
        f' {name}="{escape(value)}"'
        for name, value in values.items()
        if name in _KEPT_ON_ROOT or name.startswith("data-")
    )
