"""What one trial of the self-test is, and how it is carried out."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from editor.command_line.speech import hand_over, say


class NotAsExpected(Exception):
    """Report something that works in another way than it should; `str(error)` says how."""


@dataclass(frozen=True, slots=True)
class Check:
    """Name a thing that is tried; `work` gives what it found in a few words, or raises."""

    name: str
    work: Callable[[], str]


def expect(found: object, wanted: object) -> None:
    """Go on where something is as it should be.

    Raises:
        NotAsExpected: it is not.
    """
    if found != wanted:
        raise NotAsExpected(f"found {found!r} where {wanted!r} was expected")


def carried_out(checks: Iterable[Check]) -> int:
    """Do every check, print a line for each, and give the number of those that failed."""
    failed = 0
    for check in checks:
        begun = time.monotonic()
        try:
            words = f"ok      {check.name}: {check.work()}"
        except Exception as error:  # noqa: BLE001 - whatever is wrong with this machine is the answer
            failed += 1
            words = f"FAILED  {check.name}: {type(error).__name__}: {error}"
        say(f"{words} ({time.monotonic() - begun:.2f} s)")
        # A crash in the next check must not swallow this line.
        hand_over()
    return failed
