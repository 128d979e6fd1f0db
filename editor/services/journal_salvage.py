"""Pick the text out of a journal that is too damaged to be read as one."""

import re
from datetime import UTC, datetime
from pathlib import Path

from editor.services.unsaved import AS_TEXT, Unsaved

_PAGE = 4096
_LINK = 4
"""Bytes at the start of a page that carries on a long text, by which SQLite finds the next one."""

_RUNS = re.compile(rb"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]{24,}")
_BEFORE_TEXT = re.compile(r"\A.*?[0-9a-f]{64}", re.DOTALL)
_DEFINITION = b"CREATE TABLE unsaved"
_NAME = "text-from-a-damaged-record.md"


def salvaged(path: Path) -> Unsaved | None:
    """Give whatever reads as text in a damaged journal, in the order of the file, or None."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    text = _text_in(raw)
    if not text.strip():
        return None
    return Unsaved(
        key=1,
        path=None,
        name=_NAME,
        base=None,
        revision=0,
        kept_at=datetime.now(UTC),
        encoding="utf-8",
        bom=False,
        content=text.encode("utf-8", "surrogatepass"),
        stored_as=AS_TEXT,
        is_damaged=True,
    )


def _text_in(raw: bytes) -> str:
    joined = bytearray()
    for start in range(0, len(raw), _PAGE):
        page = raw[start : start + _PAGE]
        joined += page[_LINK:] if page[:1] == b"\0" else page
    runs = [run for run in _RUNS.findall(bytes(joined)) if _DEFINITION not in run]
    texts = [run.decode("utf-8", "replace") for run in runs]
    return "\n".join(_BEFORE_TEXT.sub("", text) for text in texts)
