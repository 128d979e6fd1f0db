from editor.post.field_edits import Put, PutList, Remove, Rename
from editor.post.group_edits import edit_below, key_below, top_key, with_part

GROUP = {"a": 1, "tags": [2025, "x"]}


def test_an_edit_of_a_part_gives_the_mapping_anew():
    """Other parts keep their values and their order; a number in a list stays one."""
    assert with_part(GROUP, Put("a", "z")) == {"a": "z", "tags": [2025, "x"]}
    assert with_part(GROUP, PutList("tags", ("x", "2025", "y")))["tags"] == ["x", 2025, "y"]
    assert with_part(GROUP, Remove("a")) == {"tags": [2025, "x"]}
    assert list(with_part(GROUP, Rename("a", "b"))) == ["b", "tags"]


def test_a_part_is_named_for_a_value_that_comes_later():
    """A picture takes its time; where it goes is known by then."""
    key = key_below("header", key_below("teaser", "src"))
    assert top_key(key) == "header"
    edit = edit_below(key, {"x": 1, "teaser": {"alt": "A"}}, "/a.png")
    assert edit == Put("header", {"x": 1, "teaser": {"alt": "A", "src": "/a.png"}})
    assert edit_below("image", None, "/a.png") == Put("image", "/a.png")
    assert edit_below("image", {"alt": "A"}, "/a.png") == Put(
        "image", {"alt": "A", "path": "/a.png"}
    )
