"""What is typed after `dateline set FILE`."""

import pytest

from editor.command_line.assignments import Assignment, assignment
from editor.command_line.usage import UsageError
from editor.post.field_values import Literal


@pytest.mark.parametrize(
    ("typed", "key", "value"),
    [
        ("title=Low tide", "title", "Low tide"),
        ("title=", "title", ""),
        ("title=a=b:=c", "title", "a=b:=c"),
        ("og:title=x", "og:title", "x"),
        ("my key=x", "my key", "x"),
        ("published=false", "published", "false"),
        ("published:=false", "published", False),
        ("weight:=12", "weight", 12),
        ("price:=1.50", "price", 1.5),
        ("image:=null", "image", None),
        ('title:="12"', "title", "12"),
        ('tags:=["sea", 7, null]', "tags", ["sea", 7, None]),
        ('author:={"name": "Mara Quay"}', "author", {"name": "Mara Quay"}),
    ],
)
def test_a_text_or_a_value_is_set(typed, key, value):
    """The first equals sign counts; a colon before it says that JSON follows."""
    read = assignment(typed)
    assert read == Assignment(key, value)
    assert type(read.value) is type(value)


@pytest.mark.parametrize(
    ("typed", "is_literal"),
    [
        ("date=2025-11-17", True),
        ("date=2025-11-17 09:30:00 +0100", True),
        ("date=2025-11-17T09:30:00Z", True),
        ("date=2025-11-17 09:30:00", False),
        ("date=2025-11-17 09:30", False),
        ("date=soon", False),
        ("date=12", False),
        ("date=", False),
        ("last_modified=2025-11-17", False),
    ],
)
def test_a_date_is_written_without_quotes_where_that_keeps_its_meaning(typed, is_literal):
    """A time without a zone is the site's; without quotes Jekyll would take it as UTC."""
    value = assignment(typed).value
    assert isinstance(value, Literal) == is_literal
    assert value == typed.partition("=")[2]


@pytest.mark.parametrize("typed", ["title", "=x", ":=1", ""])
def test_what_is_no_assignment_is_not_guessed_at(typed):
    """A forgotten key or sign changes nothing."""
    with pytest.raises(UsageError) as refused:
        assignment(typed)
    assert str(refused.value) == f"“{typed}” is not KEY=TEXT or KEY:=JSON."


@pytest.mark.parametrize(
    "json", ["", "no", "'x'", "[1,", "NaN", "-Infinity", '"\\ud83d"', '"\\udce9"', "[" * 100_000]
)
def test_what_is_no_json_is_refused(json):
    """Half of an emoji and endless brackets too."""
    with pytest.raises(UsageError, match=r"What follows := in .* is no JSON\."):
        assignment(f"key:={json}")


def test_bytes_that_are_no_text_are_refused():
    """They would make a post that Jekyll cannot read."""
    with pytest.raises(UsageError, match="holds bytes that are no text"):
        assignment("title=caf\udce9")
