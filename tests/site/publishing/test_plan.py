import pytest

from editor.site.publishing.plan import FileChange, Plan, changed_lines


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("a\nb\nc", "a\nB\nc", [("b", "B")]),
        ("a\nb\nc\nd", "A\nb\nc\nD", [("a", "A"), ("d", "D")]),
        ("a\nc", "a\nb\nc", [("", "b")]),
        ("a\nb\nc", "a\nc", [("b", "")]),
        ("a\nb", "a\nx\ny", [("b", ""), ("", "x"), ("", "y")]),
        ("a", "a", []),
    ],
)
def test_the_lines_that_change_are_paired(old, new, lines):
    """What was and what will be, side by side; nothing of what stays."""
    assert changed_lines(old, new) == lines


def test_the_inverse_of_the_inverse_is_the_step(tmp_path):
    """Undo is a step like any other."""
    change = FileChange(tmp_path / "a.md", tmp_path / "b.md", b"old", b"new")
    plan = Plan("Done.", (change,), ("Note.",), "/a/", "/b/")
    back = plan.inverse()
    assert back.changes == (FileChange(tmp_path / "b.md", tmp_path / "a.md", b"new", b"old"),)
    assert back.inverse().changes == plan.changes
    assert (back.old_url, back.new_url) == ("/b/", "/a/")


def test_a_plan_that_changes_no_byte_and_no_name_does_nothing(tmp_path):
    """A rename to the name that a file has is no step."""
    path = tmp_path / "a.md"
    assert Plan("", (FileChange(path, path, b"x", b"x"),)).does_nothing
    assert not Plan("", (FileChange(path, None, b"x", b""),)).does_nothing
    assert not Plan("", (FileChange(path, path, b"x", b"y"),)).does_nothing
