from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from editor.post.markdown_edits.lines import WholeText
from editor.post.markdown_edits.places import Place, Selection
from tests.post.markdown_edits.keys import FUNCTIONS
from tests.post.markdown_edits.marked import applied

# Pieces of which Markdown is made, and words of several scripts between them.
PIECES = [
    *("\n", "\n\n", "\n", " ", "  ", "    ", "\t", "- ", "* ", "1. ", "9. ", "> ", "- [ ] "),
    *("- [X] ", "# ", "## ", "```\n", "~~~\n", "**", "*", "_", "`", "``", "~~", "[", "](", ")"),
    *(
        "<!--",
        "-->",
        "{% raw %}",
        "{% endraw %}",
        "{: .a}",
        "---",
        "===",
        "|",
        "| a | b |\n",
        "|---|:-:|\n",
        "[^1]",
        "[^2]: ",
    ),
    *("\\", "(", '"', "$$", "ferry", "quay", "العبّارة", "夜市", "👩‍👩‍👧", "é", "ß", "İ"),
    *("e\u0301", "\u00a0", "\u2028"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
# What may be written or taken off as markup, and the numbers of lists and notes.
MARKUP = set(" \t\n#>-*+_~`[](){}:<!|=.^\"'\\“”‘’„«»‹›「」『』（）0123456789X")
# These name the letters themselves: a line is deleted, doubled, written in capitals.
CASES = ("upper_case", "lower_case", "title_case", "sentence_case")
NAMING = {"delete_line", "duplicate_line", "delete_row", "delete_column", "paste_cells", *CASES}

MOVING = {
    "move_lines_up",
    "move_lines_down",
    "row_up",
    "row_down",
    "column_back",
    "column_on",
    "sort_up",
    "sort_down",
}


@st.composite
def selections(draw):
    """Give a text and a selection somewhere in it."""
    text = draw(TEXTS)
    lines = text.split("\n")
    places = []
    for _ in range(2):
        line = draw(st.integers(0, len(lines) - 1))
        places.append(Place(line, draw(st.integers(0, len(lines[line])))))
    if draw(st.booleans()):
        places[1] = places[0]
    return text, Selection(*places)


def words(text):
    """Give the characters of a text that no markup is made of."""
    return [char for char in text if char not in MARKUP and char != "x"]


@given(selections(), st.sampled_from(sorted(set(FUNCTIONS) - NAMING)))
def test_no_key_loses_a_character_that_it_does_not_name(given_text, key):
    """Whatever the text and the selection: every letter is still there, in its order."""
    text, selection = given_text
    edit = FUNCTIONS[key](WholeText(text), selection)
    if edit is None:
        return
    done = applied(text, edit).replace("<br>", "")
    if key in ("enter", "line_break") and not selection.is_empty:
        return  # what is selected gives way, as with any key that writes
    if key in MOVING:
        assert Counter(words(done)) == Counter(words(text))
    elif key == "link_with_address":
        assert [*words(text)] == [*words(done.replace("https://harbour.example/quay", ""))]
    else:
        assert words(done) == words(text)


@given(selections(), st.sampled_from(CASES))
def test_case_changes_change_case_alone(given_text, key):
    """The letters are the same ones, large or small."""
    text, selection = given_text
    edit = FUNCTIONS[key](WholeText(text), selection)
    if edit is not None:
        assert applied(text, edit).upper().lower() == text.upper().lower()


@given(selections())
def test_deleting_lines_deletes_those_lines_alone(given_text):
    """All other lines stay, their numbers aside."""
    text, selection = given_text
    edit = FUNCTIONS["delete_line"](WholeText(text), selection)
    lines = text.split("\n")
    del lines[selection.lines[0] : selection.lines[-1] + 1]
    done = text if edit is None else applied(text, edit)
    assert words(done) == words("\n".join(lines))


@given(selections(), st.sampled_from(["bold", "italic", "strike", "quote"]))
def test_a_second_press_takes_plain_words_back(given_text, key):
    """Marks set round plain words are off again after the second press."""
    words_only = "".join(char if char.isalnum() else " " for char in given_text[0])
    text = f"a{words_only}z"
    selection = Selection(Place(0, 0), Place(0, len(text)))
    edit = FUNCTIONS[key](WholeText(text), selection)
    done = applied(text, edit)
    again = FUNCTIONS[key](WholeText(done), edit.selection)
    assert applied(done, again) == text


@given(selections(), st.sampled_from(sorted(FUNCTIONS)))
def test_an_edit_says_where_the_selection_is_in_the_new_text(given_text, key):
    """Caret and anchor stand at places that are there, and splices never overlap."""
    text, selection = given_text
    edit = FUNCTIONS[key](WholeText(text), selection)
    if edit is not None:
        applied(text, edit)
