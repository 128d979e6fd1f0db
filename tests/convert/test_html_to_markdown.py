"""What people copy from other programs arrives as the Markdown that they would have written."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from editor.convert.document import NotConverted
from editor.convert.html_to_markdown import LARGEST, html_to_markdown
from editor.convert.links import clean_address
from editor.render.kramdown import Converter

SAMPLES = Path(__file__).parents[1] / "data" / "convert"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.html"))
# Word and Writer write footnotes, lists and hidden words in ways that change their visible signs.
CHANGED = ("footnotes", "tracked", "picture", "form", "wiki", "word-lists", "arabic")


def sample(name):
    """Give what lay in the clipboard."""
    return (SAMPLES / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_what_was_copied_becomes_the_markdown_beside_it(name):
    """In the forms that Word, Google Docs, LibreOffice, Outlook and Chrome produce."""
    converted = html_to_markdown(sample(name))
    told = f"\n<!-- {converted.left_out} -->\n" if converted.left_out else ""
    expected = (SAMPLES / f"{name}.md").read_text(encoding="utf-8")
    assert f"{converted.markdown}\n{told}" == expected


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith(CHANGED)])
def test_jekyll_shows_the_words_that_were_copied(name):
    """No sign of the text is taken for Markdown's, and none is lost."""
    soup = BeautifulSoup(sample(name), "html.parser")
    for tag in soup(["head", "style", "script"]):
        tag.decompose()
    copied = soup.get_text() if soup.body is None else soup.body.get_text()
    markdown = re.sub(r"{% (?:end)?raw %}", "", html_to_markdown(sample(name)).markdown)
    published = BeautifulSoup(Converter().convert(f"{markdown}\n").html, "html.parser").get_text()
    assert letters(published) == letters(copied)


def letters(text):
    """Leave out blanks, bullets and the typography that kramdown adds."""
    plain = text.translate(str.maketrans("‘’“”", "''\"\""))
    return re.sub(r"[\s·]+|(?<![^\s])o(?=\s{3})", "", plain)


def test_a_picture_that_came_along_is_put_into_the_site():
    """With its words for those who do not see it; one that is only named is counted."""
    placed = []

    def place(raw, alt):
        placed.append(raw)
        return "/assets/images/x.png"

    html = (
        '<p>A <img src="data:image/png;base64,iVBORw0KGgo=" alt="A ferry"></p>'
        '<p><img src="cid:1"> <img src="file:///C:/a.png"></p>'
    )
    converted = html_to_markdown(html, place)
    assert converted.markdown == "A ![A ferry](/assets/images/x.png)"
    assert placed[0].startswith(b"\x89PNG")
    assert converted.left_out == "Left out: 2 pictures that are only named."


def test_a_picture_that_the_site_refuses_is_counted():
    """Its words stay in the clipboard; nothing points to a file that is not there."""
    html = '<p>A <img src="data:image/png;base64,AAAA"> b</p>'
    converted = html_to_markdown(html, lambda raw, alt: None)
    assert converted.markdown == "A b"
    assert "a picture" in converted.left_out


def test_formatted_text_that_is_too_long_is_said_to_be():
    """Nobody waits for a paste of megabytes."""
    with pytest.raises(NotConverted, match="too long"):
        html_to_markdown("<p>x</p>" * (LARGEST // 8 + 1))


def test_formatted_text_that_is_nested_too_deeply_is_said_to_be():
    """A hostile page takes nothing down."""
    with pytest.raises(NotConverted, match="nested too deeply"):
        html_to_markdown("<div><b>" * 20_000 + "x")


@pytest.mark.parametrize(
    "html",
    [
        *("", "<", "<p", "<li>x", "<a>", "<img>", "\0", "<td>x</td>", "<ol><ol><ol>x"),
        *("<table></table>", "<table><tr></tr></table>", "<b style='x:y:z;;:'>x</b>"),
        "<p style='mso-list:l0 level9'>x",
    ],
)
def test_broken_html_gives_what_there_is(html):
    """Half a tag is no error."""
    assert html_to_markdown(html).left_out == ""


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://a.example/?utm_source=x", "https://a.example/"),
        ("https://a.example/?id=1&utm_source=x&b=2#c", "https://a.example/?id=1&b=2#c"),
        ("https://a.example/?q=a+b%20c", "https://a.example/?q=a+b%20c"),
        ("https://www.google.com/url?q=https://a.example/%3Fx%3D1&sa=D", "https://a.example/?x=1"),
        ("https://www.google.com/search?q=https://a.example/", None),
        ("https://notgoogle.com/url?q=https://a.example/", None),
        ("https://a.example/?x", None),
        ("https://[a", None),
        ("mailto:a@b.example?subject=x", None),
    ],
)
def test_addresses_lose_what_counts_people_and_nothing_else(address, clean):
    """A redirection gives way to where it leads; other parameters stay as they are written."""
    assert clean_address(address) == (clean or address)
