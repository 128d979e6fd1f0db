import pytest
from PySide6.QtCore import QMimeData

from editor.ui.pasting.clipboard_reader import read_clipboard


def copied(html, plain="", **formats):
    """Give what lies in the clipboard."""
    data = QMimeData()
    data.setHtml(html)
    if plain:
        data.setText(plain)
    for kind, raw in formats.items():
        data.setData(kind.replace("_", "-"), raw)
    return data


def read(data):
    """Read it in a site that takes no pictures."""
    return read_clipboard(data, lambda raw, name: None)


def test_formatted_words_become_markdown():
    """Bold stays bold."""
    assert read(copied("<p>a <b>b</b></p>", "a b")).markdown == "a **b**"


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("<span style='color:red'>just words</span>", "just words"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<p># typed as *Markdown*</p>", "# typed as *Markdown*"),
        (
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
            "a\tb\nc\td",
        ),
    ],
)
def test_what_says_no_more_than_its_words_is_left_to_be_pasted_as_it_is(html, plain):
    """Colours, Markdown that was copied as text, cells that become a table anyway."""
    assert read(copied(html, plain)) is None


def test_code_from_a_code_editor_stays_as_it_is():
    """Its colours are no formatting."""
    html = "<div style='font-family:monospace'><b>def</b> x</div>"
    assert read(copied(html, "def x", vscode_editor_data=b"{}")) is None


def test_plain_words_are_left_alone():
    """No HTML, nothing to read."""
    data = QMimeData()
    data.setText("**a**")
    assert read(data) is None


def test_what_was_left_out_is_told():
    """A comment of a reviewer does not go to print, and the writer knows."""
    pasted = read(copied("<p>a <b>b</b> <img src='file:///C:/x.png'></p>", "a b"))
    assert pasted.markdown == "a **b**"
    assert pasted.told == "Left out: a picture that the clipboard only names."


def test_too_much_of_it_gives_the_reason():
    """The plain words can still be pasted."""
    pasted = read(copied("<b>x</b>" * 300_000, "x" * 300_000))
    assert pasted.markdown == ""
    assert "too long" in pasted.told
