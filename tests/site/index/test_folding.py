import sqlite3
import unicodedata

import pytest

from editor.site.index.folding import folded, for_index


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("CAFE", "café"),
        ("cafe", "cafe\u0301"),
        ("strasse", "Straße"),
        ("lodz", "Łódź"),
        ("oeuvre", "Œuvre"),
        ("μηνας", "Μήνας"),
        ("йод", "ЙОД"),
        ("مهرجان", "مُهَرْجَان"),
        ("مدينه", "مدينة"),
        ("2025", "٢٠٢٥"),
        ("서울", "서울"),
        ("fi", "ﬁ"),
    ],
)
def test_what_a_person_takes_for_the_same_word_is_the_same(typed, written):
    """Case, accents and vowel points are nobody's business in a search."""
    assert folded(typed) == folded(written)


def test_voiced_kana_are_letters_of_their_own():
    """The mark in が is no accent."""
    assert folded("が") != folded("か")
    assert folded("か\u3099") == folded("が")


def test_the_arabic_article_hides_no_word():
    """Who looks for a harbour finds the harbour, and and-the-harbour."""
    assert for_index("ميناء") == for_index("الميناء") == for_index("والميناء")
    assert for_index("الله") == "الله"


def test_scripts_without_spaces_are_cut_into_letters():
    """Any part of a run of Chinese characters is a phrase of them."""
    assert for_index("東京の夜").split() == ["東", "京", "の", "夜"]


def test_the_tokenizer_folds_what_is_left_to_it_as_we_do():
    """One letter in a text must not be found by one way of typing and missed by the other."""
    database = sqlite3.connect(":memory:")
    database.executescript(
        "CREATE VIRTUAL TABLE one USING fts5(t, tokenize='unicode61 remove_diacritics 2');"
        "CREATE VIRTUAL TABLE other USING fts5(t, tokenize='unicode61 remove_diacritics 2');"
        "CREATE VIRTUAL TABLE terms_of_one USING fts5vocab(one, instance);"
        "CREATE VIRTUAL TABLE terms_of_other USING fts5vocab(other, instance);"
    )
    letters = [
        chr(code) for code in range(0x80, 0x3000) if unicodedata.category(chr(code))[0] == "L"
    ]
    for number, letter in enumerate(letters, start=1):
        for table, text in (("one", letter), ("other", folded(letter))):
            database.execute(
                f"INSERT INTO {table} (rowid, t) VALUES (?, ?)",
                (number, for_index(f"x{text}x")),
            )
    order = "SELECT doc, term FROM terms_of_{} ORDER BY doc, offset"
    one, other = (database.execute(order.format(name)).fetchall() for name in ("one", "other"))
    database.close()
    assert one == other
