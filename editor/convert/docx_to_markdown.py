"""A Word document becomes Markdown: mammoth reads it, the way of clipboard HTML goes on."""

import zipfile
from pathlib import Path

import mammoth
from bs4 import BeautifulSoup

from editor.convert.document import Converted, Document, NotConverted, PlacePicture
from editor.convert.html_to_markdown import html_to_markdown
from editor.post.errors import DatelineError

# Bytes, unpacked: more than any text with its pictures holds.
LARGEST = 300_000_000
_MACROS = "word/vbaProject.bin"
# Styles that mammoth has no meaning for by itself.
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => h2.subtitle:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='HTML Preformatted'] => pre:separator('\\n')
p[style-name='Preformatted Text'] => pre:separator('\\n')
p[style-name='Plain Text'] => pre:separator('\\n')
r[style-name='HTML Code'] => code
r[style-name='Source Text'] => code
strike => s
"""


def read_document(path: Path, place: PlacePicture | None = None) -> Document:
    """Give a Word document (.docx, .docm) as Markdown; tracked changes count as accepted.

    Args:
        path: the file.
        place: puts a picture into the site and gives its address.

    Raises:
        DatelineError: it cannot be read, is no Word document, or holds no text.
    """
    has_macros = _looked_into(path)
    try:
        with path.open("rb") as stream:
            html = mammoth.convert_to_html(stream, style_map=_STYLES).value
    except Exception as error:
        raise NotConverted(f"“{path.name}” is damaged and cannot be read.") from error
    title, rest = _title_of(html)
    text = html_to_markdown(rest, place)
    if not text.markdown.strip():
        raise NotConverted(f"There is no text in “{path.name}”.")
    if has_macros:
        told = f"{text.left_out} Its macros were not taken along, and none was run.".strip()
        text = Converted(text.markdown, told)
    return Document(title, text)


def _looked_into(path: Path) -> bool:
    """Tell whether a document has macros.

    Raises:
        DatelineError: it is none, or unpacks to more than a text can be.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            size = sum(entry.file_size for entry in archive.infolist())
    except OSError as error:
        raise DatelineError(f"“{path.name}” cannot be read: {error.strerror or error}.") from error
    except zipfile.BadZipFile as error:
        raise NotConverted(f"“{path.name}” is not a Word document (.docx).") from error
    if "word/document.xml" not in names:
        raise NotConverted(f"“{path.name}” is not a Word document (.docx).")
    if size > LARGEST:
        raise NotConverted(f"“{path.name}” is too large to be made into a post.")
    return _MACROS in names


def _title_of(html: str) -> tuple[str, str]:
    """Take the document's own title out of its text: a post has it in its front matter."""
    soup = BeautifulSoup(html, "html.parser")
    first = next((tag for tag in soup.find_all(True, recursive=False)), None)
    if first is None or first.name != "h1":
        return "", html
    title = " ".join(first.get_text().split())
    first.decompose()
    return title, str(soup)
