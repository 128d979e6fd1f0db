"""Pictures that came along are handed over to be put into the site; others are named or left."""

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

from bs4 import BeautifulSoup, Tag

from editor.convert.document import PlacePicture
from editor.convert.losses import Losses

_DATA = re.compile(r"^data:image/[\w.+-]+(;[^,]*)?,(.*)$", re.DOTALL)
# Mail and web pages count readers by pictures that nobody sees.
_SMALLEST = 3


def place_pictures(soup: BeautifulSoup, losses: Losses, place: PlacePicture | None) -> None:
    """Give every picture an address in the site, or on the web where it lies there."""
    for tag in soup.find_all(["v:shape", "v:imagedata", "svg", "canvas"]):
        if not tag.decomposed:
            losses.note("drawing")
            tag.decompose()
    for tag in soup.find_all("img"):
        source, alt = str(tag.get("src") or ""), " ".join(str(tag.get("alt") or "").split())
        if not source or _is_counter(tag):
            tag.decompose()
            continue
        if not source.startswith(("http://", "https://", "/")):
            raw = _bytes_of(source)
            address = place(raw, alt) if raw and place is not None else None
            if address is None:
                losses.note("picture")
                tag.decompose()
                continue
            source = address
        tag.attrs = {"src": source, "alt": alt}


def _is_counter(tag: Tag) -> bool:
    sizes = [str(tag.get(name) or "") for name in ("width", "height")]
    return all(size.isdecimal() and int(size) <= _SMALLEST for size in sizes)


def _bytes_of(source: str) -> bytes:
    """Give the bytes of a picture that is written out in the HTML; none for any other."""
    found = _DATA.match(source)
    if found is None:
        return b""
    try:
        if "base64" in (found[1] or ""):
            return base64.b64decode(found[2], validate=False)
        return unquote_to_bytes(found[2])
    except binascii.Error:
        return b""
