"""What of the shown post has to change, and which block a line is in."""

from hypothesis import given
from hypothesis import strategies as st

from editor.render.request import Block
from editor.ui.preview.patch import Patch, Place, difference, place_of


def named(names):
    """Give blocks with these one-letter names, each on two lines."""
    return tuple(Block(name, name, 2 * at, 2 * at + 1) for at, name in enumerate(names))


def test_one_changed_paragraph_is_one_changed_block():
    """Everything before and after it stays."""
    assert difference(named("abcd"), named("abxd")) == Patch(2, 1, named("abxd")[2:3])


def test_equal_neighbours_are_not_counted_twice():
    """Inserting one of several equal paragraphs inserts one."""
    assert difference(named("aab"), named("aaab")) == Patch(2, 0, named("aaab")[2:3])
    assert difference(named("aaab"), named("aab")).removed == 1


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_any_change_leads_from_the_old_post_to_the_new_one(before, after):
    """And none is larger than it must be at its ends."""
    shown, wanted = named(before), named(after)
    change = difference(shown, wanted)
    patched = list(shown)
    patched[change.first : change.first + change.removed] = change.blocks
    assert [block.id for block in patched] == list(after)
    assert change.is_empty() == (before == after)


BLOCKS = (Block("h", "h", -1, -1), *named("abc"), Block("d", "d", 4, 9))


def test_each_line_is_in_a_block():
    """The caret always has a place in the preview."""
    assert place_of(BLOCKS, 0) == Place(1, 0, 0.0)
    assert place_of(BLOCKS, 1) == Place(1, 1, 0.5)
    assert place_of(BLOCKS, 2) == Place(2, 0, 0.0)
    assert place_of(BLOCKS, 99) == Place(3, 95, 1.0)
    assert place_of(BLOCKS, -1) == Place(0, 0, 0.0)


def test_a_post_without_blocks_has_no_place():
    """Nothing to mark."""
    assert place_of((), 3) is None


def test_a_line_above_every_block_is_in_the_first():
    """Blank lines at the top of a post."""
    assert place_of((Block("a", "a", 4, 5),), 1) == Place(0, 0, 0.0)
