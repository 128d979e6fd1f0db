"""How Dateline writes Markdown: plain kramdown, with no more escapes than its rules ask for."""

import re
from typing import Final

from bs4 import Tag
from markdownify import ATX, MarkdownConverter
from typing_extensions import override

from editor.convert.fragment import classes
from editor.convert.losses import Losses
from editor.convert.tables import grid_of
from editor.post.markdown_edits.tables.cells import width

# Signs that mean something wherever they stand in a line.
_ANYWHERE = re.compile(
    r"([\\`*|]|\[(?=[^\]]*\][(\[:])|\[\^|\{(?=:)|(?<!\w)_|_(?!\w)|\$(?=\$)|<(?=[A-Za-z/!?]))"
)
# Signs that mean something at the beginning of a line.
_AT_BEGINNING = re.compile(r"^(\s*)(#{1,6}(?=\s)|>|[-+*](?=\s)|:(?=\s)|~~~|={2,}\s*$|-{2,}\s*$)")
_NUMBER = re.compile(r"^(\s*\d+)(\.)(?=\s)")
_TWO_BLANKS = re.compile(r"(?<=\S) {2,}(?=\S)")
_LIQUID = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%", re.DOTALL)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LANGUAGE = re.compile(r"^(?:language|lang|brush|highlight-source|sourceCode)[-: ]([\w+#-]+)$")
_TICKS = re.compile(r"`+")
_FENCE: Final = "```"


class HouseStyle(MarkdownConverter):
    """Write a cleaned tree as Markdown; what markdownify decides otherwise is decided here."""

    def __init__(self, losses: Losses) -> None:
        super().__init__(
            heading_style=ATX,
            bullets="-",
            strong_em_symbol="*",
            newline_style="spaces",
            autolinks=True,
            sub_symbol="<sub>",
            sup_symbol="<sup>",
        )
        self._losses = losses

    @override
    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Keep signs that kramdown or Liquid would take for theirs."""
        escaped = _ENTITY.sub("&amp;", _ANYWHERE.sub(r"\\\1", text))
        escaped = _LIQUID.sub(lambda found: f"{{% raw %}}{found[0]}{{% endraw %}}", escaped)
        return escaped.replace("\\{% raw", "{% raw")

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write a paragraph; in a cell or a heading it is just words."""
        words = _whole_lines(_TWO_BLANKS.sub(" ", text.strip()))
        if "_inline" in parent_tags:
            return f" {words} "
        return f"\n\n{words}\n\n" if words else ""

    def convert_div(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write a box as a paragraph of its own."""
        return self.convert_p(el, text, parent_tags) if el.find("p") is None else f"\n\n{text}\n\n"

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write code between fences that it does not hold, with its language if that is told."""
        code = el.get_text().strip("\n")
        if not code.strip():
            return ""
        longest = max((len(found) for found in _TICKS.findall(code)), default=0)
        fence = "`" * max(len(_FENCE), longest + 1)
        return f"\n\n{fence}{_language(el)}\n{code}\n{fence}\n\n"

    def convert_table(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write a table, its cells lined up in the source."""
        grid = grid_of(el, self._losses)
        rows = [[self._cell(cell) for cell in row] for row in grid.rows]
        if not rows:
            return ""
        widths = [max(3, *(width(row[column]) for row in rows)) for column in range(grid.width())]
        lines = [_line(row, widths) for row in rows]
        if grid.has_head and len(lines) > 1:
            rules = [_rule(*pair) for pair in zip(grid.alignments(), widths, strict=True)]
            lines.insert(1, _line(rules, widths))
        return "\n\n" + "\n".join(lines) + "\n\n"

    def convert_footnote_mark(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write the mark of a footnote."""
        return f"[^{text.strip()}]"

    def convert_s(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Strike words through, as GitHub's Markdown does."""
        words = text.strip()
        return text.replace(words, f"~~{words}~~") if words else text

    convert_del = convert_s
    convert_strike = convert_s

    def _cell(self, cell: Tag | None) -> str:
        if cell is None:
            return ""
        inner = self.process_tag(cell, {"table", "tr", "_inline"})
        return " ".join(inner.split())

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Break a line within a paragraph; a row of a table has but one."""
        if parent_tags & {"td", "th"}:
            return " <br> "
        return " " if "_inline" in parent_tags else "  \n"

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Give the words of a cell."""
        return text

    convert_th = convert_td


def _whole_lines(words: str) -> str:
    """Escape what would begin something else at the start of a paragraph's lines."""
    lines = words.split("\n")
    return "\n".join(_NUMBER.sub(r"\1\\.", _AT_BEGINNING.sub(r"\1\\\2", line)) for line in lines)


def _language(pre: Tag) -> str:
    code = pre.find("code")
    around = [pre, *([code] if isinstance(code, Tag) else []), *list(pre.parents)[:2]]
    for tag in around:
        for name in sorted(classes(tag)):
            found = _LANGUAGE.match(name)
            if found is not None:
                return found[1].casefold()
    return ""


def _line(cells: list[str], widths: list[int]) -> str:
    padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"


def _rule(sign: str, wide: int) -> str:
    return sign[0] + "-" * (wide - 2) + sign[-1]
