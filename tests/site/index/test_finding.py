from pathlib import Path

import pytest

from editor.site.index.finding import EXACT, PATTERN, BadPattern, TextFinder, Wanted
from editor.site.index.finding_words import WordFinder
from editor.site.index.query import read_query
from editor.site.index.replacing import replacement_plan
from editor.site.publishing.plan import PlanRefused

PATH = Path("/site/_posts/2025-11-17-a.md")
POST = (
    "---\ntitle: The Ferry\ntags: [ferry]\n---\n\nThe ferry, a ferryboat.\n"
    "Σίσυφος straße 港の夜市\n"
)


def found(text, mode=EXACT, post=POST, **more):
    """Give where something is found, as (line in the file, what was found there)."""
    finder = TextFinder(Wanted(text, mode, **more), "utf-8")
    raw = post if isinstance(post, bytes) else post.encode()
    hit = finder.find(PATH, raw)
    if hit is None:
        return []
    return [
        (line.number, line.text[span.start : span.end])
        for line in hit.lines
        for span in line.spans
    ]


@pytest.mark.parametrize(
    ("text", "more", "expected"),
    [
        ("ferry", {}, [(2, "Ferry"), (3, "ferry"), (6, "ferry"), (6, "ferry")]),
        ("ferry", {"is_case_exact": True}, [(3, "ferry"), (6, "ferry"), (6, "ferry")]),
        ("ferry", {"is_whole": True}, [(2, "Ferry"), (3, "ferry"), (6, "ferry")]),
        ("ferry", {"part": "body"}, [(6, "ferry"), (6, "ferry")]),
        ("ferry", {"part": "front matter"}, [(2, "Ferry"), (3, "ferry")]),
        ("[ferry]", {}, [(3, "[ferry]")]),
        ("ΣΊΣΥΦΟΣ", {}, [(7, "Σίσυφος")]),
        ("夜市", {}, [(7, "夜市")]),
        ("nowhere", {}, []),
        (".", {"is_whole": True}, []),
    ],
)
def test_a_text_is_found_exactly(text, more, expected):
    """Signs mean themselves; front matter is told from the text below it."""
    assert found(text, **more) == expected


def test_what_is_k_or_s_to_whoever_ignores_the_case_is_found():
    """The fast look at the bytes must not lose what the slow one finds."""
    assert found("k", post="5 \u212a") == [(1, "\u212a")]
    assert found("s", post="\u017f") == [(1, "\u017f")]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"^title: (.*)$", [(2, "title: The Ferry")]),
        (r"\bferry\b", [(2, "Ferry"), (3, "ferry"), (6, "ferry")]),
        (r"boat\.$", [(6, "boat.")]),
        (r"x*", []),
        (r"(?s)boat.*Σ", [(6, "boat.")]),
    ],
)
def test_a_pattern_is_found(pattern, expected):
    """Lines begin and end where they do; what is empty is no find."""
    assert found(pattern, PATTERN) == expected


def test_lines_with_carriage_returns_end_where_others_do():
    """A pattern need not know who wrote the file."""
    assert found(r"boat\.$", PATTERN, POST.replace("\n", "\r\n").encode()) == [(6, "boat.")]


@pytest.mark.parametrize("pattern", ["(", "[", "*", "(?P<a", r"\p{Nonsense}", "(" * 500])
def test_a_pattern_that_is_none_is_answered_with_a_sentence(pattern):
    """While somebody types one, every other letter makes it wrong."""
    with pytest.raises(BadPattern, match="cannot be read"):
        TextFinder(Wanted(pattern, PATTERN), "utf-8")


@pytest.mark.parametrize("template", [r"\9", r"\g<nobody>", r"\g<"])
def test_a_replacement_that_is_none_is_answered_with_a_sentence(template):
    """Before anything is looked for."""
    with pytest.raises(BadPattern, match="takes the place"):
        TextFinder(Wanted("(a)", PATTERN, replacement=template), "utf-8")


def test_a_pattern_that_would_never_end_is_given_up():
    """The post is named, and the next one is looked at."""
    finder = TextFinder(Wanted(r"(a|aa)+$", PATTERN), "utf-8")
    assert finder.find(PATH, b"a" * 60 + b"b") is None
    assert finder.passed_over == [PATH]
    assert finder.find(PATH, b"aaa") is not None


@pytest.mark.parametrize(
    "raw",
    [b"", b"\xff\xfe\x00", b"---\n", b"\xef\xbb\xbf---\na: b\n---\nferry", b"\0" * 100, b"\r"],
)
def test_no_bytes_are_too_strange_to_search(raw):
    """Every file of a site is met here sooner or later."""
    expected = [(4, "ferry")] if b"ferry" in raw else []
    assert found("ferry", post=raw) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("FERRY", ["Ferry", "ferry", "ferry", "ferryboat"]),
        ("ferry boat", ["Ferry", "ferry", "ferry", "ferryboat"]),
        ("strasse", ["straße"]),
        ("夜市", ["夜市"]),
        ('"the ferry"', ["The Ferry", "The ferry"]),
        ('"ferry the"', []),
        ('"fer"', []),
        ("σισυφος", ["Σίσυφος"]),
    ],
)
def test_the_words_of_a_query_are_marked_as_they_are_written(typed, expected):
    """In any form that was found."""
    hit = WordFinder(read_query(typed), "utf-8").find(PATH, POST.encode())
    marked = [line.text[span.start : span.end] for line in hit.lines for span in line.spans]
    assert marked == expected
    assert [line.in_body for line in hit.lines if line.number > 4] == [
        line.number - 5 for line in hit.lines if line.number > 4
    ]


def replaced(raw, text, new, mode=EXACT, left_out=()):
    """Give the bytes of a post after a replacement, and the plan's sentence."""
    wanted = Wanted(text, mode, replacement=new)
    hit = TextFinder(wanted, "utf-8").find(PATH, raw)
    plan = replacement_plan([hit], wanted, {PATH: frozenset(left_out)}, "utf-8")
    assert plan.inverse().changes[0].new == raw
    return plan.changes[0].new, plan.sentence


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("lead", [b"", b"\xef\xbb\xbf"])
def test_a_replacement_changes_what_was_found_and_no_other_byte(newline, lead):
    """Line ends, a byte order mark, bytes that are no UTF-8."""
    raw = lead + POST.replace("\n", newline).encode() + b"\xff\r\n\n"
    new, sentence = replaced(raw, "ferry", "boat", left_out=[3])
    assert new == raw.replace(b"Ferry", b"boat").replace(b"ferry, a ferry", b"boat, a boat")
    assert sentence == "Replaced 3 places in 1 post."


def test_a_pattern_puts_back_what_its_brackets_found():
    """By number or name, over the ends of lines too."""
    raw = b"one two\r\nthree\r\n"
    new, _ = replaced(raw, r"(\w+) (?<b>\w+)\n", r"\g<b> \1\n", PATTERN)
    assert new == b"two one\r\nthree\r\n"


def test_front_matter_is_not_made_unreadable():
    """The post is left as it was, and named."""
    raw = b"---\ntitle: The ferry\n---\nferry\n"
    with pytest.raises(PlanRefused, match=r"2025-11-17-a\.md"):
        replaced(raw, "ferry", "ferry: [", EXACT)
    new, _ = replaced(raw, "ferry", "ferry: [", EXACT, left_out=[2])
    assert new == b"---\ntitle: The ferry\n---\nferry: [\n"


def test_what_is_as_it_should_be_is_no_change():
    """Nothing to do is said, not done."""
    with pytest.raises(PlanRefused, match="Nothing was replaced"):
        replaced(b"ferry", "ferry", "ferry")
