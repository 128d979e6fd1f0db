"""Reading hostile or broken YAML ends quickly and says where, whatever the text is."""

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from editor.post import yaml_text
from editor.post.yaml_nodes import Alias, Mapping, Scalar
from editor.post.yaml_text import IN_A_FILE, IN_A_POST, MAX_DEPTH, NotYaml, parse


def refused(text):
    """Give the refusal of a text."""
    with pytest.raises(NotYaml) as refusal:
        parse(text)
    return refusal.value


def test_a_bomb_of_aliases_is_not_set_off():
    """Nine lists of nine references each are small as text, and 400 million leaves to walk."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in range(1, 9):
        references = ", ".join([f"*a{level - 1}"] * 9)
        lines.append(f"a{level}: &a{level} [{references}]")
    start = time.perf_counter()
    refusal = refused("\n".join(lines))
    assert refusal.kind == "too-big"
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * (MAX_DEPTH + 5) + "]" * (MAX_DEPTH + 5),
        "a: " + "[" * 100_000,
        "- " * 50_000,
        "a: [" + "x," * (IN_A_POST.nodes + 1) + "]",
        "a: &x y\nb: [" + "*x," * (IN_A_POST.aliases + 1) + "]",
        "a: " + "x" * IN_A_POST.characters,
    ],
    ids=["deep", "very deep", "dashes", "many", "references", "long"],
)
def test_what_no_front_matter_needs_is_refused_quickly(text):
    """A writer's window does not stand still for a file that was made to stop it."""
    start = time.perf_counter()
    assert refused(text).kind == "too-big"
    assert time.perf_counter() - start < 1


def test_a_file_of_data_may_hold_more_than_a_post():
    """A site's list of links has thousands of entries, and a page shows them."""
    text = "- {a: 1, b: 2}\n" * IN_A_POST.nodes
    assert refused(text).kind == "too-big"
    assert len(parse(text, IN_A_FILE).root.items) == IN_A_POST.nodes


def test_what_front_matter_may_hold_is_read():
    """The limits lie well above what posts need."""
    deep = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert isinstance(parse(deep).root, Mapping)
    assert parse("a: &x y\nb: [" + "*x," * IN_A_POST.aliases + "]").aliases == IN_A_POST.aliases
    assert isinstance(parse("a: [" + "x," * (IN_A_POST.nodes - 5) + "]").root, Mapping)


def test_a_reference_into_itself_is_refused():
    """Whoever walked such a value would never come back."""
    refusal = refused("a: &x [1, *x]")
    assert (refusal.kind, refusal.at) == ("alias-in-itself", 10)


def test_a_reference_to_nothing_is_found():
    """Libyaml does not look; Jekyll reads nothing there, newer Ruby refuses the text."""
    document = parse("a: *x\nb: *y")
    assert document.undefined == 3
    assert isinstance(document.root.pairs[0][1], Alias)


@pytest.mark.parametrize("char", ["\0", "\x07", "\x7f", "\x99", "\ufffe", "\uffff"])
def test_a_control_character_is_refused_where_it_stands(char):
    """Ruby's libyaml refuses the whole text because of it."""
    refusal = refused(f"title: a{char}b")
    assert (refusal.kind, refusal.at) == ("control-character", 8)


def test_bytes_that_are_no_utf8_keep_their_place():
    """They are lone surrogates in the text, and come back in the value."""
    title = parse("name: \udce9\udcffx\ntitle: y").root.pairs[0][1]
    assert (title.start, title.end, title.text) == (6, 9, "\udce9\udcffx")


def test_places_are_counted_in_code_points():
    """A character outside the basic plane is one."""
    (_, mood), (_, title) = parse("mood: '😀😀'\ntitle: Old 😀\n").root.pairs
    assert (mood.start, mood.end) == (6, 10)
    assert (title.start, title.end) == (18, 23)


def test_a_list_with_dashes_ends_with_its_last_item():
    """The blank lines and remarks after it are not a part of it."""
    text = "tags:\n  - a\n\n# remark\n\ntitle: x\n"
    tags = parse(text).root.pairs[0][1]
    assert text[tags.start : tags.end] == "- a"


def test_only_the_first_document_is_read():
    """Jekyll stops there; what comes after need not even be YAML."""
    document = parse("---\na: b\n--- # second\nc: [\n")
    assert document.second == 9
    assert len(document.root.pairs) == 1


@pytest.mark.parametrize("text", ["", "---\n", "# remark\n", "--- # remark\n"])
def test_a_text_without_content_has_no_root(text):
    """Empty front matter is no error."""
    assert parse(text).root is None


def test_a_quoted_empty_text_is_content():
    """It is a text of no characters, not nothing."""
    assert isinstance(parse("''").root, Scalar)


@pytest.mark.parametrize(
    "error",
    [RecursionError("deep"), ValueError("no parser error"), MemoryError(), OverflowError("big")],
    ids=lambda error: type(error).__name__,
)
def test_any_error_of_the_parser_is_a_refusal(error, monkeypatch):
    """The C parser can raise more than its own errors; none may bring the window down."""

    class Parser:
        def __init__(self, _text):
            raise error

    monkeypatch.setattr(yaml_text, "CParser", Parser)
    assert refused("a: b").kind == "syntax"


def test_an_error_without_a_place_is_a_refusal_too(monkeypatch):
    """The reader's errors have no mark."""

    class Parser:
        def __init__(self, _text):
            raise yaml.reader.ReaderError("x", 0, 0, "utf-8", "bad")

    monkeypatch.setattr(yaml_text, "CParser", Parser)
    refusal = refused("a: b")
    assert (refusal.at, refusal.began) == (0, 0)


def answered(text):
    """Give the places that an answer names, whatever the answer is."""
    try:
        root = parse(text).root
    except NotYaml as refusal:
        return [refusal.at, refusal.began]
    return [] if root is None else [root.start, root.end]


@given(st.text())
def test_no_text_is_too_odd_to_be_answered(text):
    """Every text is read or refused, at places that it has, and nothing else happens."""
    assert all(0 <= place <= len(text) for place in answered(text))
