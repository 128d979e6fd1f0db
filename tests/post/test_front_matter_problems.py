"""What a writer is told when Jekyll cannot read the front matter, and the repair offered."""

import time

import pytest

from editor.post.errors import EditRefused
from editor.post.front_matter import FrontMatter

# The YAML, what is wrong, the line, the column, and the YAML after the quick fix.
CASES = [
    ("title: Kelp: a guide", "colon-in-value", 2, 12, "title: 'Kelp: a guide'"),
    ("tags: x\ntitle: a, b: c # d", "colon-in-value", 3, 12, "tags: x\ntitle: 'a, b: c # d'"),
    ('title: "Big" news', "text-after-quote", 2, 14, "title: '\"Big\" news'"),
    ("title: 'It's here'", "text-after-quote", 2, 12, "title: 'It''s here'"),
    ('title: "Say "hi" now"', "text-after-quote", 2, 14, "title: 'Say \"hi\" now'"),
    ("title: [WIP] notes", "text-after-list", 2, 14, "title: '[WIP] notes'"),
    (
        "tags: [code]\n- tdd\n- a, b\na: b",
        "text-after-list",
        3,
        1,
        'tags: [code, tdd, "a, b"]\na: b',
    ),
    ("tags: [code]  \n  - 'tdd'", "text-after-list", 3, 3, "tags: [code, 'tdd']"),
    ('title: "open\nb: c', "unclosed-quote", 2, 8, 'title: "open"\nb: c'),
    ("title: 'open", "unclosed-quote", 2, 8, "title: 'open'"),
    ("tags: [a, b\nc: d", "unclosed-list", 2, 7, "tags: [a, b]\nc: d"),
    ("at: {a: b\nc: d", "unclosed-list", 2, 5, "at: {a: b}\nc: d"),
    ("title:x\nb: c", "missing-space", 2, 7, "title: x\nb: c"),
    ("# d\ntitle:x\n\n# c\nb: c", "missing-space", 3, 7, "# d\ntitle: x\n\n# c\nb: c"),
    ("a: b\n  my key: d", "indentation", 3, 1, None),
    ("b: c\ntitle:x\nd: e", "missing-space", 3, 7, "b: c\ntitle: x\nd: e"),
    ("title：x\nb: c", "missing-space", 2, 7, "title: x\nb: c"),
    ("title:\u00a0x\nb: c", "missing-space", 2, 7, "title: x\nb: c"),
    ("b: c\njust words\nd: e", "missing-colon", 3, 1, None),
    ("just words\nb: c", "missing-colon", 2, 1, None),
    ("a: b\n<<<<<<< HEAD\nb: c\n=======\nb: d\n>>>>>>> x", "merge-conflict", 3, 1, None),
    ("a:\n\t- b\n\t- c", "tab-indentation", 3, 1, "a:\n  - b\n  - c"),
    ("a: |\n\tb", "tab-indentation", 3, 1, "a: |\n  b"),
    ("?\tc: d", "tab-indentation", 2, 2, None),
    ("title: @ann", "reserved-character", 2, 8, "title: '@ann'"),
    ("title: `x` y", "reserved-character", 2, 8, "title: '`x` y'"),
    ("title: , x", "reserved-character", 2, 8, "title: ', x'"),
    ("title: ? x", "reserved-character", 2, 8, "title: '? x'"),
    ("title: | x", "block-marker", 2, 8, "title: '| x'"),
    ("tags: - a\nb: c", "dash-after-key", 2, 7, "tags:\n  - a\nb: c"),
    ("title: **Bold** x", "star-or-ampersand", 2, 8, "title: '**Bold** x'"),
    ("title: *Bold", "undefined-alias", 2, 8, "title: '*Bold'"),
    ('title: "C:\\dir"', "backslash", 2, 11, "title: 'C:\\dir'"),
    ('title: "\\u12"', "backslash", 2, 11, "title: '\\u12'"),
    ("a:\n  b: c\n d: e", "indentation", 4, 2, None),
    ("a: b\n c: d", "indentation", 3, 1, None),
    ("- a\nb: c", "indentation", 3, 1, None),
    ("title: !a!b c", "other", 2, 8, "title: '!a!b c'"),
    ("title: a\x07b \x99", "control-character", 2, 9, "title: ab "),
    ("just text", "not-a-mapping", 2, 1, None),
    ("title:x", "not-a-mapping", 2, 1, "title: x"),
    ("- a\n- b", "not-a-mapping", 2, 1, None),
    ("a: b\n--- # second\nc: d", "more-documents", 3, 1, None),
    ("a: &x [*x]", "alias-in-itself", 2, 8, None),
    ("a: " + "[" * 200 + "]" * 200, "too-big", 2, 103, None),
]


def read(yaml, newline="\n"):
    """Read front matter with this between the fences."""
    return FrontMatter.read(f"---\n{yaml}\n---\n".replace("\n", newline))


@pytest.mark.parametrize(("yaml", "kind", "line", "column", "fixed"), CASES, ids=ascii)
def test_a_slip_is_named_where_it_was_made_and_repaired_where_it_can_be(
    yaml, kind, line, column, fixed
):
    """Line and column are the file's; the words are a writer's."""
    fields = read(yaml)
    problem = fields.problem
    assert (problem.kind, problem.line, problem.column) == (kind, line, column)
    assert problem.message.endswith(".")
    assert not any(word in problem.message for word in ("mapping", "scalar", "token", "expected"))
    assert (problem.quick_fix is None) == (fixed is None) == (problem.fix_label == "")
    if fixed is None:
        with pytest.raises(EditRefused, match="no quick repair"):
            fields.repaired()
    else:
        repaired = fields.repaired()
        assert (repaired.text, repaired.problem) == (f"---\n{fixed}\n---\n", None)
        assert repaired.splices == (problem.quick_fix,)


def test_lines_are_counted_as_a_writer_sees_them_in_a_crlf_file():
    """A line ends once, with CR and LF together; a repair keeps to the file's line ends."""
    fields = read("a: b\ntags: - c\nd: e", newline="\r\n")
    assert (fields.problem.line, fields.problem.column) == (3, 7)
    assert fields.repaired().text == "---\r\na: b\r\ntags:\r\n  - c\r\nd: e\r\n---\r\n"


def test_the_field_is_named_in_the_sentence():
    """A writer looks for the name, not for a column."""
    assert "“tags”" in read("a: b\ntags: @x").problem.message
    assert "this line" in read("a: b\n@x").problem.message


def test_readable_front_matter_has_no_problem_and_no_repair():
    """There is nothing to say."""
    assert read("title: x").problem is None
    with pytest.raises(EditRefused, match="no quick repair"):
        read("title: x").repaired()


@pytest.mark.parametrize(
    ("yaml", "reason"),
    [
        ("title: a: b", "yaml-syntax"),
        ("just text", "not-a-mapping"),
        ("a: b\n--- # x\nc: d", "more-documents"),
        ("title: *x", "yaml-syntax"),
        ("title: a\x07", "yaml-syntax"),
    ],
)
def test_no_field_of_unreadable_front_matter_is_edited(yaml, reason):
    """The text can be edited by hand, and is saved as it is."""
    fields = read(yaml)
    for edit in (
        lambda: fields.set("title", "x"),
        lambda: fields.insert("new", "x"),
        lambda: fields.delete("title"),
        lambda: fields.spelling("title"),
    ):
        with pytest.raises(EditRefused) as refused:
            edit()
        assert refused.value.reason == reason
        assert str(refused.value).startswith("Line ")


def test_what_jekyll_still_reads_is_shown():
    """The first of two documents, and the fields beside a reference to nothing."""
    assert read("a: b\n--- # x\nc: d").values == {"a": "b"}
    assert read("a: *x\nc: d").values == {"a": None, "c": "d"}
    assert read("a: b: c").values == {}


def test_a_long_broken_text_is_answered_while_the_writer_types():
    """Repairs are tried on as many lines as there is time for."""
    yaml = "\n".join(f"key{at}: value" for at in range(4000)) + "\nbroken: a: b: c"
    start = time.perf_counter()
    problem = read(yaml).problem
    assert time.perf_counter() - start < 2
    assert problem.quick_fix is not None
