"""Speak to the person at the terminal, and stop a set-up with a reason."""

import sys


class SetUpStopped(Exception):
    """Say why the set-up cannot go on.

    The message is for the person, `exit_code` for the shell that started the set-up.
    """

    def __init__(self, message: str, exit_code: int = 3) -> None:
        super().__init__(message)
        self.exit_code = exit_code


def say(sentence: str) -> None:
    """Print one sentence to standard error: what happens next and what it costs."""
    print(f"run: {sentence}", file=sys.stderr, flush=True)
