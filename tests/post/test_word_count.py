import pytest

from editor.post.word_count import count_words


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", 0),
        ("The council voted nine to four.", 6),
        ("It’s the harbour-master's well-known answer.", 5),
        ("## What *changes* on the **quay**", 5),
        ("[harbour office]({% post_url 2025-11-12-bridge-opens %}) asked", 3),
        ("![The ferry](/assets/images/a.jpg){: .wide}", 2),
        ("```ruby\nputs 'not read'\n```\n\nRead this.", 2),
        ("<!-- a note to the desk -->\nOne word <br> two", 3),
        ("[office]: https://harbourpost.example/office\nText", 1),
        ("港の夜市", 4),
        ("مهرجان الميناء يعود", 3),
        ("3.5 million, 1,000 boats", 5),
    ],
)
def test_a_writer_sees_the_number_of_words_a_reader_reads(body, words):
    """Markup, code, Liquid and addresses are not words; unspaced scripts count letters."""
    assert count_words(body) == words
