"""Decide what of the clipboard becomes Markdown, and make it so."""

from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from editor.convert.document import NotConverted, PlacePicture
from editor.post.markdown_edits.tables.new_tables import cells_of

# A code editor's colours are no formatting that a writer means.
_OF_CODE_EDITORS = ("vscode-editor-data", "application/vnd.code.copymetadata")


@dataclass(frozen=True, slots=True)
class Pasted:
    """Hold what the clipboard became: Markdown, or a sentence about why it did not."""

    markdown: str
    told: str = ""


def read_clipboard(data: QMimeData, place: PlacePicture) -> Pasted | None:
    """Give formatted text as Markdown; None where its plain words are all there is to it.

    Args:
        data: what was copied or dropped.
        place: puts a picture into the site (its bytes, its words) and gives its address.
    """
    if not data.hasHtml() or any(data.hasFormat(kind) for kind in _OF_CODE_EDITORS):
        return None
    plain = data.text()
    if cells_of(plain):
        # The cells of a spreadsheet have a way of their own.
        return None
    # Readers of HTML take a while to load, and many posts are written without them.
    from editor.convert.html_to_markdown import html_to_markdown  # noqa: PLC0415

    try:
        converted = html_to_markdown(data.html(), place)
    except NotConverted as refused:
        return Pasted("", str(refused))
    if _says_no_more(converted.markdown, plain):
        return None
    return Pasted(converted.markdown, converted.left_out)


def _says_no_more(markdown: str, plain: str) -> bool:
    """Tell whether Markdown holds nothing but the plain words, and perhaps a box around them."""
    bare = markdown.strip("`\n ").replace("\\", "")
    return not markdown or bare.split() == plain.replace("\\", "").split()
