"""Read the front matter of many posts fast: values only, no places, as much as is needed."""

import codecs
import re
from datetime import datetime
from pathlib import Path
from typing import Final

from editor.post import frame
from editor.post.field_values import Value
from editor.post.front_matter import FrontMatter
from editor.post.post import Post
from editor.post.yaml_text import NotYaml, parse
from editor.post.yaml_values import ValueReader
from editor.site.jekyll_reading import PostFacts
from editor.site.merging import named

_HEAD_BYTES: Final = 8_192
"""Front matter ends within this many bytes in all but one in a thousand posts."""

_LARGEST: Final = 1 << 20
_BOM: Final = "\ufeff"
_BROKEN = re.compile("[\ud800-\udfff]")
_READ_ALL_THE_SAME: Final = frozenset({"more-documents", "undefined-alias"})


def read_head(path: Path) -> PostFacts:
    """Read the front matter of a post on the disk, and no more of the file than it takes.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as stream:
        raw = stream.read(_HEAD_BYTES)
        if len(raw) == _HEAD_BYTES and _is_unfinished(raw):
            raw += stream.read(_LARGEST)
    return facts_of(raw)


def facts_of(raw: bytes) -> PostFacts:
    """Read the front matter at the beginning of a post's bytes.

    Bytes that are not UTF-8 are carried along as lone surrogates.
    """
    is_utf8 = _is_utf8(raw)
    text = raw.decode("utf-8", "surrogateescape")
    has_bom = text.startswith(_BOM)
    text = text.removeprefix(_BOM)
    found = frame.find(text)
    if found is None:
        has_beginning = frame.begins(text)
        return PostFacts({}, has_front_matter=has_beginning, has_bom=has_bom, is_utf8=is_utf8)
    values, problem = _values(text[: found.closing])
    return PostFacts(values, problem=problem, has_bom=has_bom, is_utf8=is_utf8)


def facts_of_post(post: Post, modified: datetime | None = None) -> PostFacts:
    """Give what Jekyll would read of an open post if it were saved now.

    Args:
        post: the post.
        modified: when its file was changed last, which dates a draft.
    """
    front_matter = post.front_matter
    is_utf8 = post.encoding == "utf-8" and _BROKEN.search(post.text) is None
    if front_matter is None:
        return PostFacts(
            {},
            has_front_matter=frame.begins(post.body),
            has_bom=post.bom,
            is_utf8=is_utf8,
            modified=modified,
        )
    problem = front_matter.problem
    return PostFacts(
        front_matter.values,
        date_spelling=_date_spelling(front_matter),
        # Some things stop Dateline from editing fields, and Jekyll from nothing.
        problem=None if problem is None or problem.kind in _READ_ALL_THE_SAME else problem.message,
        has_bom=post.bom,
        is_utf8=is_utf8,
        modified=modified,
    )


def _date_spelling(front_matter: FrontMatter) -> str:
    """Give how the date stands in the front matter; empty where it cannot be told."""
    if front_matter.problem is not None or not front_matter.has("date"):
        return ""
    return front_matter.spelling("date").text


def _values(text: str) -> tuple[dict[str, Value], str | None]:
    """Read front matter; a problem is the end of a sentence that says what follows from it."""
    try:
        root = parse(text).root
    except NotYaml as error:
        line = text.count("\n", 0, error.at) + 1
        return {}, f"line {line} is no valid YAML."
    value: Value = None if root is None else ValueReader().read(root)
    # SafeYAML gives `false` for an empty text, and Jekyll takes that for no data.
    if value is None or value is False:
        return {}, None
    if not isinstance(value, dict):
        return {}, "it is no list of “name: value” lines."
    return named(value), None


def _is_utf8(raw: bytes) -> bool:
    """Tell whether bytes are UTF-8 as far as they go; they may end in the middle of a letter."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(raw, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _is_unfinished(raw: bytes) -> bool:
    """Tell whether front matter begins, and does not end, in these bytes."""
    text = raw.decode("utf-8", "surrogateescape").removeprefix(_BOM)
    return text.startswith("---") and frame.find(text) is None
