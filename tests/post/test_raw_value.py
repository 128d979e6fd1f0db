import pytest

from editor.post.field_values import Literal
from editor.post.raw_value import NotAValue, read_raw_value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("{a: 1, b: [x, 'y']}", {"a": 1, "b": ["x", "y"]}),
        ("a: 1\nb:\n  - x\n  - c: true", {"a": 1, "b": ["x", {"c": True}]}),
        ("- a\n- b", ["a", "b"]),
        ("plain text", "plain text"),
        ("12", 12),
        ("|\n  one\n  two", "one\ntwo"),
    ],
)
def test_one_value_is_read_whatever_its_shape(typed, value):
    """It may stand on one line or on several."""
    assert read_raw_value(typed) == value


@pytest.mark.parametrize("typed", ["", "\n", "~", "# remark"])
def test_nothing_is_no_value(typed):
    """An emptied field leaves its key without a value."""
    value = read_raw_value(typed)
    assert (value, type(value)) == ("", Literal)


@pytest.mark.parametrize("typed", ["{a: 1", "a: b: c", '"open', "a: 1\n b: 2"])
def test_what_is_no_yaml_is_refused_in_a_sentence(typed):
    """The sentence is one for a writer."""
    with pytest.raises(NotAValue, match="not YAML yet"):
        read_raw_value(typed)


def test_the_line_with_the_fault_is_named():
    """In a value of several lines one looks at the right one."""
    with pytest.raises(NotAValue, match="line 3"):
        read_raw_value("a: 1\nb: 2\nc: d: e")
