"""Hand the files of a second start of the program to the first, with no Qt loaded for it."""

import getpass
import hashlib
import json
import os
import socket
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

ANSWER: Final = b"opened\n"
LONGEST: Final = 1_000_000
"""Bytes of a request; more is not read."""

_PATIENCE_S = 2.0
# Linux takes 107 bytes for the path of a socket, macOS 103.
_LONGEST_ADDRESS = 100
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - by it, Wayland lets a window come to the front


def address_in(folder: Path) -> str:
    """Give where the windows of this person meet; empty where they cannot.

    It is a socket in their own folder, or on Windows a pipe that bears their name.
    """
    if os.name == "nt":  # pragma: no cover - Windows
        whose = f"{getpass.getuser()}\n{folder}".encode()
        return f"dateline-{hashlib.sha256(whose).hexdigest()[:16]}"
    path = str(folder / "window")
    return path if len(os.fsencode(path)) <= _LONGEST_ADDRESS else ""


def hand_over(address: str, paths: Sequence[Path]) -> bool:
    """Ask the program that runs already to open `paths`; tell whether it did.

    None that runs, one that hangs and one that waits for an answer do not.
    """
    request = {
        "open": [os.fsencode(path.absolute()).hex() for path in paths],
        "token": os.environ.get(_TOKEN, ""),
    }
    message = json.dumps(request).encode() + b"\n"
    if not address or len(message) > LONGEST:
        return False
    try:
        return _answer(address, message) == ANSWER
    except OSError:
        return False


def _answer(address: str, message: bytes) -> bytes:
    if os.name == "nt":  # pragma: no cover - Windows
        pipe = os.open(rf"\\.\pipe\{address}", os.O_RDWR)
        try:
            os.write(pipe, message)
            return os.read(pipe, len(ANSWER))
        finally:
            os.close(pipe)
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(_PATIENCE_S)
        connection.connect(address)
        connection.sendall(message)
        with connection.makefile("rb") as stream:
            return stream.readline(len(ANSWER))


def understood(message: bytes) -> list[Path] | None:
    """Give the paths of a message; None for one that is none."""
    with suppress(ValueError, TypeError, KeyError, RecursionError):
        request = json.loads(message)
        if isinstance(request, Mapping):
            token = request["token"]
            if isinstance(token, str) and token:
                os.environ[_TOKEN] = token
            return [Path(os.fsdecode(bytes.fromhex(each))) for each in request["open"]]
    return None
