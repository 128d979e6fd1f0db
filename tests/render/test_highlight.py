"""Code in colours."""

import pytest

from editor.render.highlight import LARGEST_CODE, Highlighter
from editor.render.kramdown.rouge_names import NAMES


def test_words_of_a_language_get_their_classes():
    """The class names are those that Rouge's style sheets know."""
    html = Highlighter().highlight("def tide(): pass\n", "python")
    assert '<span class="k">def</span>' in html
    assert '<span class="nf">tide</span>' in html


@pytest.mark.parametrize("code", ["\n\na = 1\n\n", "a", "", "<b>&amp;\t\n"])
def test_the_code_stays_as_it_was_written(code):
    """Blank lines at either end, and no line end that was not there."""
    html = Highlighter().highlight(code, "text")
    assert html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == code


def test_an_unknown_language_and_a_very_long_text_stay_plain():
    """Colours are not worth a wait."""
    assert Highlighter().highlight("a", "no-such-language") is None
    assert Highlighter().highlight("a\n" * LARGEST_CODE, "python") is None


def test_most_of_the_languages_that_jekyll_knows_are_coloured():
    """The others are shown plainly."""
    highlighter = Highlighter()
    plain = {name for name in NAMES if highlighter.highlight("a", name) is None}
    assert len(plain) < 0.3 * len(NAMES), sorted(plain)
