"""What travels between the editor and its render process."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.post.field_values import JekyllTime
from editor.render.messages import (
    AnswerReader,
    AnswerWriter,
    Ready,
    RequestReader,
    RequestWriter,
)
from editor.render.request import Block, RenderFailure, Rendering, RenderRequest
from editor.render.text_change import TextChange
from editor.render.wire import BrokenWireError

TEXTS = st.text(alphabet="ab\n\udce9é", max_size=12)


def block(name, line, last_line=None):
    """Give a block of this name."""
    return Block(name, f"<p>{name}</p>", line, line if last_line is None else last_line)


def test_a_request_keeps_the_types_of_its_values():
    """A date stays a date."""
    values = {"date": JekyllTime(datetime(2025, 1, 2, tzinfo=UTC)), "tags": ["a"], "x": None}
    request = RenderRequest(3, "p", "t", "b\udce9\n", values)
    assert RequestReader().load(RequestWriter().dump(request)) == request


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=6))
def test_every_state_of_a_text_arrives(states):
    """Whatever changes from one to the next, with the front matter or without it."""
    writer, reader = RequestWriter(), RequestReader()
    for head, body in states:
        for source in (head + body, "", body):
            request = RenderRequest(1, "p", "t", body, source=source)
            assert reader.load(writer.dump(request)) == request


def test_a_key_sends_no_more_than_itself():
    """However long the text is."""
    writer = RequestWriter()
    body = "Some words.\n\n" * 10_000
    first = RenderRequest(1, "p", "t", body, source=f"---\n---\n{body}")
    assert len(writer.dump(first)) > len(body)
    source = first.source.replace("words", "wxords", 1)
    assert len(writer.dump(replace(first, source=source, body=source[8:]))) < 1_000


@given(TEXTS, TEXTS)
def test_a_change_makes_the_new_text_of_the_old_one(old, new):
    """And says as little as can be."""
    change = TextChange.between(old, new)
    assert change.made_in(old) == new
    assert len(change.new) <= len(new)
    with pytest.raises(ValueError, match="TextChange"):
        TextChange(len(old), 1, "").made_in(old)


@pytest.mark.parametrize(
    "answer",
    [
        Ready(),
        Rendering(4, "p", (Block("i", "<p>é \ud800</p>", -1, 3),), "ar", "rtl", ("No.",), 0.25),
        Rendering(4, "p", (), page="<html></html>", level="x", is_published=True),
        RenderFailure(5, "p", "Too deep."),
    ],
)
def test_an_answer_comes_back_as_it_was(answer):
    """Any text, any line."""
    assert AnswerReader().load(AnswerWriter().dump(answer)) == answer


BLOCKS = st.lists(
    st.builds(block, st.sampled_from("abc"), st.integers(-1, 4), st.integers(0, 5)), max_size=6
).map(tuple)


@given(st.lists(st.tuples(BLOCKS, st.sampled_from(["", "x", "y"])), max_size=6))
def test_every_state_of_a_page_arrives(states):
    """Blocks that are new, gone, moved or the same, in pages that change or do not."""
    writer, reader = AnswerWriter(), AnswerReader()
    for blocks, page in states:
        rendering = Rendering(1, "p", blocks, page=page)
        assert reader.load(writer.dump(rendering)) == rendering
        failure = RenderFailure(1, "p", "No.")
        assert reader.load(writer.dump(failure)) == failure


def test_only_changed_blocks_travel():
    """Also where all that follow stand a line further down."""
    writer = AnswerWriter()
    before = [block(str(number), number) for number in range(1_000)]
    writer.dump(Rendering(1, "p", tuple(before), page="<html>" * 1_000))
    moved = [block(str(number), number + 1) for number in range(500, 1_000)]
    after = (*before[:500], block("new", 500), *moved)
    payload = writer.dump(Rendering(2, "p", after, page="<html>" * 1_000))
    assert len(payload) < 1_000
    assert [told[0] for told in json.loads(payload)["blocks"]] == ["new"]


@pytest.mark.parametrize(
    "payload",
    [b"", b"{", b"[]", b"7", b"{}", b'{"kind":"x"}', b'{"kind":"Rendering"}', b"\xff",
     b'{"kind":"RenderFailure","x":1}', b'{"kind":"Rendering","blocks":[1],"problems":[]}',
     b'{"kind":"Rendering","kept":[1,0,0],"blocks":[],"problems":[],"page":""}',
     b'{"kind":"Rendering","kept":[-1,0,0],"blocks":[],"problems":[],"page":""}',
     b"[" * 100_000, b"\x80\x04N."],
)  # fmt: skip
def test_nonsense_is_refused_and_runs_nothing(payload):
    """An answer is data: a pickle, for one, is no answer."""
    with pytest.raises(BrokenWireError):
        AnswerReader().load(payload)
