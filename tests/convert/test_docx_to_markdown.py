"""A Word document becomes a post's text, with its pictures, and says what stayed behind."""

import zipfile
from pathlib import Path

import pytest

from editor.convert import docx_to_markdown
from editor.convert.docx_to_markdown import read_document
from editor.post.errors import DatelineError

# Written with LibreOffice 7.4 on Debian 12, changes tracked.
FERRY = Path(__file__).parents[1] / "data" / "convert" / "ferry.docx"


def changed(tmp_path, *, added=None, document=None):
    """Give a copy of the document with another text or with something added."""
    copy = tmp_path / "copy.docx"
    with zipfile.ZipFile(FERRY) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            is_text = name == "word/document.xml"
            new.writestr(name, document if is_text and document is not None else old.read(name))
        for name, raw in (added or {}).items():
            new.writestr(name, raw)
    return copy


def test_headings_lists_tables_notes_pictures_and_changes_arrive():
    """The title goes to the front matter; a deletion that was tracked is gone."""
    document = read_document(FERRY, lambda raw, alt: f"/assets/{raw[1:4].decode()}.png")
    assert document.title == "The ferry is back"
    assert document.text.markdown == (
        "## At the quay\n"
        "\n"
        "She came in at nine, an hour *early*, to **no applause**[^1]. "
        "See [the harbour](https://harbour.example/).\n"
        "\n"
        "- Ropes\n"
        "  - long ones\n"
        "- Nets\n"
        "\n"
        "1. Cast off\n"
        "2. Sail\n"
        "\n"
        "| Boat   | Seats |\n"
        "| ------ | ----- |\n"
        "| Soleil | 120   |\n"
        "\n"
        "![A white ferry](/assets/PNG.png)\n"
        "\n"
        "> We can wait.\n"
        "\n"
        "[^1]: It was raining."
    )
    assert document.text.left_out == ""


def test_macros_stay_behind_and_are_named(tmp_path):
    """Nothing in them is run or kept."""
    path = changed(tmp_path, added={"word/vbaProject.bin": b"x"})
    assert "macros were not taken along" in read_document(path).text.left_out


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "“a.docx” is not a Word document (.docx)."),
        (b"PK\x03\x04 but no archive", "“a.docx” is not a Word document (.docx)."),
        (b"\xd0\xcf\x11\xe0 an old .doc", "“a.docx” is not a Word document (.docx)."),
    ],
)
def test_what_is_no_word_document_is_said_to_be_none(tmp_path, raw, sentence):
    """Renamed files and old formats among them."""
    path = tmp_path / "a.docx"
    path.write_bytes(raw)
    with pytest.raises(DatelineError) as refused:
        read_document(path)
    assert str(refused.value) == sentence


def test_a_file_that_is_gone_is_said_to_be(tmp_path):
    """A stick was pulled, a share is away."""
    with pytest.raises(DatelineError, match="cannot be read"):
        read_document(tmp_path / "gone.docx")


def test_a_document_without_a_word_is_said_to_be_empty(tmp_path):
    """An empty post helps nobody."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    path = changed(tmp_path, document=f'<w:document xmlns:w="{word}"><w:body/></w:document>')
    with pytest.raises(DatelineError, match="no text"):
        read_document(path)


@pytest.mark.parametrize("text", [b"<w:document", b"", b"<a/>"])
def test_a_damaged_document_is_said_to_be_damaged(tmp_path, text):
    """Cut by a bad download."""
    with pytest.raises(DatelineError, match=r"is damaged|no text"):
        read_document(changed(tmp_path, document=text))


def test_a_document_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    """An archive of a few kilobytes can unpack to all the memory there is."""
    monkeypatch.setattr(docx_to_markdown, "LARGEST", 1000)
    with pytest.raises(DatelineError, match="too large"):
        read_document(FERRY)
