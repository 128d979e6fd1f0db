"""Where Jekyll sees front matter, and where it publishes the YAML as text instead."""

import json
from pathlib import Path

import pytest

from editor.post import frame
from editor.post.post import Post

FACTS = Path(__file__).parents[1] / "data" / "front_matter_frames.json"
OUTCOMES = json.loads(FACTS.read_text(encoding="utf-8"))
# The post behind each fact. What Jekyll made of it is in the facts.
POSTS = {
    "normal": "---\ntitle: T\n---\nbody\n",
    "no-fm": "body only\n",
    "empty-fm": "---\n---\nbody\n",
    "empty-fm-blank": "---\n\n---\nbody\n",
    "bom": "\ufeff---\ntitle: T\n---\nbody\n",
    "trail-space-open": "---  \ntitle: T\n---\nbody\n",
    "trail-space-close": "---\ntitle: T\n---  \nbody\n",
    "trail-tab": "---\t\ntitle: T\n---\t\nbody\n",
    "leading-newline": "\n---\ntitle: T\n---\nbody\n",
    "dots": "---\ntitle: T\n...\nbody\n",
    "dots-trailing": "---\ntitle: T\n... \nbody\n",
    "open4": "----\ntitle: T\n----\nbody\n",
    "open-comment": "--- # c\ntitle: T\n---\nbody\n",
    "close4": "---\ntitle: T\n----\nbody\n",
    "noclose": "---\ntitle: T\nbody\n",
    "close-eof": "---\ntitle: T\n---",
    "hr-in-body": "---\ntitle: T\n---\na\n\n---\n\nb\n",
    "block-with-dashes": "---\ntitle: T\ndesc: |\n  a\n  ---\n  b\n---\nbody\n",
    "block-with-dashes0": '---\ntitle: "a\n---\nb"\n---\nbody\n',
    "tab-indent": "---\ntitle: T\na:\n\t- b\n---\nbody\n",
    "tab-after-colon": "---\ntitle:\tT\n---\nbody\n",
    "bad-yaml-colon": "---\ntitle: a: b\n---\nbody\n",
    "bad-apos": "---\ntitle: 'it's'\n---\nbody\n",
    "bad-at": "---\ntitle: @x\n---\nbody\n",
    "backtick": "---\ntitle: `x`\n---\nbody\n",
    "percent": "---\ntitle: %x\n---\nbody\n",
    "star": "---\ntitle: **x**\n---\nbody\n",
    "bang": "---\ntitle: !x\n---\nbody\n",
    "hash2": "---\ntitle: # x\n---\nbody\n",
    "brackets": "---\ntitle: [WIP] x\n---\nbody\n",
    "braces": "---\ntitle: {}\n---\nbody\n",
    "pipe": "---\ntitle: | x\n---\nbody\n",
    "gt": "---\ntitle: > x\n---\nbody\n",
    "question": "---\ntitle: ? x\n---\nbody\n",
    "comma": "---\ntitle: , x\n---\nbody\n",
    "scalar-fm": "---\njust text\n---\nbody\n",
    "list-fm": "---\n- a\n- b\n---\nbody\n",
    "int-fm": "---\n42\n---\nbody\n",
    "missing-space": "---\ntitle:T\n---\nbody\n",
    "missing-space2": "---\na: b\ntitle:T\n---\nbody\n",
    "dupkeys": "---\ntitle: A\ntitle: B\n---\nbody\n",
    "alias": "---\na: &x [p, q]\ntags: *x\n---\nbody\n",
    "symbol": "---\ntitle: :sym\n---\nbody\n",
    "symkey": "---\n:title: x\n---\nbody\n",
    "symtag": "---\ntitle: !ruby/symbol foo\n---\nbody\n",
    "objtag": "---\ntitle: !ruby/object:Object {}\n---\nbody\n",
    "customtag": "---\ntitle: !foo bar\n---\nbody\n",
    "strtag": "---\ntitle: !!str 12\n---\nbody\n",
    "regextag": "---\ntitle: !ruby/regexp /a/\n---\nbody\n",
    "twodocs": "---\ntitle: A\n---\nb: 1\n---\nbody\n",
    "nul": "---\ntitle: T\n---\nbo\0dy\n",
    "nbsp": "---\ntitle:\u00a0T\n---\nbody\n",
    "zwsp-before": "\u200b---\ntitle: T\n---\nbody\n",
    "smart-dashes": "———\ntitle: T\n———\nbody\n",
    "smart-quotes": "---\ntitle: “T”\n---\nbody\n",
    "upper-keys": "---\nTitle: T\nLayout: x\n---\nbody\n",
    "toml": '+++\ntitle = "T"\n+++\nbody\n',
    "json-fm": '---\n{"title": "T", "tags": ["a"]}\n---\nbody\n',
    "multiline-plain": "---\ntitle: a\n  b\n---\nbody\n",
    "tilde": "---\ntitle: ~\n---\nbody\n",
    "empty-title": "---\ntitle:\n---\nbody\n",
    "title-num": "---\ntitle: 2025\n---\nbody\n",
    "title-list": "---\ntitle: [a, b]\n---\nbody\n",
}
WITHOUT = {"no-fm", "leading-newline", "open4", "open-comment", "close4", "noclose"} | {
    "zwsp-before",
    "smart-dashes",
    "toml",
}
# Jekyll gives a post the title of its file name ("p") where front matter has none.
FROM_NAME = "P"


@pytest.mark.parametrize("name", POSTS)
def test_front_matter_is_found_where_jekyll_finds_it(name):
    """Where Jekyll sees none, the YAML is published as the beginning of the text."""
    post = Post.from_bytes(POSTS[name].encode())
    assert (post.front_matter is None) == (name in WITHOUT)
    assert post.to_bytes() == POSTS[name].encode()
    if name in WITHOUT:
        assert post.body == POSTS[name].removeprefix("\ufeff")


@pytest.mark.parametrize("name", sorted(POSTS.keys() - WITHOUT))
def test_fields_are_those_that_jekyll_publishes(name):
    """An error in Jekyll's log is a problem here; everything else gives Jekyll's own values."""
    fields = Post.from_bytes(POSTS[name].encode()).front_matter
    outcome = OUTCOMES[name]["U"]
    if outcome["msgs"]:
        assert fields.problem is not None
        assert fields.problem.message
        return
    published = outcome["doc"]["data"]
    assert fields.problem is None
    assert (fields.value("title") or FROM_NAME) == (published["title"] or FROM_NAME)
    for key in fields.keys:
        if fields.value(key) is not None:
            assert published[key] == fields.value(key)


def test_cr_alone_ends_no_line_of_a_fence():
    """Jekyll's pattern asks for a line feed."""
    assert frame.find("---\rtitle: T\r---\rbody\r") is None
    assert frame.find("---\r\ntitle: T\r\n---\r\nbody\r\n") == frame.Frame(5, 15, 20)


@pytest.mark.parametrize(
    ("body", "count"), [("text\n", 0), ("\n\n  text\n", 2), ("  \n\ttext", 3), ("", 0), (" ", 0)]
)
def test_blank_lines_after_the_fence_are_counted_for_liquid(body, count):
    """Liquid's line numbers begin with the first line that is not blank."""
    assert frame.swallowed_blanks(body) == count
