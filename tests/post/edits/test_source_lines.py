"""Which lines a value takes up, wherever libyaml says that it ends."""

import pytest

from editor.post.edits.source_lines import (
    after_line,
    after_lines,
    column,
    content_end,
    content_start,
    line_end,
    line_start,
    skip_blanks,
)
from editor.post.yaml_text import parse


def first_value(text):
    """Give the value of the first key."""
    return parse(text).root.pairs[0][1]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_a_line_ends_where_yaml_ends_it(end):
    """Also at ends that no text pane shows as one."""
    text = f"ab{end}cd{end}e"
    middle = 2 + len(end)
    assert line_start(text, middle + 1) == middle
    assert line_end(text, middle) == middle + 2
    assert after_line(text, middle) == after_lines(text, middle + 1) == 4 + 2 * len(end)
    assert after_lines(text, middle) == middle
    assert column(text, middle + 1) == 1
    assert line_end(text, len(text)) == after_line(text, len(text)) == len(text)


def test_blanks_are_spaces_and_tabs():
    """Not the no-break space."""
    assert skip_blanks("a \t\u00a0", 1) == 3
    assert skip_blanks("  ", 0) == 2


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("a: x\n\n", "x"),
        ("a: |\n  x\n\n\nb: 1\n", "|\n  x\n"),
        ("a: |+\n  x\n\nb: 1\n", "|+\n  x\n\n"),
        ("a: |\n  x\n    \nb: 1\n", "|\n  x\n    \n"),
        ("a: |\n  x\n  \nb: 1\n", "|\n  x\n"),
        ("a: |\n\n  x\n", "|\n\n  x\n"),
        ("a: | # c\n\nb: 1\n", "| # c\n"),
        ("a:\n- x\n- |\n  y\n\nb: 1\n", "- x\n- |\n  y\n"),
        ("a:\n  b:\n    c: 'd'  # e\n\n", "b:\n    c: 'd'"),
        ("a: [x,\n  y] # c\n", "[x,\n  y]"),
    ],
)
def test_blank_lines_after_a_value_are_no_part_of_it(text, own):
    """Unless its header says that they are, or they are indented deeper than the text."""
    node = first_value(text)
    assert text[node.start : content_end(text, node)] == own


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("a: ! 'x'\n", "'x'"),
        ("a: &n !t x\n", "x"),
        ("a: !t # c\n  x\n", "x"),
        ("a: &n\n- x\n", "- x"),
        ("a: &n\n", ""),
        ("a: x\n", "x"),
        ("b: &n 1\na: *n\n", "1"),
    ],
)
def test_a_value_begins_after_its_tag_and_its_anchor(text, own):
    """They can stand lines before it."""
    node = first_value(text)
    assert text[content_start(text, node) : node.end] == own
