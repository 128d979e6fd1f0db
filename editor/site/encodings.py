"""Guess how a file that is not UTF-8 is stored, Western first, and never lose a byte over it."""

import codecs
import re
from collections.abc import Sequence
from typing import Final

from editor.post.errors import EncodingRefused
from editor.post.post import Post

WESTERN: Final = "cp1252"
LAST_RESORT: Final = "latin-1"
"""Every byte is a character of it, so it gives any file back."""

_LATIN_SCRIPTS: Final = ("cp1250", "iso8859_2", "cp1254", "cp1257", WESTERN)
_OTHER_SCRIPTS: Final = (
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "cp949",
)
_JAPANESE: Final = ("euc_jp", "cp932")
_KANA_AT_LEAST: Final = 0.25
_NAMES: Final = {
    "cp1250": "Windows-1250 (Central European)",
    "iso8859-2": "ISO 8859-2 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "koi8-r": "KOI8-R (Cyrillic)",
    "cp1252": "Windows-1252 (Western European)",
    "iso8859-1": "ISO 8859-1 (Western European)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)",
    "cp1257": "Windows-1257 (Baltic)",
    "cp932": "Shift JIS (Japanese)",
    "euc_jp": "EUC-JP (Japanese)",
    "gb18030": "GB 18030 (Chinese)",
    "big5": "Big5 (Chinese)",
    "cp949": "EUC-KR (Korean)",
    "utf-8": "UTF-8 with damaged bytes",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}

_SAMPLE: Final = 50_000
_WORD_WITH_HIGH_BYTES = re.compile(rb"[^\x00-\x20]*[\x80-\xff][^\x00-\x20]*")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_WESTERN_LETTERS: Final = frozenset(
    "àâäáãåæçèéêëìíîïñòóôöõøœšžùúûüÿýþðßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒŠŽÙÚÛÜŸÝÞÐ"
)
_WESTERN_SIGNS: Final = frozenset("«»‹›“”„‘’‚–—…•·°º€£§©®™¿¡\u00a0\u00ad½¼¾²³±×")
_JOINING_SIGNS: Final = frozenset("’‘–—…·\u00a0\u00ad")
_ODD_AT_MOST: Final = 0.1
_ALONE_AT_MOST: Final = 0.5


def name_of(encoding: str) -> str:
    """Give the name of an encoding as people know it."""
    return _NAMES.get(codecs.lookup(encoding).name, encoding)


def guessed_encoding(raw: bytes) -> str:
    """Guess a codec for bytes that are not UTF-8.

    Returns:
        A codec with which `Post` gives back the very same bytes.
    """
    likely = _likely(raw)
    return likely if likely is not None and _gives_back(raw, likely) else LAST_RESORT


def is_damaged_utf8(raw: bytes) -> bool:
    """Tell whether most of the special characters are whole UTF-8, and only some bytes broken."""
    text = raw.decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= char <= "\udcff" for char in text)
    whole = sum(not char.isascii() for char in text) - broken
    return whole > broken


def _likely(raw: bytes) -> str | None:
    """Guess by the words that hold more than ASCII; the others would only blur the picture."""
    words: list[bytes] = _WORD_WITH_HIGH_BYTES.findall(raw)
    sample = b" ".join(words)[:_SAMPLE]
    high = sum(byte >= 0x80 for byte in sample)  # noqa: PLR2004 - beyond ASCII
    in_runs = sum(map(len, _HIGH_RUN.findall(sample)))
    if in_runs > _ALONE_AT_MOST * high:
        return _kana_encoding(sample) or _best(sample, _OTHER_SCRIPTS)
    if _reads_as_western(sample):
        return WESTERN
    return _best(sample, _LATIN_SCRIPTS) or _best(sample, _OTHER_SCRIPTS) or WESTERN


def _kana_encoding(sample: bytes) -> str | None:
    """Recognise Japanese by its kana, which statistics take for Korean."""
    for encoding in _JAPANESE:
        text = sample.decode(encoding, "replace")
        kana = sum("\u3041" <= char <= "\u30ff" for char in text)
        if "\ufffd" not in text and kana > _KANA_AT_LEAST * len(text):
            return encoding
    return None


def _reads_as_western(sample: bytes) -> bool:
    """Tell whether text read as Windows-1252 has its signs and capitals where they belong."""
    try:
        text = sample.decode(WESTERN)
    except UnicodeDecodeError:
        return False
    odd = total = 0
    for before, char, after in zip(f" {text}", text, f"{text[1:]} ", strict=False):
        if char.isascii():
            continue
        total += 1
        odd += _is_odd(before, char, after)
    return odd <= _ODD_AT_MOST * total


def _is_odd(before: str, char: str, after: str) -> bool:
    """Tell whether a character looks out of place.

    A sign within a word, a capital after a small letter, or no Western character at all.
    """
    if char in _WESTERN_LETTERS:
        return char.isupper() and before.islower()
    if char not in _WESTERN_SIGNS:
        return True
    return char not in _JOINING_SIGNS and before.isalpha() and after.isalpha()


def _best(sample: bytes, encodings: Sequence[str]) -> str | None:
    """Let charset-normalizer choose among encodings; None when none of them makes sense."""
    # Needed for one file in thousands, and its tables take as long to load as a small window.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(sample, cp_isolation=list(encodings), threshold=0.8).best()
    return None if best is None else best.encoding


def _gives_back(raw: bytes, encoding: str) -> bool:
    """Tell whether a post read with a codec gives back the very same bytes."""
    try:
        return Post.from_bytes(raw, encoding).to_bytes() == raw
    except EncodingRefused:
        return False


def marked_encoding(raw: bytes) -> str | None:
    """Find the encoding that a byte order mark other than that of UTF-8 names."""
    for mark, encoding in (
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if raw.startswith(mark):
            return encoding
    return None


def unmarked_utf16(raw: bytes) -> str | None:
    """Recognise UTF-16 without a mark by its NUL bytes, which all stand in one of two places."""
    if len(raw) % 2:
        return None
    for encoding, nul, other in (
        ("utf-16-le", raw[1::2], raw[::2]),
        ("utf-16-be", raw[::2], raw[1::2]),
    ):
        if nul.count(0) > len(nul) // 2 and not other.count(0):
            return encoding
    return None
