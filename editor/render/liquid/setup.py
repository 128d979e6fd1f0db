"""Hold what a rendering needs from outside: the site, the page, the clock and the converters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from enum import Enum
from typing import Protocol

from editor.render.liquid.limits import Limits
from editor.render.liquid.models import DocumentModel, PageModel, SiteModel

ReadInclude = Callable[[str], str | None]
"""Give the text of an include by the name that the tag writes; None where there is none.

Whoever hands it in keeps it inside the site, symbolic links followed.
"""


class ErrorMode(Enum):
    """Say what happens to an expression that breaks the grammar (`liquid: error_mode:`)."""

    LAX = "lax"
    WARN = "warn"
    STRICT = "strict"


@dataclass(frozen=True, slots=True)
class Strictness:
    """Hold what a site's configuration says under `liquid`.

    Attributes:
        error_mode: What an expression that breaks the grammar does.
        strict_filters: Whether an unknown filter is an error.
        strict_variables: Whether an unknown name is an error.
    """

    error_mode: ErrorMode = ErrorMode.WARN
    strict_filters: bool = False
    strict_variables: bool = False

    @classmethod
    def of(cls, config: Mapping[str, object]) -> "Strictness":
        """Read the settings of `config`; what is not there, or no mapping, is Jekyll's default."""
        given = config.get("liquid")
        if not isinstance(given, Mapping):
            return cls()
        modes = {mode.value: mode for mode in ErrorMode}
        mode = modes.get(str(given.get("error_mode", "warn")), ErrorMode.LAX)
        flags = [given.get(name) for name in ("strict_filters", "strict_variables")]
        return cls(mode, *(flag is not None and flag is not False for flag in flags))


class Highlight(Protocol):
    """Colour code as Rouge does."""

    def __call__(self, code: str, language: str, *, numbered: bool) -> str:
        """Return `code` as the HTML inside ``<code>``, in a table where it is `numbered`."""


def _as_it_is(text: str) -> str:
    return text


def _uncoloured(code: str, language: str, *, numbered: bool) -> str:
    """Return `code` as HTML without colours, in Rouge's table where it is `numbered`."""
    del language
    html = code.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if not numbered:
        return html
    lines = "".join(f"{number}\n" for number in range(1, len(code.split("\n")) + 1))
    gutter = f'<td class="gutter gl"><pre class="lineno">{lines}</pre></td>'
    cell = f'<td class="code"><pre>{html}\n</pre></td>'
    return f'<table class="rouge-table"><tbody><tr>{gutter}{cell}</tr></tbody></table>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Converters:
    """Hold the converters that some filters and tags use.

    Attributes:
        markdownify: Markdown to HTML, as the site does it.
        smartify: Straight quotes, dashes and dots to typographic ones.
        highlight: Code to coloured HTML.
        sassify: Indented Sass to CSS; None where there is no such converter.
        scssify: SCSS to CSS; None where there is no such converter.
    """

    markdownify: Callable[[str], str] = _as_it_is
    smartify: Callable[[str], str] = _as_it_is
    highlight: Highlight = _uncoloured
    sassify: Callable[[str], str] | None = None
    scssify: Callable[[str], str] | None = None


def _no_include(name: str) -> str | None:
    del name
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiquidSetup:
    """Hold everything that a template can ask for.

    Attributes:
        site: The site, as `site` shows it.
        page: The post or page that is rendered, as `page` shows it.
        zone: The site's time zone.
        now: The present moment, for ``"now" | date``.
        read_include: The reader of `_includes`, the theme's after the site's own.
        read_relative: The reader of `include_relative`, from the folder of the page.
        converters: What `markdownify`, `highlight` and their like use.
        layout: The front matter of the layouts, None for none.
        content: What a layout puts its page in, None outside a layout.
        paginator: The page of a paginated list.
        extras: Further names at the top, such as `theme`.
        strictness: What the site says of malformed expressions and unknown names.
        environment: What `jekyll.environment` says.
        is_markdown: Whether Markdown follows, which wants `highlight` on lines of its own.
        limits: How much the rendering may use.
    """

    site: SiteModel
    page: DocumentModel | PageModel | None
    zone: tzinfo
    now: datetime
    read_include: ReadInclude = _no_include
    read_relative: ReadInclude = _no_include
    converters: Converters = field(default_factory=Converters)
    layout: Mapping[str, object] | None = None
    content: str | None = None
    paginator: object = None
    extras: Mapping[str, object] = field(default_factory=dict)
    strictness: Strictness = field(default_factory=Strictness)
    environment: str = "development"
    is_markdown: bool = True
    limits: Limits = field(default_factory=Limits)
