"""Blocks made safe one by one are those of the whole body made safe at once."""

import pytest

from editor.render import blocks
from editor.render.clean_blocks import BlockCleaner, Part
from editor.render.links import SiteAddress
from editor.render.sanitize import Sanitizer
from editor.site.served_files import ServedFiles


class Counting(Sanitizer):
    """A sanitizer that knows how much it has cleaned."""

    def __init__(self, files=None):
        super().__init__(SiteAddress(), {}, files)
        self.cleaned = []

    def clean(self, html):
        """Note what is cleaned."""
        self.cleaned.append(html)
        return super().clean(html)


def paragraph(line, text):
    """Give a part of one line."""
    html = f'<p data-line="{line}" data-last-line="{line}">{text}</p>\n\n'
    return Part(html, line)


def test_only_what_changed_is_cleaned_again():
    """A key in a long post costs one block; a new line costs none, though all below it move."""
    sanitizer = Counting()
    cleaner = BlockCleaner(sanitizer)
    cleaner.pieces([paragraph(line, str(line)) for line in (1, 3, 5)], 0)
    assert len(sanitizer.cleaned) == 3
    cleaner.pieces([paragraph(1, "1"), paragraph(3, "x"), paragraph(5, "5")], 0)
    assert len(sanitizer.cleaned) == 4
    placed = cleaner.pieces([paragraph(2, "1"), paragraph(4, "x"), paragraph(6, "5")], 0)
    assert len(sanitizer.cleaned) == 4
    assert [piece.line + by for piece, by in placed] == [1, 3, 5]


def test_lines_count_in_the_body_wherever_it_begins_in_the_file():
    """Front matter above the text moves nothing in the preview."""
    note = Part('<div><p data-line="12" data-last-line="12">a</p></div>', 0)
    placed = BlockCleaner(Counting()).pieces([paragraph(10, "a"), note], 8)
    assert placed[0][0].line + placed[0][1] == 1
    assert placed[1][0] == blocks.Piece.of(
        '<div><p data-at="3" data-at-last="3">a</p></div>', None
    )


@pytest.mark.parametrize(
    "parts",
    [
        [Part("<div class='a'>\n", 1), paragraph(2, "b"), Part("</div>\n", 3)],
        [Part("<!-- <div> -->", 1), paragraph(2, "<b>b</b>")],
        [Part("</div><p>a</p>", 1), paragraph(2, "b")],
        [Part("bare <i>text</i>\n", 1), paragraph(3, "b<script>c</script>")],
    ],
)
def test_what_one_block_opens_and_another_closes_stays_together(parts):
    """As the browser would see the page that Jekyll publishes."""
    placed = BlockCleaner(Counting()).pieces(parts, 0)
    whole = "".join(part.html for part in parts)
    assert [piece.html for piece, _ in placed] == [
        blocks.placed(piece).html for piece in blocks.top_level(Counting().clean(whole))
    ]


def test_a_picture_that_is_put_into_the_site_is_seen_with_the_next_key(tmp_path):
    """Whether a file is there is asked each time."""
    part = Part('<p><img src="/a.png" alt="A" /></p>', 1)
    cleaner = BlockCleaner(Counting(ServedFiles(tmp_path)))
    assert "not in the site" in cleaner.pieces([part], 0)[0][0].html
    (tmp_path / "a.png").write_bytes(b"x")
    assert "not in the site" not in cleaner.pieces([part], 0)[0][0].html
