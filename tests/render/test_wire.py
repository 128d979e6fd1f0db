"""What travels between the editor and its render process."""

import io
from datetime import UTC, datetime

import pytest

from editor.post.field_values import JekyllTime
from editor.render import wire
from editor.render.request import Block, RenderFailure, Rendering, RenderRequest


def test_a_request_keeps_the_types_of_its_values():
    """A date stays a date."""
    values = {"date": JekyllTime(datetime(2025, 1, 2, tzinfo=UTC)), "tags": ["a"], "x": None}
    request = RenderRequest(3, "p", "t", "b\udce9\n", values)
    assert wire.load_request(wire.dump_request(request)) == request


@pytest.mark.parametrize(
    "answer",
    [
        wire.Ready(),
        Rendering(4, "p", (Block("i", "<p>é \ud800</p>", -1, 3),), "ar", "rtl", ("No.",), 0.25),
        RenderFailure(5, "p", "Too deep."),
    ],
)
def test_an_answer_comes_back_as_it_was(answer):
    """Any text, any line."""
    assert wire.load_answer(wire.dump_answer(answer)) == answer


@pytest.mark.parametrize(
    "payload",
    [b"", b"{", b"[]", b"7", b"{}", b'{"kind":"x"}', b'{"kind":"Rendering"}', b"\xff",
     b'{"kind":"RenderFailure","x":1}', b'{"kind":"Rendering","blocks":[1],"problems":[]}',
     b"[" * 100_000, b"\x80\x04N."],
)  # fmt: skip
def test_nonsense_is_refused_and_runs_nothing(payload):
    """An answer is data: a pickle, for one, is no answer."""
    with pytest.raises(wire.BrokenWireError):
        wire.load_answer(payload)


def test_frames_are_found_whatever_pieces_they_come_in():
    """A pipe delivers bytes, not messages."""
    sent = [b"", b"a", b"bc" * 1000]
    stream = b"".join(map(wire.frame, sent))
    buffer = wire.FrameBuffer()
    got = [part for at in range(0, len(stream), 7) for part in buffer.feed(stream[at : at + 7])]
    assert got == sent


def test_a_frame_larger_than_any_of_ours_is_refused():
    """A broken process cannot have the editor wait for 4 GB."""
    with pytest.raises(wire.BrokenWireError):
        wire.FrameBuffer().feed(b"\xff\xff\xff\xff")


def test_a_closed_pipe_is_the_end():
    """Also in the middle of a frame."""
    assert wire.read_frame(io.BytesIO(b"")) is None
    assert wire.read_frame(io.BytesIO(b"\0\0\0\5ab")) is None
    assert wire.read_frame(io.BytesIO(wire.frame(b"ab"))) == b"ab"
