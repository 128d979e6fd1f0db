"""Carry requests to the render process and its answers back, over a pair of pipes.

A frame is four bytes of length, big-endian, and then that many bytes. Requests are pickled:
they are ours, and their front-matter values keep their types. Answers come from the process
that reads hostile text, so they are JSON: reading them can run nothing.
"""

import json
import pickle
import struct
from dataclasses import dataclass
from dataclasses import fields as fields_of
from typing import BinaryIO

from editor.render.request import Block, RenderFailure, Rendering, RenderRequest

LARGEST_FRAME = 64 * 1024 * 1024
_LENGTH = struct.Struct(">I")


class BrokenWireError(Exception):
    """Say that what came over the pipe is no frame of ours; never shown to the writer."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Say that the render process has started and waits for a post."""


Answer = Ready | Rendering | RenderFailure


def frame(payload: bytes) -> bytes:
    """Give `payload` with its length in front."""
    return _LENGTH.pack(len(payload)) + payload


def read_frame(stream: BinaryIO) -> bytes | None:
    """Wait for one frame; None when the other end has closed the pipe."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    payload = stream.read(length)
    return payload if len(payload) == length else None


class FrameBuffer:
    """Collect bytes as they come in and give back the frames that are complete."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def feed(self, data: bytes) -> list[bytes]:
        """Add `data`; raises BrokenWireError for a frame larger than any of ours."""
        self._bytes += data
        complete: list[bytes] = []
        while len(self._bytes) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._bytes)
            if length > LARGEST_FRAME:
                raise BrokenWireError(f"a frame of {length} bytes")
            end = _LENGTH.size + length
            if len(self._bytes) < end:
                break
            complete.append(bytes(self._bytes[_LENGTH.size : end]))
            del self._bytes[:end]
        return complete


def dump_request(request: RenderRequest) -> bytes:
    """Give a request as bytes."""
    return pickle.dumps(request, protocol=pickle.HIGHEST_PROTOCOL)


def load_request(payload: bytes) -> RenderRequest:
    """Read a request; for the render process only, whose pipe nobody else holds."""
    request = pickle.loads(payload)  # noqa: S301  # written by our own parent, never by a post
    if not isinstance(request, RenderRequest):
        raise BrokenWireError(f"not a request: {type(request).__name__}")
    return request


def dump_answer(answer: Answer) -> bytes:
    """Give an answer as bytes; lone surrogates (bytes that were no UTF-8) survive."""
    fields: dict[str, object] = {"kind": type(answer).__name__}
    for slot in fields_of(answer):
        fields[slot.name] = getattr(answer, slot.name)
    if isinstance(answer, Rendering):
        fields["blocks"] = [(b.id, b.html, b.line, b.last_line) for b in answer.blocks]
    return json.dumps(fields).encode("ascii")


def load_answer(payload: bytes) -> Answer:
    """Read an answer; raises BrokenWireError for anything that is none of ours."""
    try:
        fields = json.loads(payload)
        kind = fields.pop("kind")
        if kind == "Ready":
            return Ready()
        if kind == "RenderFailure":
            return RenderFailure(**fields)
        if kind == "Rendering":
            blocks = tuple(Block(*block) for block in fields.pop("blocks"))
            problems = tuple(str(problem) for problem in fields.pop("problems"))
            return Rendering(blocks=blocks, problems=problems, **fields)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BrokenWireError(str(error)) from error
    raise BrokenWireError(f"unknown kind {kind!r}")
