import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.post.merging.paragraphs import paragraphs
from editor.post.merging.posts import merge
from editor.post.post import Post

BASE = """---
# The desk's own line.
title: "Ferry named"
date: 2025-11-17 08:00:00 +0100
tags: [harbour, ferry]   # at most three
draft: no
---

The ferry has a name.

It carries cars and people.

Tickets are sold on board.
"""


def post(text):
    """Read a post."""
    return Post.from_bytes(text.encode())


def merged(mine, theirs, base=BASE, **taken):
    """Give the merge of two edits, and its text."""
    found = merge(post(base), post(mine), post(theirs))
    return found, found.post(taken).to_bytes().decode()


def swapped(old, new, text=BASE):
    """Give a text with one change."""
    assert old in text
    return text.replace(old, new, 1)


MERGES = [
    ("cars and", "lorries and", "Tickets are", "Seats are"),
    ('"Ferry named"', '"Ferry launched"', "cars and", "lorries and"),
    ('"Ferry named"', '"Ferry launched"', "draft: no", "draft: yes"),
    ('"Ferry named"', '"Ferry launched"', "draft: no\n", "draft: no\nauthor: Ines\n"),
    ("draft: no\n", "", "# at most three", "# at most four"),
    ("draft: no\n", "pin: 1\ndraft: no\n", "draft: no\n", "draft: no\nauthor: Ines\n"),
    ("has a name.\n", "has a name.\n\nIt is Soleil.\n", "It carries", "She carries"),
    ("Tickets are", "Seats are", "sold on board.\n", "sold on board.\n"),
    ("\n\nIt carries cars and people.", "", "on board.\n", "on board.\n\nAnd ashore.\n"),
]


@pytest.mark.parametrize(("old", "new", "their_old", "their_new"), MERGES)
def test_two_edits_of_different_places_fit_together(old, new, their_old, their_new):
    """Each side's change is in the result, and every other byte is as it was."""
    mine, theirs = swapped(old, new), swapped(their_old, their_new)
    found, text = merged(mine, theirs)
    assert found.conflicts == ()
    assert text in {
        swapped(their_old, their_new, mine) if their_old in mine else None,
        swapped(old, new, theirs) if old in theirs else None,
    }


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (swapped("cars and", "lorries and"), swapped("cars and", "bicycles and")),
        (swapped('"Ferry named"', '"A"'), swapped('"Ferry named"', '"B"')),
        (swapped("draft: no\n", ""), swapped("draft: no", "draft: yes")),
        (BASE + "\nMine.\n", BASE + "\nTheirs.\n"),
    ],
)
def test_the_same_place_changed_twice_is_asked_about(mine, theirs):
    """Whichever is taken, it is whole; both paragraphs can be had."""
    found, text = merged(mine, theirs)
    assert len(found.conflicts) == 1
    assert text == mine
    (number,) = found.conflicts
    assert found.post({number: "theirs"}).text == theirs
    both = found.post({number: "both"}).text
    if not found.parts[number].key:
        assert found.parts[number].mine.strip() in both
        assert found.parts[number].theirs.strip() in both


def test_the_same_change_from_two_sides_is_none():
    """A colleague corrected the same letter."""
    mine = swapped("has a name", "has a new name")
    assert merged(mine, mine)[1] == mine
    assert merged(mine, mine)[0].conflicts == ()


def test_untouched_fields_keep_their_bytes():
    """Comments, quotes and blanks of both sides are as they wrote them."""
    mine = swapped("tags: [harbour, ferry]   # at most three", "tags: [ harbour ]#")
    theirs = swapped("title: ", "title:    ")
    found, text = merged(mine, theirs)
    assert found.conflicts == ()
    assert 'title:    "Ferry named"\n' in text
    assert "tags: [ harbour ]#\n" in text


def test_whole_files_with_other_line_ends_still_fit():
    """A checkout on Windows turned every line end; what was written here is not lost in it."""
    theirs = swapped("Tickets are", "Seats are").replace("\n", "\r\n")
    found, text = merged(swapped("cars and", "lorries and"), theirs)
    assert found.conflicts == ()
    assert text == swapped("cars and", "lorries and", swapped("Tickets are", "Seats are")).replace(
        "\n", "\r\n"
    )


@pytest.mark.parametrize(
    "broken",
    [
        swapped('title: "Ferry named"', 'title: "Ferry'),
        swapped("draft: no\n", "draft: no\ntitle: twice\n"),
        swapped("[harbour, ferry]", "&all [harbour, ferry]"),
        BASE.partition("---\n\n")[2],
        "",
    ],
)
def test_front_matter_that_cannot_be_taken_apart_is_one_field(broken):
    """Unreadable, twice the same key, an anchor, none at all: no guess is made about it."""
    mine = swapped('"Ferry named"', '"A"')
    found = merge(post(BASE), post(mine), post(broken))
    assert [found.parts[number].key for number in found.conflicts][:1] == ["front matter"]
    assert found.post({}).front_matter.text == post(mine).front_matter.text


def test_fields_that_would_not_read_as_they_did_are_asked_about_as_one():
    """They moved every field to the right; a new one here would not stand among them."""
    head, fence, body = BASE.partition("---\n\n")
    lines = head.splitlines(keepends=True)
    theirs = lines[0] + "".join(f"  {line}" for line in lines[1:]) + fence + body
    mine = swapped("draft: no\n", "draft: no\nauthor: Ines\n")
    found = merge(post(BASE), post(mine), post(theirs))
    assert [found.parts[number].key for number in found.conflicts] == ["front matter"]


@pytest.mark.parametrize(
    ("mine", "theirs", "joined"),
    [
        ("[harbour, ferry, boats]", "[harbour, ferry, sea]", "[harbour, ferry, boats, sea]"),
        ("[ferry]", "[harbour, ferry, sea]", "[ferry, sea]"),
        ("[harbour, ferry, sea]", "[ferry]", "[ferry, sea]"),
        ("[harbour, sea, ferry]", "[harbour]", "[harbour, sea]"),
    ],
)
def test_items_that_two_put_into_one_list_are_all_in_it(mine, theirs, joined):
    """Each desk adds its tag, or takes one out; the remark behind them stays."""
    was = "[harbour, ferry]"
    found, text = merged(swapped(was, mine), swapped(was, theirs))
    assert found.conflicts == ()
    assert text == swapped(was, joined)


def test_a_list_that_was_written_in_another_way_is_asked_about():
    """Nothing of what they did besides its items is dropped."""
    mine = swapped("[harbour, ferry]", "[harbour, ferry, sea]")
    theirs = swapped("[harbour, ferry]   # at most three", "[harbour]   # one is enough")
    found, _ = merged(mine, theirs)
    assert [found.parts[number].key for number in found.conflicts] == ["tags"]


def test_an_encoding_that_others_changed_is_taken():
    """They made UTF-8 of it; what was written here goes into that."""
    base = Post.from_bytes("Caf\xe9.\n\nEnd.\n".encode("latin-1"), "latin-1")
    mine = base.with_body("Caf\xe9!\n\nEnd.\n")
    found = merge(base, mine, Post.from_bytes("Caf\xe9.\n\nEnd?\n".encode()))
    assert found.post({}).to_bytes() == "Caf\xe9!\n\nEnd?\n".encode()


LINES = st.sampled_from(
    ["one", "two", "three", "four", "five", "", "", "  ", "- item", "# head", "\u2028x", "é ́"]
)
ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n"])
BODIES = st.lists(st.tuples(LINES, ENDS), max_size=9).map(
    lambda lines: "".join(line + end for line, end in lines)
)
KEYS = ["title", "date", "tags", "draft"]
FIELDS = st.dictionaries(
    st.sampled_from(KEYS), st.sampled_from(["1", "x", "'y'", "[a, b]", "x # note"]), max_size=4
)
BLOCKS = FIELDS.map(
    lambda fields: (
        "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + "---\n"
    )
)
TEXTS = st.builds(lambda block, body: block + body, st.one_of(BLOCKS, st.just("")), BODIES)


def words(text):
    """Give what a person wrote, without what stands between."""
    return re.findall(r"\S+", text)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_nothing_of_either_side_is_lost_without_being_shown(base, mine, theirs):
    """A paragraph or field that one side wrote is in the result, or in a conflict."""
    found = merge(post(base), post(mine), post(theirs))
    result = found.post({}).text
    shown = "".join(found.parts[number].theirs for number in found.conflicts)
    known = words(base)
    for word in words(mine):
        assert word in known or word in words(result)
    for word in words(theirs):
        assert word in known or word in words(result) + words(shown)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_one_side_alone_is_taken_as_it_is(base, changed):
    """Byte for byte, whichever side it is, and both if both wrote the same."""
    assert merge(post(base), post(base), post(changed)).post({}).text == changed
    assert merge(post(base), post(changed), post(changed)).post({}).text == changed
    one_sided = merge(post(base), post(changed), post(base))
    assert one_sided.conflicts == ()
    assert one_sided.post({}).text == changed


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_every_version_of_a_conflict_can_be_had_whole(base, mine, theirs):
    """The parts of a side, joined, are that side's text, line ends aside."""
    found = merge(post(base), post(mine), post(theirs))
    for side, text in (("base", base), ("mine", mine), ("theirs", theirs)):
        joined = "".join(getattr(part, side) for part in found.parts if not part.key)
        assert words(joined) == words(post(text).body)


@settings(max_examples=100)
@given(st.text(alphabet="a \t\r\n\x0b\x85\u2028\u2029\xa0-", max_size=40))
def test_pieces_joined_are_the_text(text):
    """Whatever stands between paragraphs."""
    assert "".join(paragraphs(text)) == text


def test_a_long_text_is_joined_in_a_moment():
    """Two edits in ten thousand paragraphs; no pair of them is compared with every other."""
    base = "".join(f"Paragraph {number}.\n\n" for number in range(10_000))
    mine = base.replace("Paragraph 20.", "Mine.")
    found = merge(post(base), post(mine), post("Theirs.\n\n" + base))
    assert found.post({}).text == "Theirs.\n\n" + mine
