"""Write code as Jekyll does with Rouge: frames for languages that Rouge knows, plain else."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from editor.render.kramdown.characters import STRIPPED
from editor.render.kramdown.escaping import attributes_html, escape_code
from editor.render.kramdown.options import Options
from editor.render.kramdown.rouge_names import NAMES, PLAIN
from editor.render.kramdown.tree import Node

Highlight: TypeAlias = Callable[[str, str], str | None]
"""Colour code in a language: ``(code, language) -> HTML`` with ``<span class="...">`` for tokens.

The HTML must be escaped and have the code's own text; None leaves the code plain.
"""

_LANGUAGE = re.compile(r"\blanguage-([^ \t\n\v\f\r]+)")
_SHOWN_BLANKS = re.compile(r"(?P<left>^[ \t]+)|(?P<right>[ \t]+$)|[ \t]+", re.MULTILINE)


def no_colours(_code: str, _language: str) -> str | None:
    """Leave all code plain."""
    return None


class CodeWriter:
    """Writes code blocks and code spans; ``highlight`` supplies the colours."""

    def __init__(self, options: Options, highlight: Highlight) -> None:
        self.highlight = highlight
        self.engine = options.syntax_highlighter
        shared = dict(options.syntax_highlighter_opts)
        span, block = shared.pop("span", None), shared.pop("block", None)
        self.span_settings = _merged(shared, span)
        self.block_settings = _merged(shared, block)

    def block(self, node: Node, indent: int, extra: Mapping[str, str]) -> str:
        """Return the HTML of a code block; ``extra`` are attributes for its outermost tag."""
        attributes = dict(node.attributes)
        language = _take_language(attributes)
        settings = self.block_settings
        inner = self._coloured(node.value, node.language or language, settings)
        blanks = " " * indent
        if inner is None:
            return self._plain_block(node, language, indent, {**attributes, **extra})
        self._add_classes(attributes, language or _text(settings, "default_lang"))
        style = _text(settings, "css_class") or "highlight"
        return (
            f"{blanks}<div{attributes_html({**attributes, **extra})}>"
            f'<div class="highlight"><pre class="{style}"><code>{inner}</code></pre></div>'
            f"{blanks}</div>\n"
        )

    def _plain_block(
        self, node: Node, language: str, indent: int, attributes: Mapping[str, str]
    ) -> str:
        code = escape_code(node.value).removesuffix("\n")
        if re.search(r"\bshow-whitespaces\b", node.attributes.get("class", "")):
            code = _SHOWN_BLANKS.sub(_show_blanks, code)
        inner = attributes_html({"class": f"language-{language}"} if language else {})
        return (
            f"{' ' * indent}<pre{attributes_html(attributes)}><code{inner}>{code}\n</code></pre>\n"
        )

    def span(self, node: Node) -> str:
        """Return the HTML of a code span."""
        attributes = dict(node.attributes)
        found = _LANGUAGE.search(attributes.get("class", ""))
        language = found[1] if found else ""
        inner = self._coloured(node.value, language, self.span_settings)
        if inner is None:
            inner = escape_code(node.value)
        else:
            self._add_classes(attributes, language or _text(self.span_settings, "default_lang"))
        return f"<code{attributes_html(attributes)}>{inner}</code>"

    def _coloured(self, code: str, named: str, settings: Mapping[str, object]) -> str | None:
        """Return the code as Rouge would frame it, None where kramdown gives no frame."""
        wanted = named or _text(settings, "default_lang")
        if self.engine != "rouge" or settings.get("disable"):
            return None
        guessed = "plaintext" if settings.get("guess_lang") else ""
        language = wanted.partition("?")[0] if wanted else guessed
        if language not in NAMES or (language in PLAIN and not settings.get("guess_lang")):
            return None
        coloured = None if language in PLAIN else self.highlight(code, language)
        html = escape_code(code) if coloured is None else coloured
        return _numbered(html, code, settings) if settings.get("line_numbers") else html

    def _add_classes(self, attributes: dict[str, str], language: str) -> None:
        classes = f"{attributes.get('class', '')} highlighter-{self.engine}".lstrip(STRIPPED)
        if language:
            if re.match(r"language-[^ \t\n\v\f\r]", classes):
                classes = _LANGUAGE.sub(f"language-{language}".replace("\\", r"\\"), classes, 1)
            else:
                classes = f"language-{language} {classes}"
        attributes["class"] = classes


def _merged(shared: Mapping[str, object], own: object) -> dict[str, object]:
    more = own if isinstance(own, Mapping) else {}
    return {**shared, **{str(key).removeprefix(":"): value for key, value in more.items()}}


def _text(settings: Mapping[str, object], key: str) -> str:
    value = settings.get(key)
    return "" if value is None else str(value)


def _take_language(attributes: dict[str, str]) -> str:
    """Take ``language-x`` out of the classes and return ``x``."""
    classes = attributes.get("class", "")
    found = _LANGUAGE.search(classes)
    if found is None:
        return ""
    left = (classes[: found.start()] + classes[found.end() :]).strip(STRIPPED)
    if left:
        attributes["class"] = left
    else:
        del attributes["class"]
    return found[1]


def _numbered(html: str, code: str, settings: Mapping[str, object]) -> str:
    """Return the table with line numbers that Rouge makes."""
    lines = code.count("\n")
    if not code.endswith("\n"):
        lines += 1
        html += "\n"
    start = settings.get("start_line", 1)
    first = start if isinstance(start, int) else 1
    numbers = "\n".join(str(number) for number in range(first, first + lines))
    return (
        '<table class="rouge-table"><tbody><tr><td class="rouge-gutter gl">'
        f'<pre class="lineno">{numbers}\n</pre></td>'
        f'<td class="rouge-code"><pre>{html}</pre></td></tr></tbody></table>'
    )


def _show_blanks(found: re.Match[str]) -> str:
    side = "-l" if found["left"] else "-r" if found["right"] else ""
    return "".join(
        f'<span class="ws-tab{side}">\t</span>'
        if blank == "\t"
        else f'<span class="ws-space{side}">&#8901;</span>'
        for blank in found[0]
    )
