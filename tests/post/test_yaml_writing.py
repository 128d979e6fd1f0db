"""A text that is written is the text that everyone reads back."""

import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from editor.post.yaml_dialects import reads_as_text
from editor.post.yaml_nodes import Scalar
from editor.post.yaml_text import parse
from editor.post.yaml_values import ValueReader
from editor.post.yaml_writing import (
    can_be_plain,
    double_quoted,
    key_spelling,
    single_quoted,
    text_spellings,
    unquoted_spelling,
)

# YAML 1.2, core schema.
YAML_12 = re.compile(
    r"null|Null|NULL|~|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
# Every sign that YAML gives a meaning, in short texts, so that they meet.
TRICKY = st.text(alphabet="ab1 :#-?,[]{}\"'\\&*!|>%@`~=<.\n\t\u00a0\u0085\u2028\ufeff\udce9é😀")


def scalar(source):
    """Give the value of `k: <source>`."""
    root = parse(f"k: {source}\n").root
    ((_, node),) = root.pairs
    return node


@given(TRICKY | st.text())
def test_each_spelling_of_a_text_is_read_back(text):
    """In quotes or without, on one line, the text is the same."""
    for style in ("", "'", '"'):
        for quote in (None, "'", '"'):
            for spelling in text_spellings(text, like=style, quote=quote):
                node = scalar(spelling)
                assert node.text == text
                assert node.quoted or reads_as_text(text)


@given(TRICKY)
@example("word:x")
@example("a?b")
@example("https://x.example/y")
def test_a_plain_item_in_brackets_is_one_item(text):
    """No comma, bracket or colon of a text ends the item it stands in."""
    if can_be_plain(text, in_flow=True):
        root = parse(f"k: [{text}, {text}]\n").root
        assert [item.text for item in root.pairs[0][1].items] == [text, text]


@given(TRICKY | st.from_regex(r"\A[-+0-9a-fxob_,.:eETZ ]{1,24}\Z"))
def test_what_reads_as_text_is_text_to_pyyaml_and_yaml_12(text):
    """Jekyll is not the only one to read a post."""
    if can_be_plain(text):
        tag = yaml.resolver.Resolver().resolve(yaml.ScalarNode, text, (True, False))
        assert tag == "tag:yaml.org,2002:str"
        assert YAML_12.fullmatch(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("yes", "No", "y", "N", "null", "~", "=", "<<", "on", "OFF", ":wave", "012", "1,000"),
        *("0o12", "1e3", "12:30", "1.10", "1_000", ".5", "+1", "0x1F", ".inf", "2016-01-01"),
        *("2016-1-1 x", "- a", "-", "? a", "#a", "a #b", "a: b", "a:", "@a", "`a`", "%a", "[a"),
        *("{a", "a\tb", "", " a", "a ", "\u00a0a", "---", "...", "--- a", "a\x85b", "\ufeffa"),
        *("'a", '"a', "!a", ", a", "._", "5._", "_1"),
    ],
)
def test_what_something_reads_as_something_else_gets_quotes(text):
    """A title "No" is a title."""
    assert not can_be_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Sea glass", "a:b", "a#b", "1.2.3", "v1", "50%", "1/2", "12:75 p.m.", "قديم", "日本"),
        *("https://x.example/?a=b", "😀", "-a", "?a", "a, b", "it's", "x]", "nope", "2016-"),
        *("a\u00a0b", "=x"),
    ],
)
def test_what_everyone_reads_as_text_needs_no_quotes(text):
    """Quotes where none are needed are noise in a writer's file."""
    assert can_be_plain(text)


def test_readable_characters_stay_readable_in_quotes():
    """Only what cannot be seen is escaped."""
    assert double_quoted('é😀\u00a0 "x" \\ \n\t\x07\x85\u2028\ufeff\x1f') == (
        '"é😀\u00a0 \\"x\\" \\\\ \\n\\t\\a\\N\\L\\uFEFF\\x1F"'
    )
    assert single_quoted("it's") == "'it''s'"
    assert single_quoted("a\nb") is None


@pytest.mark.parametrize(
    ("text", "like", "quote", "first"),
    [
        ("a: b", "", None, '"a: b"'),
        ("a: b", "", "'", "'a: b'"),
        ('"a": b', "", None, "'\"a\": b'"),
        ("C:\\a: b", "", None, "'C:\\a: b'"),
        ('"a": b', "", '"', '"\\"a\\": b"'),
        ("plain", "'", '"', "'plain'"),
        ("a\nb", "'", None, '"a\\nb"'),
    ],
)
def test_quotes_follow_the_value_then_the_file_then_the_text(text, like, quote, first):
    """Double quotes are the rule; a text full of them is easier to read in single ones."""
    assert text_spellings(text, like=like, quote=quote)[0] == first


@pytest.mark.parametrize(
    "value",
    [None, True, False, 0, -7, 1.0, 1e16, 1.5e300, 1e-7, float("inf"), float("-inf")],
)
def test_a_value_that_is_no_text_is_read_back(value):
    """Jekyll reads `1e+16` as text, so it is not written like that."""
    node = scalar(unquoted_spelling(value))
    assert ValueReader().read(node) == value


def test_not_a_number_is_written_as_jekyll_reads_it():
    """It is the only value that is not equal to itself."""
    assert unquoted_spelling(float("nan")) == ".nan"


@pytest.mark.parametrize(
    ("key", "spelling"), [("title", "title"), ("no", '"no"'), ("a: b", '"a: b"'), ("1", '"1"')]
)
def test_a_key_is_a_text_too(key, spelling):
    """Norway's `no` would be false."""
    assert key_spelling(key) == spelling


def test_an_alias_to_a_quoted_text_is_guessed_again():
    """SafeYAML forgets that the anchored text was quoted."""
    reader = ValueReader()
    assert reader.read(parse("a: &x '12'\nb: *x\n").root) == {"a": "12", "b": 12}
    assert isinstance(scalar("x"), Scalar)
