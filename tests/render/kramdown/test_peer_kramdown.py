"""Whole posts, against the real kramdown."""

import random
from pathlib import Path

import pytest

from editor.render.kramdown import Converter, Options
from tests.peer.bodies import mutated
from tests.peer.real_kramdown import render
from tests.peer.real_ruby import needs

pytestmark = [pytest.mark.peer, needs("kramdown", "kramdown-parser-gfm", "rouge")]

_BODIES = sorted((Path(__file__).parents[2] / "data" / "kramdown" / "bodies").glob("*.md"))
_SETTINGS = [
    {},
    {"input": "kramdown"},
    {"hard_wrap": True, "parse_block_html": True},
    {"gfm_quirks": "", "parse_span_html": False, "math_engine": None},
    {"entity_output": "numeric", "footnote_nr": 3, "toc_levels": "2..3", "auto_id_prefix": "p-"},
    {"entity_output": "symbolic", "smart_quotes": "apos,apos,quot,quot", "header_offset": 1},
    {"html_to_native": True, "footnote_backlink_inline": True, "footnote_prefix": "n"},
    {"typographic_symbols": {"ndash": "--"}, "auto_ids": False, "footnote_backlink": ""},
    {"syntax_highlighter": "none"},
]

_OWN_SETTINGS = [
    *[
        'input="kramdown"',
        'hard_wrap="true"',
        'gfm_quirks=""',
        'auto_ids="false"',
        'toc_levels="2"',
    ],
    *['auto_id_stripping="false"', 'parse_block_html="true"', 'entity_output="numeric"'],
    *['footnote_nr="4"', 'smart_quotes="39,39,quot,34"', 'math_engine=""', 'header_offset="2"'],
    *['syntax_highlighter=""', 'link_defs="{arch: [b]\\}"', 'html_to_native="true"', 'nosuch="1"'],
    *['typographic_symbols="{ndash: x\\}"', 'syntax_highlighter_opts="{disable: true\\}"'],
]


def _texts():
    return [path.read_text("utf-8") for path in _BODIES]


def _expect_equal(texts, settings):
    converter = Converter(Options.from_config(settings))
    wanted = render(texts, settings)
    for text, want in zip(texts, wanted, strict=True):
        if want is not None:
            assert converter.convert(text).html == want


@pytest.mark.parametrize("settings", _SETTINGS, ids=repr)
def test_a_post_is_rendered_as_kramdown_renders_it(settings):
    """Byte for byte, under whatever settings the site has."""
    _expect_equal(_texts(), settings)


def test_a_half_typed_post_is_rendered_as_kramdown_renders_it():
    """The preview is right after each key, not only when the post is finished."""
    dice = random.Random(4)
    texts = [text[: dice.randrange(len(text))] for text in _texts() for _ in range(60)]
    _expect_equal(texts, {})


def test_a_mangled_post_is_rendered_as_kramdown_renders_it():
    """A slip anywhere has the effect in the preview that it has on the site."""
    dice = random.Random(5)
    texts = [mutated(text, dice) for text in _texts() for _ in range(60)]
    _expect_equal(texts, {})


@pytest.mark.parametrize("setting", _OWN_SETTINGS)
def test_a_post_that_sets_options_itself_is_rendered_as_kramdown_renders_it(setting):
    """What `{::options}` can change changes, from where kramdown lets it."""
    texts = _texts()
    _expect_equal([f"{text}\n{{::options {setting} /}}\n\n{text}" for text in texts], {})
