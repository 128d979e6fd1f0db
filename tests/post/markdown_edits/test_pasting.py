import pytest

from editor.post.markdown_edits.lines import WholeText
from editor.post.markdown_edits.pasting import paste_markdown
from editor.post.markdown_edits.places import Place, Selection


def pasted(text, markdown):
    """Paste where `‸` marks the caret, and give the text with the caret marked again."""
    before, _, after = text.partition("‸")
    place = Place(before.count("\n"), len(before) - (before.rfind("\n") + 1))
    edit = paste_markdown(markdown)(WholeText(before + after), Selection(place, place))
    if edit is None:
        return None
    (splice,) = edit.splices
    whole = before + splice.text + after
    lines = whole.split("\n")
    at = sum(len(line) + 1 for line in lines[: edit.selection.caret.line])
    at += edit.selection.caret.column
    return f"{whole[:at]}‸{whole[at:]}"


@pytest.mark.parametrize(
    ("text", "markdown", "expected"),
    [
        ("a ‸ b", "**c**", "a **c**‸ b"),
        ("‸", "# H", "# H‸"),
        ("a‸b", "x\n\ny", "a\n\nx\n\ny‸\n\nb"),
        ("a\n‸\nb", "- x\n- y", "a\n\n- x\n- y‸\n\nb"),
        ("a\n\n‸\n\nb", "- x", "a\n\n- x‸\n\nb"),
        ("a\n\n‸", "| a |", "a\n\n| a |‸"),
        ("```\n‸\n```", "**c**", None),
        ("‸", "", None),
    ],
)
def test_words_go_into_the_line_and_blocks_stand_apart(text, markdown, expected):
    """A list that is pasted behind a paragraph is a list, and code stays code."""
    assert pasted(text, markdown) == expected
