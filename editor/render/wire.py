"""Carry messages to the render process and back, over a pair of pipes.

A frame is four bytes of length, big-endian, and then that many bytes.
"""

import struct
from typing import BinaryIO

LARGEST_FRAME = 64 * 1024 * 1024
_LENGTH = struct.Struct(">I")


class BrokenWireError(Exception):
    """Say that what came over the pipe is no message of ours; never shown to the writer."""


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
