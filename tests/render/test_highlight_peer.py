"""The real Rouge gives the classes that are recorded here, and the same HTML."""

import json
from pathlib import Path

import pytest

from editor.render.highlight import Highlighter
from tests.peer.real_rouge import html, tokens
from tests.peer.real_ruby import needs

pytestmark = [pytest.mark.peer, needs("rouge")]
SAMPLES = json.loads(
    (Path(__file__).parents[1] / "data" / "code_colours.json").read_text(encoding="utf-8")
)
# Where a character's class differs, so does the HTML (test_highlight.py says how many do).
EQUAL = {"text", "xml", "console", "diff", "sh"}


def blocks():
    """Give language and code of each sample."""
    return [
        (sample["language"], "".join(text for _, text in sample["rouge"])) for sample in SAMPLES
    ]


def test_what_is_recorded_is_what_rouge_says():
    """The facts that the other tests stand on are Rouge's own."""
    recorded = [[tuple(token) for token in sample["rouge"]] for sample in SAMPLES]
    assert tokens(blocks()) == recorded


def test_the_html_is_rouges_to_the_byte():
    """With and without line numbers."""
    highlighter = Highlighter()
    for (language, code), (plain, numbered) in zip(blocks(), html(blocks()), strict=True):
        if language in EQUAL:
            assert highlighter.highlight(code, language) == plain
            assert highlighter.highlight_tag(code, language, numbered=True) == numbered
            assert highlighter.highlight_tag(code, language, numbered=False) == plain


def test_languages_are_the_same():
    """Each name that Rouge knows has a reader here, or is shown plain in its frame."""
    names = ["sh", "Dockerfile", "SQL", "rust,ignore", "solidity", "plist", "Ruby", "text"]
    known = [answer is not None for answer in tokens([(name, "x") for name in names])]
    highlighter = Highlighter()
    assert [highlighter.tokens("x", name) is not None for name in names] == known
