import pytest

from editor.post.unlike import nearest, usual_word

WORDS = {
    "Politics": 412,
    "Politcs": 1,
    "Économie": 40,
    "new york": 30,
    "2024": 50,
    "AI": 90,
    "sport": 9,
}


@pytest.mark.parametrize(
    ("word", "usual"),
    [
        ("Politcs", "Politics"),
        ("politics", "Politics"),
        ("Economie", "Économie"),
        ("New-York", "new york"),
        ("Sprot", "sport"),
        ("Politics", None),
        ("2025", None),
        ("AP", None),
        ("harbour", None),
        ("", None),
        ("x" * 500, None),
    ],
)
def test_a_word_unlike_the_rest_of_the_site_is_known(word, usual):
    """A slip of the keys, the case, an accent; never another year, and never a short word."""
    assert usual_word(word, WORDS) == usual


def test_a_word_that_is_used_often_enough_is_no_mistake():
    """Two spellings that are both at home are the site's own business."""
    assert usual_word("sports", {"sport": 20, "sports": 3}) is None
    assert usual_word("sports", {"sport": 9, "sports": 2}) is None
    assert usual_word("sports", {"sport": 20, "sports": 2}) == "sport"


def test_the_name_that_was_meant_is_found_among_a_few():
    """For a wrong setting."""
    assert nearest("lable", ["label", "limit"]) == "label"
    assert nearest("nonsense", ["label", "limit"]) is None
