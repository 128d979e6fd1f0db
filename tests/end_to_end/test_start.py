import pytest

pytestmark = pytest.mark.end_to_end


def test_the_first_start_shows_the_sample_site_which_can_be_written_in(desk, home):
    """A copy in the person's own data folder, its showcase post open."""
    desk.program.open([])
    path = desk.session.path
    assert path.name == "2025-11-17-ferry-named-after-the-soleil.md"
    assert path.is_relative_to(home)
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    desk.window.commands.save()
    assert b"boat! that" in path.read_bytes()


def test_a_fresh_sample_leaves_the_one_that_was_written_in(desk):
    """Help offers a new copy beside the old one, at any time."""
    desk.program.open([])
    first = desk.session.path
    first.write_bytes(b"mine")
    desk.window.actions_table["sample_site"].trigger()
    assert desk.session.path != first
    assert desk.session.path.name == first.name
    assert first.read_bytes() == b"mine"


def test_the_post_that_was_open_last_is_open_again(desk):
    """Without anything asked for, the last post comes back."""
    path = desk.open("_posts/2025-11-12-bridge-opens.md")
    desk.open()
    desk.open(path)
    desk.window.commands.begin()
    desk.program.open([])
    assert desk.session.path == path
