"""What Jekyll makes of a title, and what Dateline calls the file of a post."""

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.post.file_names import build, unsafe_reason
from editor.post.slugs import MAX_SLUG_BYTES, MODES, file_slug, slugify
from tests.peer.real_ruby import needs, ruby

DATA = Path(__file__).parents[1] / "data"
PAIRS = json.loads((DATA / "slugs.json").read_text(encoding="utf-8"))["pairs"]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['mode']}-{pair['input']!a:.20}")
def test_a_slug_is_the_one_that_jekyll_makes(pair):
    """Each pair is what the real Jekyll answered."""
    assert slugify(pair["input"], pair["mode"], pair["cased"]) == pair["expected"]


def test_a_kind_of_slug_that_jekyll_does_not_know_only_lowers_the_letters():
    """So does `none`; with capitals kept, the title stays as it is."""
    assert slugify("Sea & Sand", "fancy") == "sea & sand"
    assert slugify("Sea & Sand", "fancy", cased=True) == "Sea & Sand"


def test_a_greek_title_keeps_one_kind_of_sigma():
    """Ruby, unlike Python, knows no small letter for the end of a word."""
    assert slugify("ΟΔΟΣ ΣΟΦΟΣ") == "οδοσ-σοφοσ"


@pytest.mark.peer
@needs("jekyll")
def test_new_titles_get_the_slugs_of_the_jekyll_on_this_machine():
    """The facts are not all there is: Jekyll itself judges titles they do not hold."""
    titles = [
        "Ebb, flow & Ærø: 3½ days",
        "Quay № 7 — “low tide”",
        "Straßenfest in Zürich",
        "Ψαράδες ΣΤΟ ΛΙΜΑΝΙ",
        "Рыбаки и море",
        "海辺の町・第二話",
        "دليل الميناء",
        "नाव और नदी",
        "İskele ve ığdır",
        "tab\tand\vfeed",
        "--- dashes ---",
    ]
    asked = [[title, mode, cased] for title in titles for mode in MODES for cased in (False, True)]
    script = (
        'require "jekyll"; require "json"; Jekyll.logger.log_level = :error;'
        " asked = JSON.parse(STDIN.read);"
        " puts JSON.generate(asked.map { |text, mode, cased|"
        " Jekyll::Utils.slugify(text, mode: mode, cased: cased) })"
    )
    assert [slugify(*question) for question in asked] == json.loads(
        ruby(script, given=json.dumps(asked))
    )


@pytest.mark.parametrize(
    ("title", "own", "ascii_"),
    [
        ("The Lighthouse at Dawn", "the-lighthouse-at-dawn", "the-lighthouse-at-dawn"),
        ("Après la marée", "après-la-marée", "apres-la-maree"),
        ("Größe der Häfen", "größe-der-häfen", "grosse-der-hafen"),
        ("Новости порта", "новости-порта", "novosti-porta"),
        ("港の朝", "港の朝", "gangnochao"),
        ("أخبار الميناء", "أخبار-الميناء", "khbr-lmyn"),
        ("नदी की कहानी", "नदी-की-कहानी", "ndi-ki-khani"),
        ("부두 소식", "부두-소식", "budu-sosig"),
    ],
)
def test_a_file_is_called_after_its_title_in_the_writers_own_script_or_in_ascii(
    title, own, ascii_
):
    """The writer chooses; by itself the name is the one that Jekyll's slug would have."""
    assert file_slug(title) == own
    assert file_slug(title, transliterate=True) == ascii_


def test_a_title_typed_with_loose_accents_names_the_same_file():
    """A Mac types é as two characters; the file must not have a twin."""
    assert file_slug("Cafe\u0301 du port") == file_slug("Café du port") == "café-du-port"


@pytest.mark.parametrize("title", ["", "   ", "!!!", "😀", "\u0301", "\ufe0f", "ㅤ", "❤️ — ❤️"])
def test_a_title_without_letters_still_gives_a_name(title):
    """A post is never called `.md`."""
    assert file_slug(title) == "untitled"
    assert file_slug(title, transliterate=True) == "untitled"


def test_what_cannot_be_seen_leaves_no_trace_in_a_name():
    """The selector that paints a heart red would be a second, invisible letter."""
    assert file_slug("We ❤️ the sea") == "we-the-sea"
    assert file_slug("sea\u202egpj.exe\u2066") == "sea-gpj-exe"


@pytest.mark.parametrize("title", ["CON", "nul", "Aux", "com1", "LPT9"])
def test_a_title_that_is_the_name_of_a_windows_device_gives_a_file_that_windows_can_open(title):
    """A draft has no date before its name, so `con.md` would be the keyboard."""
    assert file_slug(title) == f"{title.lower()}-post"


def test_a_long_title_is_cut_after_a_whole_word():
    """The name says what it can, in words."""
    slug = file_slug("harbour " * 40)
    assert slug.split("-") == ["harbour"] * 22
    assert file_slug("a" * MAX_SLUG_BYTES + " end") == "a" * MAX_SLUG_BYTES


def test_a_long_title_without_spaces_is_cut_after_a_whole_letter():
    """No half character is left behind, and no accent without its letter."""
    assert file_slug("海" * 100) == "海" * 58
    assert file_slug("q\u0302" * 100) == "q\u0302" * 58
    assert file_slug("ab-" + "海" * 100) == "ab-" + "海" * 57


@pytest.mark.parametrize("transliterate", [False, True])
@given(title=st.text(max_size=400))
@example(title="\u0344")
@example(title="İ" * 100)
def test_whatever_the_title_the_name_of_the_file_is_safe(title, transliterate):
    """Safe on every system, composed, short enough, and inside its folder."""
    slug = file_slug(title, transliterate=transliterate)
    for name in (build(date(2025, 11, 17), slug), f"{slug}.markdown"):
        assert unsafe_reason(name) is None
        assert len(name.encode()) <= 200
        assert unicodedata.is_normalized("NFC", name)
        assert (Path("/site/_posts") / name).resolve().parent == Path("/site/_posts")
    assert slug
    assert slug.isascii() or not transliterate
