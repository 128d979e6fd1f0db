"""Speak to the person through standard output and standard error."""

import io
import os
import sys


def speak_every_language() -> None:
    """Print what a terminal cannot show as an escape, instead of failing at it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(answer: str) -> None:
    """Print an answer, which another program may read.

    A program of Windows that has no terminal has no standard output, and `print` knows it.
    """
    print(answer)


def hand_over() -> None:
    """Pass on every answer now; raises BrokenPipeError when nobody reads them any more."""
    if sys.stdout is not None:
        sys.stdout.flush()


def fall_silent() -> None:
    """Let what is left unsaid vanish: whoever reads the answers (`head`, say) has seen enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(sentence: str) -> None:
    """Print a sentence for the person, apart from the answer."""
    print(sentence, file=sys.stderr)
