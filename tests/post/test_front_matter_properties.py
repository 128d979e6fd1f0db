"""Any edit of any front matter changes one field, and the rest is the same to the last blank."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from editor.post.errors import EditRefused
from editor.post.front_matter import FrontMatter
from editor.post.yaml_writing import text_spellings

KEYS = ("title", "layout", "date", "tags", "author", "about", "no", "x y", "é")
TRICKY = st.text(alphabet="ab :#-'\"\\[]{},&*!|>\n\t1.2é😀\u00a0\u2028", max_size=10)
TEXTS = st.text(max_size=12) | TRICKY
WORDS = st.text(alphabet="abcé ", min_size=1, max_size=8).map(str.strip).filter(bool)
BLANKS = st.sampled_from(["", "", "\n", "# remark\n", "\n# two\n# lines\n\n", "   \n"])
TAILS = st.sampled_from(["", "", "  # note", " ", "\t"])


@st.composite
def scalars(draw, *, in_flow=False):
    """Write a text, a number, a date or nothing, as people do."""
    text = draw(TEXTS.filter(lambda text: "\n" not in text) | WORDS)
    ways = text_spellings(text, like=draw(st.sampled_from(["", "'", '"'])), in_flow=in_flow)
    others = ["12", "1.5", "true", "2016-01-05", "2016-01-05 10:00:00 +0100", "! 'x'", "null"]
    return draw(st.sampled_from([*ways, *others]))


@st.composite
def blocks(draw):
    """Write a text on lines of its own."""
    header = draw(st.sampled_from(["|", ">", "|-", ">-", "|+", "| # note"]))
    lines = draw(st.lists(WORDS | st.just(""), min_size=1, max_size=4).filter(lambda x: x[0]))
    indent = draw(st.sampled_from(["  ", "    "]))
    return f" {header}\n" + "".join(f"{indent}{line}".rstrip() + "\n" for line in lines)


@st.composite
def lists(draw):
    """Write a list, with dashes or in brackets."""
    if draw(st.booleans()):
        separator = draw(st.sampled_from([", ", ",", " , ", ",\n  "]))
        items = draw(st.lists(scalars(in_flow=True), max_size=4))
        return f" [{separator.join(items)}]{draw(TAILS)}\n"
    indent = draw(st.sampled_from(["", "  ", "    "]))
    items = draw(st.lists(scalars(), min_size=1, max_size=4))
    remark = draw(st.sampled_from(["", f"{indent}# remark\n"]))
    return draw(TAILS) + "\n" + remark.join(f"{indent}- {item}{draw(TAILS)}\n" for item in items)


@st.composite
def mappings(draw):
    """Write an author with a name and a link."""
    names = draw(st.lists(st.sampled_from(["name", "url", "bio"]), min_size=1, unique=True))
    return "\n" + "".join(f"  {name}: {draw(scalars())}\n" for name in names)


@st.composite
def one_liners(draw):
    """Write a value on the line of its key."""
    return f"{draw(st.sampled_from([' ', '  ']))}{draw(scalars())}{draw(TAILS)}\n"


VALUES = one_liners() | one_liners() | blocks() | lists() | mappings() | st.just("\n")


@st.composite
def front_matters(draw, values=VALUES):
    """Write front matter as it is found in the world."""
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=6, unique=True))
    yaml = draw(BLANKS)
    for key in keys:
        spelling = f'"{key}"' if key == "no" else key
        yaml += f"{spelling}:{draw(values)}{draw(BLANKS)}"
    fields = FrontMatter.read(f"---\n{yaml}{draw(st.sampled_from(['---', '...', '--- ']))}\n")
    assume(fields.problem is None)
    return fields


def around(fields, key):
    """Give the text before the line of a key, and the text from the next key's line on."""
    starts = [fields.text.rfind("\n", 0, entry.key_node.start) + 1 for entry in fields.entries]
    at = fields.keys.index(key)
    fence = re.search(r"\n(---|\.\.\.) ?\n\Z", fields.text).start() + 1
    return fields.text[: starts[at]], fields.text[([*starts, fence])[at + 1] :]


def remarks(text):
    """Give the lines that hold nothing but a remark."""
    return [line for line in text.split("\n") if line.strip(" ").startswith("# ")]


@given(front_matters(), st.data(), TEXTS)
def test_setting_a_text_changes_that_field_alone(fields, data, text):
    """The text reads back as text, and every other field stands where it stood."""
    key = data.draw(st.sampled_from(fields.keys))
    edited = fields.set(key, text)
    before, after = around(fields, key)
    assert edited.text.startswith(before)
    assert edited.text.endswith(after)
    assert edited.value(key) == text
    assert edited.keys == fields.keys


@given(front_matters(), st.data(), TEXTS.filter(lambda text: "\r" not in text))
def test_a_windows_file_gets_the_same_edit(fields, data, text):
    """Its twin with CRLF becomes the twin of the result."""
    key = data.draw(st.sampled_from(fields.keys))
    twin = FrontMatter.read(fields.text.replace("\n", "\r\n"))
    assert twin.values == fields.values
    assert twin.set(key, text).text == fields.set(key, text).text.replace("\n", "\r\n")


@given(front_matters(values=one_liners()), st.data(), TEXTS)
def test_setting_the_old_text_again_gives_the_old_bytes(fields, data, text):
    """As long as the text between did not need another kind of quotes."""
    key = data.draw(st.sampled_from(fields.keys))
    old = fields.value(key)
    assume(isinstance(old, str))
    edited = fields.set(key, text)
    if edited.spelling(key).manner == fields.spelling(key).manner:
        marks = [one.spelling(key).text.startswith("!") for one in (fields, edited)]
        assert edited.set(key, old).text == fields.text or marks == [True, False]


@given(front_matters(), st.data())
def test_a_run_of_edits_does_what_a_dictionary_would(fields, data):
    """Twelve edits, and each field has the value that was given last."""
    model = dict(fields.values)
    for _ in range(12):
        kind = data.draw(
            st.sampled_from(["set", "list", "map", "insert", "delete", "rename", "move"])
        )
        key = data.draw(st.sampled_from(fields.keys or ("title",)))
        fields, model = EDITS[kind](fields, model, key, data)
        assert fields.values == model
        assert set(fields.keys) == model.keys()
        assert fields.problem is None


def _set(fields, model, key, data):
    text = data.draw(TEXTS)
    return fields.put(key, text), model | {key: text}


def _set_list(fields, model, key, data):
    items = data.draw(st.lists(TEXTS | st.integers() | st.booleans() | st.none(), max_size=4))
    old = model.get(key)
    if isinstance(old, list):
        items = data.draw(st.permutations([*old, *items]))[: len(old)]
    return fields.put(key, items), model | {key: items}


def _set_map(fields, model, key, data):
    old = model.get(key)
    new = data.draw(
        st.dictionaries(st.sampled_from(["name", "url", "bio"]), TEXTS | st.integers())
    )
    if isinstance(old, dict):
        new = {name: new.get(name, value) for name, value in old.items()} | new
    return fields.put(key, new), model | {key: new}


def _insert(fields, model, key, data):
    new = data.draw(st.sampled_from(["new", "on", "a: b"]))
    text = data.draw(TEXTS)
    if new in model:
        return fields, model
    beside = key if fields.has(key) else None
    return fields.insert(new, text, before=beside), model | {new: text}


def _delete(fields, model, key, _data):
    if not fields.has(key):
        return fields, model
    model.pop(key)
    edited = fields.delete(key)
    assert len(remarks(edited.text)) >= len(remarks(fields.text)) - 8
    return edited, model


def _rename(fields, model, key, _data):
    if not fields.has(key) or "renamed" in model:
        return fields, model
    return fields.rename(key, "renamed"), {
        ("renamed" if name == key else name): value for name, value in model.items()
    }


def _move(fields, model, key, data):
    if not fields.has(key):
        return fields, model
    to = data.draw(st.integers(0, len(fields.keys) - 1))
    moved = fields.move(key, to)
    assert moved.keys.index(key) == to
    assert sorted(moved.text.split("\n")) == sorted(fields.text.split("\n"))
    return moved, model


EDITS = {
    "set": _set,
    "list": _set_list,
    "map": _set_map,
    "insert": _insert,
    "delete": _delete,
    "rename": _rename,
    "move": _move,
}


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#,? \n\t1é", max_size=40), TEXTS)
def test_no_yaml_is_too_odd_to_be_edited_or_refused(yaml, text):
    """Whatever stands between the fences, an edit holds or is refused with a sentence."""
    raw = f"---\n{yaml}\n---\n"
    try:
        fields = FrontMatter.read(raw)
    except ValueError:
        return
    for key in (*fields.keys, "new"):
        for edit in (fields.put, lambda key, text, fields=fields: fields.rename(key, text + "x")):
            try:
                edited = edit(key, text)
            except EditRefused as refused:
                assume(str(refused))
            else:
                assert len(edited.entries) >= len(fields.entries)
