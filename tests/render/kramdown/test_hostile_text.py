"""Text that was made to be slow, deep or broken."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.render.kramdown import Converter, Options

_PIECES = json.loads(
    (Path(__file__).parents[2] / "data" / "kramdown" / "hostile.json").read_text("utf-8")
)
_WORDS = [
    *_PIECES,
    "word ",
    "\n\n",
    "*[w]: long\n",
    "[w]: u 't'\n",
    "[^1]: n\n\n    m\n",
    "{:toc}\n",
]
_TEXTS = st.lists(st.sampled_from(_WORDS) | st.text(max_size=4), max_size=40).map("".join)
_OPTIONS = st.sampled_from(
    [
        Options(),
        Options(source_lines=True),
        Options(input="kramdown"),
        Options(hard_wrap=True, parse_block_html=True, release="2.5"),
        Options(html_to_native=True, entity_output="numeric", footnote_backlink_inline=True),
    ]
)


def _seconds(converter, text):
    started = time.process_time()
    converter.convert(text)
    return time.process_time() - started


@pytest.mark.parametrize("piece", _PIECES, ids=repr)
def test_a_thousand_openers_without_a_closer_cost_no_more_than_words(piece):
    """Half-typed and pasted text never holds the preview up: twice the text, twice the time."""
    converter = Converter()
    half = _seconds(converter, piece * (5_000 // len(piece)) + "\n")
    whole = _seconds(converter, piece * (10_000 // len(piece)) + "\n")
    assert whole < max(3.5 * half, 0.4)


@pytest.mark.parametrize(
    ("opener", "closer"),
    [
        *[("[", "]"), ("![", "](b)"), ("<b>", "</b>"), ("<div>\n", "</div>\n"), ("> ", "")],
        *[("*a _b ", "b_ a*"), ('<div markdown="1">\n', "</div>\n"), ("1. ", ""), ("(", ")")],
        ("- ", ""),
    ],
)
def test_what_nests_without_end_is_read_all_the_same(opener, closer):
    """Five thousand levels are no reason to stop."""
    text = opener * 5_000 + "x" + closer * 5_000 + "\n"
    assert "x" in Converter().convert(text).html


@given(_TEXTS, _OPTIONS)
def test_no_text_is_refused(text, options):
    """Whatever stands in the editor has a preview, and its blocks add up to it."""
    rendered = Converter(options).convert(text)
    assert "".join(block.html for block in rendered.blocks) == rendered.html or not text.strip()


@given(_TEXTS)
def test_lines_lie_inside_the_text(text):
    """No block claims a line that the text does not have, and none ends before it begins."""
    converter = Converter()
    converter.convert(text)
    lines = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    for span in converter.source_spans():
        assert 1 <= span.line <= span.last_line <= lines
