"""What a site's ``kramdown:`` settings say."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Literal, Self

from editor.post.yaml_text import NotYaml, parse
from editor.post.yaml_values import ValueReader

Release = Literal["2.4", "2.5"]

_TRUE_QUOTES = ("lsquo", "rsquo", "ldquo", "rdquo")


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of kramdown as Jekyll 4.3 hands them over; the defaults are Jekyll's.

    ``release`` is the kramdown that is followed where 2.4 and 2.5 differ: the ARIA roles of
    footnotes, ``footnote_link_text``, ``header_links``, ``<time>`` and CDATA in raw HTML.
    ``syntax_highlighter`` is "rouge" or the name of something that leaves code plain.
    """

    input: str = "GFM"
    auto_ids: bool = True
    auto_id_prefix: str = ""
    auto_id_stripping: bool = False
    hard_wrap: bool = False
    header_offset: int = 0
    parse_block_html: bool = False
    parse_span_html: bool = True
    html_to_native: bool = False
    toc_levels: frozenset[int] = frozenset(range(1, 7))
    smart_quotes: tuple[str, ...] = _TRUE_QUOTES
    typographic_symbols: Mapping[str, str] = field(default_factory=dict)
    entity_output: str = "as_char"
    footnote_nr: int = 1
    footnote_prefix: str = ""
    footnote_backlink: str = "&#8617;"
    footnote_backlink_inline: bool = False
    footnote_link_text: str = "%s"
    header_links: bool = False
    math_engine: str | None = "mathjax"
    syntax_highlighter: str | None = "rouge"
    syntax_highlighter_opts: Mapping[str, object] = field(
        default_factory=lambda: {"default_lang": "plaintext", "guess_lang": True}
    )
    gfm_quirks: frozenset[str] = frozenset({"paragraph_end"})
    link_defs: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)
    remove_line_breaks_for_cjk: bool = False
    forbidden_inline_options: frozenset[str] = frozenset({"template"})
    release: Release = "2.4"
    source_lines: bool = False

    @classmethod
    def from_config(
        cls,
        config: Mapping[str, object],
        *,
        highlighter: str = "rouge",
        source_lines: bool = False,
    ) -> Self:
        """Read the ``kramdown:`` part of ``_config.yml``, with Jekyll's defaults.

        ``highlighter`` is the site's own ``highlighter:``. A value that kramdown would refuse
        (and stop the build) is passed over here: a preview shows something all the same.
        """
        guess = config.get("guess_lang", True)
        extra = config.get("syntax_highlighter_opts")
        chosen = dict(extra) if isinstance(extra, Mapping) else {}
        chosen["default_lang"] = chosen.get("default_lang") or "plaintext"
        chosen["guess_lang"] = guess
        named = config.get("syntax_highlighter") or highlighter
        merged = {**config, "syntax_highlighter": named, "syntax_highlighter_opts": chosen}
        options = cls(source_lines=source_lines)
        for key, value in merged.items():
            options = options.with_value(str(key), value)
        return options

    def with_value(self, key: str, value: object) -> Self:
        """Return options with ``key`` set; an unknown key or impossible value changes nothing."""
        reader = READERS.get(key)
        if reader is None:
            return self
        try:
            changes = {key: reader(value)}
            return replace(self, **changes)  # type: ignore[arg-type]  # READERS fits the fields
        except (TypeError, ValueError):
            return self


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = "" if value is None else str(value)
    return text.lower().strip() != "false" and text != ""


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _symbol(value: object) -> str | None:
    text = _text(value).strip().removeprefix(":")
    return None if text in {"", "nil"} else text


def _integer(value: object) -> int:
    return value if isinstance(value, int) else int(_text(value))


def _items(value: object) -> list[str]:
    if isinstance(value, str):
        return value.split(",") if value else []
    if isinstance(value, (list, tuple, set, frozenset)):
        return [str(item) for item in value]
    raise TypeError(value)


def _levels(value: object) -> frozenset[int]:
    if isinstance(value, str) and (span := re.match(r"(\d+)\.\.(\d+)$", value.strip())):
        return frozenset(range(int(span[1]), int(span[2]) + 1))
    return frozenset(int(item) for item in _items(value))


def _quotes(value: object) -> tuple[str, ...]:
    names = tuple(
        f"#{name}" if name.isascii() and name.isdigit() else name
        for name in map(str.strip, _items(value))
    )
    if len(names) != len(_TRUE_QUOTES):
        raise ValueError(value)
    return names


def _from_yaml(value: object) -> object:
    """Read text as YAML: ``{::options}`` gives a mapping so."""
    if not isinstance(value, str):
        return value
    try:
        root = parse(value).root
    except NotYaml as problem:
        raise ValueError(value) from problem
    return None if root is None else ValueReader().read(root)


def _symbols(value: object) -> dict[str, str]:
    value = _from_yaml(value)
    if not isinstance(value, Mapping):
        raise TypeError(value)
    return {str(key).removeprefix(":"): str(text) for key, text in value.items()}


def _links(value: object) -> dict[str, tuple[str, str | None]]:
    value = _from_yaml(value)
    if not isinstance(value, Mapping):
        raise TypeError(value)
    links: dict[str, tuple[str, str | None]] = {}
    for name, target in value.items():
        url, *title = target
        links[str(name)] = (str(url), str(title[0]) if title and title[0] is not None else None)
    return links


def _mapping(value: object) -> dict[str, object]:
    value = _from_yaml(value)
    if not isinstance(value, Mapping):
        raise TypeError(value)
    return {str(key): item for key, item in value.items()}


def _names(value: object) -> frozenset[str]:
    return frozenset(name for item in _items(value) if (name := _symbol(item)))


READERS: Mapping[str, Callable[[object], object]] = {
    "link_defs": _links,
    "typographic_symbols": _symbols,
    "syntax_highlighter_opts": _mapping,
    "toc_levels": _levels,
    "smart_quotes": _quotes,
    "gfm_quirks": _names,
    "forbidden_inline_options": _names,
    "math_engine": _symbol,
    "syntax_highlighter": _symbol,
    "entity_output": lambda value: _symbol(value) or "as_char",
    **{
        option.name: reader
        for kind, reader in ((bool, _flag), (int, _integer), (str, _text))
        for option in fields(Options)
        if option.type is kind and option.name not in {"entity_output", "source_lines"}
    },
}
"""How the value of each setting is read from YAML or from ``{::options}``."""
