"""A post in pieces: what changes when a writer changes one paragraph."""

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
    moved, line = blocks.placed(ITEM.format(12, 13))
    assert line == 11
    assert moved == '<ul class="a"><li data-line="1" data-last-line="1">'
    assert blocks.placed(ITEM.format(5, 6)) == (moved, 4)


def test_notes_know_the_line_of_the_text():
    """They stand at the end, wherever they were written."""
    html, line = blocks.placed('<div><p data-line="7" data-last-line="9">a</p></div>')
    assert line is None
    assert html == '<div><p data-at="6" data-at-last="8">a</p></div>'


def test_a_piece_without_a_line_follows_on_the_one_before_it():
    """And no line ever goes back."""
    assert blocks.lines_of([-1, None, 4, None, 2, 9]) == [-1, 0, 4, 4, 4, 9]


def test_a_block_reaches_to_the_next_one():
    """Every line of the text belongs to a block."""
    numbered = blocks.number(["a", "b", "c"], [-1, 2, 5], 9)
    assert [(block.line, block.last_line) for block in numbered] == [(-1, 1), (2, 4), (5, 8)]
    assert blocks.number([], [], 3) == ()


def test_equal_blocks_have_equal_names():
    """So that two renderings are compared without reading them."""
    first, second, third = blocks.number(["a", "a", "b"], [0, 1, 2], 3)
    assert first.id == second.id != third.id
