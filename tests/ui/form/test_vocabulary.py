import time

from editor.ui.form.vocabulary import Vocabulary, suggestions

TAGS = {"harbour": 30, "Häuser": 2, "night market": 4, "Fête": 5, "the harbour": 9, "مَدينة": 1}


def test_words_that_begin_so_come_first_then_by_use():
    """A later word of a phrase counts less than the first one."""
    assert suggestions("ha", TAGS) == ["harbour", "Häuser", "the harbour"]
    assert suggestions("mark", TAGS) == ["night market"]


def test_accents_marks_and_case_do_not_matter():
    """One types what is on the keyboard."""
    assert suggestions("FETE", TAGS) == ["Fête"]
    assert suggestions("haeu", TAGS) == []
    assert suggestions("مدي", TAGS) == ["مَدينة"]


def test_the_middle_of_a_word_needs_two_letters():
    """One letter is inside of nearly every word."""
    assert "night market" not in suggestions("h", TAGS)
    assert "night market" in suggestions("gh", TAGS)


def test_nothing_typed_offers_the_words_used_most():
    """Eight at most, without those that are there already."""
    words = {f"tag {number}": number for number in range(20)}
    assert suggestions("", words, ["tag 19"])[:2] == ["tag 18", "tag 17"]
    assert len(suggestions("", words)) == 8


def test_words_without_counts_keep_their_order():
    """The layouts of a site come as a plain list."""
    assert suggestions("", {"post": 0, "page": 0}) == ["post", "page"]
    vocabulary = Vocabulary(layouts={"post": 0}, tags={"a": 1})
    assert list(vocabulary.words_for("layout")) == ["post"]
    assert list(vocabulary.words_for("tag")) == ["a"]
    assert vocabulary.words_for("subtitle") == {}


def test_ten_thousand_words_are_searched_within_a_frame():
    """Typing a tag stays quick in an archive of many years."""
    words = {f"word {number} of the archive": number for number in range(10_000)}
    suggestions("arc", words)
    start = time.process_time()
    suggestions("archive", words)
    assert time.process_time() - start < 0.1


def test_a_word_is_found_by_the_name_that_people_know():
    """An author by their name, where posts say a key."""
    names = {"ada": "Ada Lovelace", "bo": "Bo Ek"}
    assert suggestions("love", {"ada": 3, "bo": 1}, (), names) == ["ada"]
    assert suggestions("b", {"ada": 3, "bo": 1}, (), names) == ["bo"]
