"""Take out of a picture's bytes what a camera and its programs wrote about it, and no pixel.

Places, names and serial numbers stand in segments of their own, which can be left out without
reading the picture: what remains is byte for byte what it was. The colour profile stays, for
without it the colours would change.
"""

import struct
from collections.abc import Iterator

_JPEG_START = b"\xff\xd8"
_SCAN = 0xDA
# Exif and XMP (APP1), Photoshop and IPTC (APP13), comments. APP0, APP2 (the colours) and APP14
# (Adobe's kind of colours) say how to show the picture.
_JPEG_TOLD = frozenset({0xE1, 0xED, 0xFE, *range(0xE3, 0xED), 0xEF})
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_TOLD = frozenset({b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"})
_WEBP_TOLD = frozenset({b"EXIF", b"XMP "})
_WEBP_HAS_TOLD = 0x08 | 0x04
_RIFF_HEAD = 12


def without_metadata(raw: bytes) -> bytes:
    """Give the bytes of a JPEG, PNG or WebP without what is told about it; others as they are.

    A file that is not built as its kind should be comes back as it is.
    """
    try:
        if raw.startswith(_JPEG_START):
            return _JPEG_START + b"".join(_jpeg_parts(raw))
        if raw.startswith(_PNG_START):
            return _PNG_START + b"".join(_png_parts(raw))
        if raw[:4] == b"RIFF" and raw[8:_RIFF_HEAD] == b"WEBP":
            return _webp(raw)
    except (struct.error, ValueError, IndexError):
        return raw
    return raw


def _jpeg_parts(raw: bytes) -> Iterator[bytes]:
    at = len(_JPEG_START)
    while True:
        if raw[at] != 0xFF:  # noqa: PLR2004 - what each segment of a JPEG begins with
            raise ValueError("no segment begins here")
        kind = raw[at + 1]
        if kind == 0xFF:  # noqa: PLR2004 - segments may be set apart by any number of these
            at += 1
            continue
        if kind == _SCAN:
            yield raw[at:]
            return
        size = 2 if kind in _ALONE else 2 + struct.unpack_from(">H", raw, at + 2)[0]
        if kind not in _JPEG_TOLD:
            yield raw[at : at + size]
        at += size


def _png_parts(raw: bytes) -> Iterator[bytes]:
    at = len(_PNG_START)
    while at < len(raw):
        size, kind = struct.unpack_from(">I4s", raw, at)
        if kind not in _PNG_TOLD:
            yield raw[at : at + size + 12]
        at += size + 12


def _webp(raw: bytes) -> bytes:
    parts: list[bytes] = []
    at = _RIFF_HEAD
    while at + 8 <= len(raw):
        kind, size = struct.unpack_from("<4sI", raw, at)
        end = at + 8 + size + size % 2
        if end > len(raw):
            raise ValueError("the last part is cut off")
        part = raw[at:end]
        if kind == b"VP8X":
            part = part[:8] + bytes([part[8] & ~_WEBP_HAS_TOLD]) + part[9:]
        if kind not in _WEBP_TOLD:
            parts.append(part)
        at = end
    if not parts:
        raise ValueError("there is nothing in it")
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body
