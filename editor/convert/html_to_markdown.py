"""Clipboard HTML becomes clean Markdown: beautifulsoup reads it, markdownify writes it.

What lies between is ours: what each program means by its markup, and the house style.
"""

import re

from bs4 import BeautifulSoup

from editor.convert.blanks import settle_blanks
from editor.convert.blocks import name_blocks
from editor.convert.document import Converted, NotConverted, PlacePicture
from editor.convert.footnotes import Footnote, take_footnotes
from editor.convert.fragment import TooDeep, read_fragment
from editor.convert.house_style import HouseStyle
from editor.convert.inline_styles import put_meaning_into_tags
from editor.convert.links import clean_links
from editor.convert.lists import settle_lists
from editor.convert.losses import Losses
from editor.convert.pictures import place_pictures
from editor.convert.revisions import accept_revisions, drop_comments
from editor.convert.tables import unfold_layout_tables
from editor.convert.word_lists import make_lists

# Characters; reading more than this takes longer than anybody waits for a paste.
LARGEST = 2_000_000
_MANY_EMPTY_LINES = re.compile(r"\n{3,}")
_BLANKS_AT_END = re.compile(r"(?<! ) $| {3,}$", re.MULTILINE)


def html_to_markdown(html: str, place: PlacePicture | None = None) -> Converted:
    """Give what was copied as Markdown.

    Args:
        html: what lies in the clipboard, a whole document or a part of one.
        place: puts a picture into the site and gives its address.

    Raises:
        NotConverted: it is too long, or nested too deeply.
    """
    if len(html) > LARGEST:
        raise NotConverted(
            "The formatted text is too long to be made into Markdown, so its plain words were"
            " taken."
        )
    losses = Losses()
    try:
        return Converted(_converted(html, losses, place), losses.told())
    except TooDeep as error:
        raise NotConverted(
            "The formatted text is nested too deeply to be made into Markdown, so its plain words"
            " were taken."
        ) from error


def _converted(html: str, losses: Losses, place: PlacePicture | None) -> str:
    soup = read_fragment(html)
    drop_comments(soup, losses)
    accept_revisions(soup, losses)
    make_lists(soup)
    settle_lists(soup)
    name_blocks(soup, losses)
    unfold_layout_tables(soup)
    put_meaning_into_tags(soup)
    notes = take_footnotes(soup)
    clean_links(soup, losses)
    place_pictures(soup, losses, place)
    settle_blanks(soup)
    style = HouseStyle(losses)
    text = _tidy(style.convert_soup(soup))
    return "\n\n".join(filter(None, (text, _notes(notes, style, losses, place))))


def _notes(
    notes: list[Footnote], style: HouseStyle, losses: Losses, place: PlacePicture | None
) -> str:
    """Write the footnotes as kramdown's definitions, further paragraphs indented below."""
    written = []
    for note in notes:
        soup = BeautifulSoup("", "html.parser")
        soup.append(note.body)
        clean_links(soup, losses)
        place_pictures(soup, losses, place)
        settle_blanks(soup)
        if note.body.name in ("li", "td", "dd"):
            note.body.name = "div"
        text = _tidy(style.convert_soup(soup))
        written.append(
            f"[^{note.number}]: " + text.replace("\n", "\n    ").replace("\n    \n", "\n\n")
        )
    return "\n\n".join(written)


def _tidy(text: str) -> str:
    """Take away what no reader of the source wants: ragged ends and heaps of empty lines."""
    return _MANY_EMPTY_LINES.sub("\n\n", _BLANKS_AT_END.sub("", text)).strip("\n")
