"""A post in pieces: what changes when a writer changes one paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.render import blocks


def test_each_top_level_element_and_each_bare_text_is_a_piece():
    """Blank space between elements belongs to nobody."""
    html = '<p>a <b>b</b></p>\n<hr>\nbare <i>c</i>\n<ul>\n<li>d<img src="x"></li>\n</ul>\n'
    assert list(blocks.top_level(html)) == [
        "<p>a <b>b</b></p>",
        "<hr>",
        "\nbare ",
        "<i>c</i>",
        '<ul>\n<li>d<img src="x"></li>\n</ul>',
    ]


TREES = st.recursive(
    st.sampled_from(["<hr>", '<img src="a">', "text"]),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: f"<div>{''.join(parts)}</div>"),
    max_leaves=8,
)


@given(st.lists(TREES, max_size=6).map("\n".join))
def test_the_pieces_are_the_whole(html):
    """Nothing is lost but blank space, and every piece is complete in itself."""
    pieces = list(blocks.top_level(html))
    assert "".join("".join(pieces).split()) == "".join(html.split())
    for piece in pieces:
        assert piece.count("<div>") == piece.count("</div>")


ITEM = (
    '<ul class="a" data-line="{0}" data-last-line="{1}"><li data-line="{1}" data-last-line="{1}">'
)


def test_a_piece_that_moves_does_not_change():
    """The line stands beside the piece; lines inside it count from its own."""
    one, other = blocks.placed(ITEM.format(12, 13)), blocks.placed(ITEM.format(5, 6))
    assert one.html == other.html == '<ul class="a"><li data-line="1" data-last-line="1">'
    assert one.id == other.id
    assert (one.line, other.line) == (11, 4)


def test_notes_know_the_line_of_the_text():
    """They stand at the end, wherever they were written."""
    piece = blocks.placed('<div><p data-line="7" data-last-line="9">a</p></div>')
    assert piece.line is None
    assert piece.html == '<div><p data-at="6" data-at-last="8">a</p></div>'


def test_a_piece_without_a_line_follows_on_the_one_before_it():
    """And no line ever goes back."""
    assert blocks.lines_of([-1, None, 4, None, 2, 9]) == [-1, 0, 4, 4, 4, 9]


def test_a_block_reaches_to_the_next_one():
    """Every line of the text belongs to a block."""
    numbered = blocks.number([blocks.placed(name) for name in "abc"], [-1, 2, 5], 9)
    assert [(block.line, block.last_line) for block in numbered] == [(-1, 1), (2, 4), (5, 8)]
    assert blocks.number([], [], 3) == ()


def test_equal_blocks_have_equal_names():
    """So that two renderings are compared without reading them."""
    pieces = [blocks.placed(name) for name in "aab"]
    first, second, third = blocks.number(pieces, [0, 1, 2], 3)
    assert first.id == second.id != third.id


def test_html_moves_with_the_text():
    """What would stand before the first line stands on none."""
    html = '<p data-line="3" data-last-line="4">'
    assert blocks.moved(html, 2) == '<p data-line="5" data-last-line="6">'
    assert blocks.moved(html, -3) == "<p>"
    assert blocks.without_lines(html) == "<p>"


@pytest.mark.parametrize(
    ("html", "is_balanced"),
    [
        ("<p>a<br>b<img src='x' /></p>", True),
        ("<div><p>a</div>", False),
        ("</div><div>", False),
        ("<DIV></div>", True),
        ("a", True),
    ],
)
def test_html_that_opens_what_it_does_not_close_is_known(html, is_balanced):
    """Such blocks are looked at together."""
    assert blocks.is_balanced(html) == is_balanced
