"""Say which constructs running text may hold, and in what order they are tried."""

import re
from collections.abc import Mapping
from functools import cache

from editor.render.kramdown.code_spans import read_code_span
from editor.render.kramdown.emphasis import read_emphasis
from editor.render.kramdown.formulas import read_formula
from editor.render.kramdown.inline_elements import read_autolink, read_struck_text
from editor.render.kramdown.links import read_footnote_mark, read_link
from editor.render.kramdown.options import Options
from editor.render.kramdown.smart_quotes import read_smart_quote
from editor.render.kramdown.span_attributes import read_span_extension
from editor.render.kramdown.span_html import read_span_html
from editor.render.kramdown.span_scanner import RuleSet, SpanRule, SpanRules
from editor.render.kramdown.typography import (
    read_entity,
    read_escape_gfm,
    read_escape_kramdown,
    read_escaped_guillemets,
    read_line_break,
    read_spaced_guillemet,
    read_symbol,
)

_CODE: Mapping[str, tuple[SpanRule, ...]] = {"`": (read_code_span,)}
_HTML: Mapping[str, tuple[SpanRule, ...]] = {"<": (read_span_html,)}
_HTML_ONLY = SpanRules(re.compile("<"), _HTML)

_ALWAYS = ("*", "_", "`", "<", "[", '"', "'", "&", "\\", "![", "$$", "{:")
_SYMBOLS = ("--", "...", ">>", " >>")


def rules_for_text(options: Options) -> RuleSet:
    """Return the rules for running text."""
    full = _full(options)
    return RuleSet(full, full, _HTML_ONLY)


def rules_for_lines(options: Options) -> RuleSet:
    """Return the rules that find code and elements in the lines of a table."""
    return RuleSet(SpanRules(re.compile("[`<]"), {**_CODE, **_HTML}), _full(options), _HTML_ONLY)


def rules_for_cells() -> RuleSet:
    """Return the rules that find code in a row of a table."""
    start = SpanRules(re.compile("`"), _CODE)
    return RuleSet(start, start, start)


def _full(options: Options) -> SpanRules:
    gfm = options.input == "GFM"
    return _build(
        gfm=gfm,
        breaks=not (gfm and options.hard_wrap),
        symbols=not (gfm and "no_auto_typographic" in options.gfm_quirks),
    )


@cache
def _build(*, gfm: bool, breaks: bool, symbols: bool) -> SpanRules:
    backslash: list[SpanRule] = [read_escape_gfm if gfm else read_escape_kramdown]
    if breaks:
        backslash.insert(0, read_line_break)
    if symbols:
        backslash.insert(0, read_escaped_guillemets)
    rules: dict[str, tuple[SpanRule, ...]] = {
        "*": (read_emphasis,),
        "_": (read_emphasis,),
        "`": (read_code_span,),
        "[": (read_footnote_mark, read_link),
        "!": (read_link,),
        '"': (read_smart_quote,),
        "'": (read_smart_quote,),
        "$": (read_smart_quote, read_formula),
        "{": (read_span_extension,),
        "&": (read_smart_quote, read_entity),
        "\\": tuple(backslash),
        "<": (read_autolink, read_span_html, read_smart_quote),
        " ": (read_line_break,) if breaks else (),
        "~": (read_struck_text,),
        "]": (read_smart_quote,),
    }
    if symbols:
        rules["<"] = (*rules["<"], read_symbol)
        rules["-"] = rules["."] = rules[">"] = (read_symbol,)
        rules[" "] = (read_spaced_guillemet, *rules[" "])
    starts = [*_ALWAYS, *(_SYMBOLS if symbols else ())]
    starts += [*(["  \n"] if breaks else []), *(["~~"] if gfm else [])]
    return SpanRules(_pattern(starts), rules, _pattern([*starts, "]"]))


def _pattern(starts: list[str]) -> re.Pattern[str]:
    """Find what may begin a span; alternatives of plain characters are searched fast."""
    return re.compile("|".join(map(re.escape, starts)))
