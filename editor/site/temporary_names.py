"""Name the hidden files of unfinished saves, and tell from a name whose save it was."""

import hashlib
import platform
import re
import uuid
from functools import cache
from pathlib import Path

_NAME_ROOM = 200
"""Bytes of the target's own name that are kept: most disks take 255 for the whole."""

_PATTERN = re.compile(r"\.~.+\.(?P<machine>[0-9a-f]{8})\.(?P<process>\d{1,10})\.\d{1,3}\.tmp")


@cache
def this_machine() -> str:
    """Tell this machine from others that share a folder with it: 8 hexadecimal digits.

    Linux has an identifier of its own; elsewhere the network card's number has to do.
    """
    try:
        number = Path("/etc/machine-id").read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        number = str(uuid.getnode())
    return hashlib.sha256(f"{platform.node()}\n{number}".encode()).hexdigest()[:8]


def temporary_name(name: str, process: int, attempt: int) -> str:
    """Name the file that holds a save's bytes until they are safe: `.~post.md.….tmp`.

    Jekyll never reads a name that begins with a dot, so a leftover of a crash is not published.

    Args:
        name: name of the file to be saved.
        process: number of this process.
        attempt: 0 for the first try, 1 when that name was taken, and so on.
    """
    room = name.encode("utf-8", "surrogateescape")[:_NAME_ROOM].decode("utf-8", "ignore")
    return f".~{room}.{this_machine()}.{process}.{attempt}.tmp"


def unfinished_process(name: str) -> int | None:
    """Read the process number out of a temporary name of this machine; None for other names."""
    match = _PATTERN.fullmatch(name)
    if match is None or match["machine"] != this_machine():
        return None
    return int(match["process"])
