"""Made-up posts, one edit each, and the exact text that must come out."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from editor.post.errors import EditRefused
from editor.post.field_values import Literal
from editor.post.post import Post

FACTS = Path(__file__).parents[1] / "data" / "front_matter_edits.json"
CASES = json.loads(FACTS.read_text(encoding="utf-8"))["cases"]
# What the facts call "rejected" is refused for one of these reasons.
REJECTIONS = {"anchor-in-use", "alias-order"}


def wanted(value):
    """Give a fact's value as an edit takes it."""
    match value:
        case {"str": text}:
            return text
        case {"literal": text}:
            return Literal(text)
        case {"date": text}:
            return datetime.fromisoformat(text)
        case {"list": items}:
            return [wanted(item) for item in items]
    return None


def without(items, index):
    """Give a list without one item."""
    return items[:index] + items[index + 1 :]


EDITS = {
    "noop": lambda fields, _key, _value, _op: fields,
    "set": lambda fields, key, value, _op: fields.set(key, value),
    "set_date": lambda fields, key, value, _op: fields.set_date(key, value),
    "set_list": lambda fields, key, value, _op: fields.set_list(key, value),
    "append": lambda fields, key, value, _op: fields.set_list(key, [*fields.value(key), value]),
    "remove_item": lambda fields, key, _value, op: fields.set_list(
        key, without(fields.value(key), op["index"])
    ),
    "delete": lambda fields, key, _value, _op: fields.delete(key),
    "insert": lambda fields, key, value, _op: fields.insert(key, value),
    "rename": lambda fields, key, _value, op: fields.rename(key, op["new"]),
    "move": lambda fields, key, _value, op: fields.move(key, op["to"]),
}


def edited(fields, op):
    """Do what a fact asks for."""
    return EDITS[op["op"]](fields, op.get("key"), wanted(op.get("value")), op)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_an_edit_changes_what_it_should_and_nothing_else(case):
    """The fact says why; the text is exact to the blank."""
    post = Post.from_bytes(case["input"].encode())
    if "text" in case["expect"]:
        fields = edited(post.front_matter, case["op"])
        saved = post.with_front_matter(fields).to_bytes()
        assert saved.decode() == case["expect"]["text"]
        return
    with pytest.raises(EditRefused) as refused:
        edited(post.front_matter, case["op"])
    expected = case["expect"]["error"]
    assert refused.value.reason in (REJECTIONS if expected == "rejected" else {expected})
    assert str(refused.value).endswith((".", "first."))


@pytest.mark.parametrize(
    "case", [case for case in CASES if "form_error" in case], ids=lambda case: case["id"]
)
def test_front_matter_that_cannot_be_read_says_where(case):
    """Line and column are those of the file, so that the caret can be put there."""
    problem = Post.from_bytes(case["input"].encode()).front_matter.problem
    assert {"line": problem.line, "column": problem.column} == case["form_error"]
