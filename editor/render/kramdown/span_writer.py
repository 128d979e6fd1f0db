"""Write spans that have no spans inside."""

from collections.abc import Callable

import regex

from editor.render.kramdown.code_writer import CodeWriter
from editor.render.kramdown.definitions import Definitions
from editor.render.kramdown.entities import character, entity_code, entity_name
from editor.render.kramdown.escaping import attributes_html, escape_code, escape_text
from editor.render.kramdown.options import Options
from editor.render.kramdown.tree import Kind, Node

_SYMBOLS = {
    "laquo_space": ("laquo", "nbsp"),
    "raquo_space": ("nbsp", "raquo"),
}
_QUOTES = ("lsquo", "rsquo", "ldquo", "rdquo")
_NOT_AS_CHARACTER = {"<", ">", "&"}
_NAMED_AT_LEAST = {"<", ">", "&", '"'}
_CJK = r"[\p{Han}\p{Hiragana}\p{Katakana}]"
_BROKEN_CJK = regex.compile(rf"(?<={_CJK})\n(?={_CJK})")


class SpanWriter:
    """Writes text, characters, quotes, images, code and formulas."""

    def __init__(self, options: Options, definitions: Definitions, code: CodeWriter) -> None:
        self.options = options
        self.definitions = definitions
        self.by_kind: dict[Kind, Callable[[Node], str]] = {
            "text": self._text,
            "entity": self._entity,
            "smart_quote": self._quote,
            "symbol": self._symbol,
            "br": _line_break,
            "img": _image,
            "code": code.span,
            "raw": _raw,
            "abbreviation": self._abbreviation,
        }

    def _text(self, node: Node) -> str:
        text = escape_text(node.value)
        return _BROKEN_CJK.sub("", text) if self.options.remove_line_breaks_for_cjk else text

    def _entity(self, node: Node) -> str:
        return self.entity(node.value, node.original)

    def entity(self, value: str, original: str | None = None) -> str:
        """Return a character as the option ``entity_output`` wants it."""
        code = entity_code(value)
        if code is None:
            return escape_text(original or value)
        char, name = character(code), entity_name(code)
        output = self.options.entity_output
        if output == "as_char" and char is not None and char not in _NOT_AS_CHARACTER:
            return char
        if output in {"as_input", "as_char"} and original is not None:
            return original
        if name is not None and (output == "symbolic" or char in _NAMED_AT_LEAST):
            return f"&{name};"
        return f"&#{code};"

    def _quote(self, node: Node) -> str:
        return self.entity(self.options.smart_quotes[_QUOTES.index(node.value)])

    def _symbol(self, node: Node) -> str:
        own = self.options.typographic_symbols.get(node.value)
        if own is not None:
            return escape_text(own)
        return "".join(self.entity(name) for name in _SYMBOLS.get(node.value, (node.value,)))

    def _abbreviation(self, node: Node) -> str:
        known = self.definitions.abbreviations.get(node.definition or node.value)
        if known is None:
            return f"<abbr>{node.value}</abbr>"
        attributes = dict(known.node.attributes)
        if known.title:
            attributes["title"] = known.title
        return f"<abbr{attributes_html(attributes)}>{node.value}</abbr>"

    def formula(self, node: Node, indent: int, place: dict[str, str]) -> str:
        """Return a formula as MathJax reads it, or in a box of its own without an engine.

        ``place`` are attributes for the box of a block, if it gets one.
        """
        value, attributes = node.value, dict(node.attributes)
        if self.options.math_engine != "mathjax":
            attributes["class"] = f"{attributes.get('class', '')} kdmath".lstrip()
            block_value = f"$$\n{value}\n$$"
        else:
            block_value = f"\\[{escape_code(value)}\\]\n"
            if not attributes:
                return rf"\({escape_code(value)}\)" if node.inline else block_value
        if node.inline:
            return f"<span{attributes_html(attributes)}>${value}$</span>"
        tagged = attributes_html({**attributes, **place})
        return f"{' ' * indent}<div{tagged}>{block_value}</div>\n"


def _line_break(_node: Node) -> str:
    return "<br />"


def _image(node: Node) -> str:
    return f"<img{attributes_html(node.attributes)} />"


def _raw(node: Node) -> str:
    if node.formats and "html" not in node.formats:
        return ""
    return node.value if node.inline else f"{node.value}\n"
