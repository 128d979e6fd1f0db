"""A line that was not touched keeps its line end, in a file with one kind or with three."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.post.line_ends import merge, most_used, shown

LINES = st.lists(st.text(alphabet="ab ", max_size=4), min_size=1, max_size=12)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\u2029"])


@st.composite
def mixed_texts(draw):
    """Make a text whose lines end in different ways."""
    lines = draw(LINES)
    return "".join(line + draw(ENDS) for line in lines[:-1]) + lines[-1]


@given(mixed_texts())
def test_a_text_that_was_only_shown_is_the_same_text(original):
    """Opening and saving changes no line end."""
    assert merge(original, shown(original)) == original


@given(mixed_texts(), LINES)
def test_a_text_pane_shows_what_was_typed(original, lines):
    """Whatever ends are put back, the lines are those on the screen."""
    new = "\n".join(lines)
    assert shown(merge(original, new)) == new


@given(mixed_texts(), st.data())
def test_lines_beside_a_changed_one_keep_their_ends(original, data):
    """One line is typed into, and it alone may differ."""
    lines = re.split("\r\n|[\n\r\u2029]", original)
    at = data.draw(st.integers(0, len(lines) - 1))
    # Letters that stand in no other line, so that the changed one can be told.
    lines[at] = "xyz"
    ends = re.findall("\r\n|[\n\r\u2029]", original)
    expected = "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))
    assert merge(original, "\n".join(lines)) == expected


@pytest.mark.parametrize(
    ("original", "new", "saved"),
    [
        ("a\r\nb\r\n", "a\nnew\nb\n", "a\r\nnew\r\nb\r\n"),
        ("a\rb\r", "a\nb\nc\n", "a\rb\rc\r"),
        ("a\r\nb\nc\n", "a\nnew\nb\nc\n", "a\r\nnew\r\nb\nc\n"),
        ("a\r\nb\nc\n", "a\nb\nnew\nc\n", "a\r\nb\nnew\nc\n"),
        ("new\r\nb\n", "first\nnew\nb\n", "first\r\nnew\r\nb\n"),
        ("one two\r\nb\n", "one\ntwo\nb\n", "one\r\ntwo\r\nb\n"),
        ("one\r\ntwo\nb\n", "one two\nb\n", "one two\nb\n"),
        ("a\r\nb\n", "", ""),
        ("a\u2029b\nc\n", "a\nnew\nb\nc\n", "a\u2029new\nb\nc\n"),
        ("a\rb\nc", "a\n\nc", "a\r\rc"),
        ("a", "a\nb", "a\r\nb"),
        ("", "x\r\ny", "x\r\ny"),
        ("a\nb", "a\rb", "a\nb"),
    ],
)
def test_a_new_line_ends_like_the_one_it_came_from(original, new, saved):
    """Enter in a CRLF line makes two CRLF lines; a rare end is not multiplied."""
    assert merge(original, new, line_end="\r\n") == saved


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("", "\n"),
        ("a\nb\r\nc\r\n", "\r\n"),
        ("a\rb\r\n\rc", "\r"),
        ("a\n", "\n"),
        ("a\u2029", "\n"),
    ],
)
def test_the_line_end_most_used_is_the_files_own(text, end):
    """New lines are written with it."""
    assert most_used(text) == end


def test_only_what_qt_takes_for_a_line_end_is_one():
    """U+0085, U+2028 and a form feed stay in the line, and in the text."""
    odd = "a\x85b\u2028c\x0cd"
    assert shown(odd) == odd
    assert shown("a\r\nb\rc\u2029d\ufdd0e\ufdd1") == "a\nb\nc\nd\ne\n"


def test_a_large_file_with_mixed_ends_does_not_stop_the_writer():
    """Two changes far apart in a long file are found without comparing every line with each."""
    original = "".join(f"line {at}\n" if at % 3 else f"line {at}\r\n" for at in range(30_000))
    lines = shown(original).split("\n")
    lines[3], lines[-4] = "first change", "second change"
    lines.insert(15_000, "new")
    start = time.perf_counter()
    saved = merge(original, "\n".join(lines))
    assert time.perf_counter() - start < 2
    kept = [line for line in saved.splitlines(keepends=True) if line.startswith("line")]
    assert kept == [
        line for at, line in enumerate(original.splitlines(keepends=True)) if at not in {3, 29_997}
    ]


def test_a_large_part_written_anew_gets_line_ends_too():
    """Where nothing of the old text is found nearby, a line ends like the one before it."""
    original = "a\r\nb\n" + "old\n" * 600
    new = "".join(f"new {at}\n" for at in range(700))
    assert shown(merge(original, new)) == new
