"""Frames on the pipe between the editor and its render process."""

import io

import pytest

from editor.render import wire


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
