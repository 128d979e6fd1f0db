"""python-frontmatter with our handler: Jekyll's values out, only the changed field in."""

from datetime import UTC, date, datetime

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.post.errors import EditRefused
from editor.post.field_values import JekyllTime
from editor.post.jekyll_handler import SpanHandler, read_metadata

RAW = (
    b"\xef\xbb\xbf---\r\n"
    b'title:  "Sea glass"   # keep\r\n'
    b"date: 2016-02-31\r\n"
    b"tags: [a,b]\r\n"
    b"lang: EN\r\n"
    b"...\r\n"
    b"\r\n  Body, caf\xe9 \r\nmore\r\n\r\n"
)


def loaded(raw=RAW):
    """Load a file as a program that uses the library would."""
    handler = SpanHandler(raw)
    return handler, frontmatter.loads(handler.text, handler=handler)


def saved(handler, post):
    """Give the bytes that the library would write."""
    return handler.encode(frontmatter.dumps(post))


def test_loading_and_dumping_gives_the_same_bytes():
    """The library alone drops the mark, the CRLF, the blanks and the fence."""
    handler, post = loaded()
    fields = {"title": "Sea glass", "date": "2016-02-31", "tags": ["a", "b"], "lang": "EN"}
    assert post.metadata == fields
    assert saved(handler, post) == RAW


@given(st.binary())
def test_any_file_passes_through_the_library_unharmed(raw):
    """Also one without front matter, or with front matter that cannot be read."""
    handler, post = loaded(raw)
    assert saved(handler, post) == raw


def test_only_what_was_changed_is_written():
    """A field that is set, one that is added, one that is deleted, and the text."""
    handler, post = loaded()
    post["title"] = "Kelp: a guide"
    post["tags"].append("c")
    post["published"] = False
    del post["date"]
    post.content = post.content.replace("more", "less\nand less")
    assert saved(handler, post) == (
        b"\xef\xbb\xbf---\r\n"
        b'title:  "Kelp: a guide"   # keep\r\n'
        b"tags: [a,b,c]\r\n"
        b"lang: EN\r\n"
        b"published: false\r\n"
        b"...\r\n"
        b"\r\n  Body, caf\xe9 \r\nless\r\nand less\r\n\r\n"
    )


def test_a_file_without_front_matter_gets_some_when_a_field_is_added():
    """Its text stays as it is."""
    handler, post = loaded(b"Just text.\r\n")
    assert post.metadata == {}
    post["title"] = "New"
    assert saved(handler, post) == b"---\r\ntitle: New\r\n---\r\nJust text.\r\n"


def test_a_field_that_cannot_be_read_is_not_written_over():
    """Jekyll sees no fields there, and an edit is refused."""
    raw = b"---\ntitle: a: b\n---\nText.\n"
    handler, post = loaded(raw)
    assert post.metadata == {}
    assert saved(handler, post) == raw
    post["title"] = "New"
    with pytest.raises(EditRefused):
        saved(handler, post)


def test_the_handler_says_whether_there_is_front_matter():
    """The library asks when it must find out a format."""
    assert SpanHandler(RAW).detect("")
    assert not SpanHandler(b"text").detect("")


def test_metadata_is_read_through_the_library():
    """Also where a field is named like an argument of the library's Post."""
    metadata, body = read_metadata(
        b"---\ncontent: x\nhandler: y\n"
        b"date: 2016-01-05 10:00:00 +0000\nday: 2016-01-05\n---\n\n a \n"
    )
    assert metadata == {
        "content": "x",
        "handler": "y",
        "date": JekyllTime(datetime(2016, 1, 5, 10, tzinfo=UTC)),
        "day": date(2016, 1, 5),
    }
    assert body == "\n a \n"
    assert read_metadata(b" no fields \n") == ({}, " no fields \n")
