"""Turn straight quotes, dashes and dots into typographic ones, and nothing else.

Jekyll 4.3: `Converters::SmartyPants`: of kramdown's rules those for quotes, entities, symbols and
HTML.
"""

import re
from typing import Final

from editor.render.kramdown.code_writer import no_colours
from editor.render.kramdown.definitions import Definitions
from editor.render.kramdown.html_writer import HtmlWriter
from editor.render.kramdown.options import Options
from editor.render.kramdown.segments import Segment
from editor.render.kramdown.smart_quotes import read_smart_quote
from editor.render.kramdown.span_html import read_span_html
from editor.render.kramdown.span_scanner import RuleSet, SpanRules, SpanScanner
from editor.render.kramdown.typography import read_entity, read_symbol

_STARTS = re.compile(r"[\"'&<]|--|\.\.\.|>>")
_RULES: Final = SpanRules(
    _STARTS,
    {
        '"': (read_smart_quote,),
        "'": (read_smart_quote,),
        "&": (read_smart_quote, read_entity),
        "<": (read_smart_quote, read_symbol, read_span_html),
        "-": (read_symbol,),
        ".": (read_symbol,),
        ">": (read_symbol,),
    },
)
_RULE_SET: Final = RuleSet(_RULES, _RULES, _RULES)


def smartified(text: str, options: Options) -> str:
    """Give a text with typographic signs."""
    source = text.replace("\r\n", "\n").removesuffix("\n") + "\n"
    definitions = Definitions()
    root = SpanScanner(source, _RULE_SET, options, definitions).read()
    blocks = HtmlWriter(options, definitions, no_colours).write([Segment(source, root)], source)
    return "".join(block.html for block in blocks).removesuffix("\n")
