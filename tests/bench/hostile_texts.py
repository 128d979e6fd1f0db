"""Texts that were made to be slow: each pattern is repeated to any number of characters."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path


def many(pattern: str, ending: str = "\n") -> Callable[[int], str]:
    """Return a maker of texts that repeat ``pattern``."""
    return lambda size: pattern * max(size // len(pattern), 1) + ending


def numbered(pattern: str) -> Callable[[int], str]:
    """Return a maker of texts that repeat ``pattern`` with a running number for ``N``."""

    def make(size: int) -> str:
        parts: list[str] = []
        length = 0
        while length < size:
            parts.append(pattern.replace("N", str(len(parts))))
            length += len(parts[-1])
        return "".join(parts) + "\n"

    return make


def halves(first: str, second: str) -> Callable[[int], str]:
    """Return a maker of texts with ``first`` often, then ``second`` as often."""
    return lambda size: (
        first * (size // (len(first) + len(second)))
        + "x"
        + second * (size // (len(first) + len(second)))
        + "\n"
    )


def staircase(mark: str, step: str) -> Callable[[int], str]:
    """Return a maker of texts in which each line is indented one step more than the last."""

    def make(size: int) -> str:
        lines: list[str] = []
        length = 0
        while length < size:
            lines.append(step * len(lines) + mark + "\n")
            length += len(lines[-1])
        return "".join(lines)

    return make


def growing(mark: str) -> Callable[[int], str]:
    """Return a maker of texts with runs of ``mark`` of growing length."""

    def make(size: int) -> str:
        runs: list[str] = []
        length = 0
        while length < size:
            runs.append(mark * (len(runs) + 1) + " x ")
            length += len(runs[-1])
        return "".join(runs) + "\n"

    return make


def lazy_quote(size: int) -> str:
    """Return one line of many quote marks, and many lines that follow it lazily."""
    return "> " * 500 + "a\n" + "b\n" * (size // 2)


REPEATED = json.loads(
    (Path(__file__).parents[1] / "data" / "kramdown" / "hostile.json").read_text("utf-8")
)
"""Small pieces; one after another they open what they never close."""

PATTERNS: Mapping[str, Callable[[int], str]] = {
    **{repr(pattern): many(pattern) for pattern in REPEATED},
    "brackets, balanced": halves("[", "]"),
    "brackets, unbalanced": lambda size: "[" * (size // 2) + "]" * (size // 4) + "\n",
    "images, balanced": halves("![", "](b)"),
    "images, no target": halves("![", "]"),
    "parentheses, balanced": lambda size: "[a]" + halves("(", ")")(size),
    "links, balanced": halves("[", "](b)"),
    "emphasis, balanced": halves("*a _b ", "b_ a*"),
    "strong, balanced": halves("**a *b ", "b* a**"),
    "elements, balanced": halves("<b>", "</b>"),
    "blocks, balanced": halves("<div>\n", "</div>\n"),
    "blocks with Markdown": halves('<div markdown="1">\n', "</div>\n"),
    "ticks, growing": growing("`"),
    "fences, growing": lambda size: growing("`")(size).replace(" x ", "\n"),
    "tildes, growing": lambda size: growing("~")(size).replace(" x ", "\n"),
    "quote with lazy lines": lazy_quote,
    "list, staircase": staircase("- a", "  "),
    "numbers, staircase": staircase("1. a", "   "),
    "quotes, staircase": staircase("> a", "> "),
    "definitions, staircase": staircase("a\n: b", "  "),
    "link definitions": numbered("[aN]: b\n"),
    "links and definitions": numbered("[aN][aN]\n\n[aN]: b\n"),
    "footnotes": numbered("a[^N]\n\n[^N]: b\n\n"),
    "footnotes in a row": numbered("[^N]: a[^N]\n"),
    "abbreviations": numbered("*[aN]: b\naN\n"),
    "abbreviations, long": numbered("*[aaaaaaaaaaN]: b\naaaaaaaaaa "),
    "headings": numbered("# a N\n"),
    "contents": lambda size: "* x\n{:toc}\n\n" + numbered("# a N\n")(size),
    "attribute lists": numbered("{:aN: .b}\n"),
    "attribute lists in a ring": lambda _size: (
        "".join(f"{{:a{n}: " + f"a{n + 1} " * 90 + "}\n" for n in range(90)) + "x\n{:a0}\n"
    ),
    "one long line": many('A sentence of plain words, "quoted" -- and *stressed*. '),
    "one long item": lambda size: "- " + many("  some words\n")(size),
    "deep item": lambda size: "-" + " " * size + "x\n" + " " * size + "y\n",
    "long number": lambda size: "1" * size + ". x\n",
    "long name": lambda size: "[^" + "a" * size + "]: x\n",
    "long attribute list": lambda size: "x\n{:" + " .a" * (size // 3) + "}\n",
    "long values": lambda size: "x\n{: a='" + "b\\' " * (size // 4) + "'}\n",
    "long info": lambda size: "```" + "a" * size + "\nx\n```\n",
    "long heading": lambda size: "# " + "a #" * (size // 3) + " {#" + "a" * 99 + "\n",
    "long underline": lambda size: "a\n" + "=" * size + "x\n",
    "long rule": lambda size: "* " * (size // 2) + "x\n",
    "long separator": lambda size: "a|b\n" + "-" * size + "|x\n",
    "blanks at ends": lambda size: ("a" + " " * 999 + "b\n") * (size // 1000),
    "wide table": lambda size: "|a" * (size // 2) + "|\n",
    "long table": numbered("|aN|b|\n"),
    "code with blank lines": many("    a\n\n"),
    "entity, long": lambda size: "&" + "a" * size + "\n",
    "attribute, long": lambda size: "<b " + "a " * (size // 2) + "\n",
    "blanks in a tag": lambda size: "<b" + " " * size + "x\n",
    "closing tags": lambda size: "<div>" + "</x>" * (size // 4) + "\n",
    "unclosed tags in emphasis": many("*a <b>c** "),
    "title, long": lambda size: '[a](b "' + 'c " ' * (size // 4) + "\n",
    "definition, titles": lambda size: "[a]: b" + ' "c' * (size // 3) + "\n",
}
