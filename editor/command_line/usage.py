"""Read the arguments of a command, and say in a sentence what is wrong with them."""

from argparse import ArgumentParser
from typing import Never

from typing_extensions import override


class UsageError(Exception):
    """Report arguments that make no sense; `str(error)` is a sentence."""


class CommandArguments(ArgumentParser):
    """Read arguments, and raise UsageError where argparse would leave the program."""

    def __init__(self, command: str) -> None:
        super().__init__(prog=f"dateline {command}", add_help=False, allow_abbrev=False)

    @override
    def error(self, message: str) -> Never:
        raise UsageError(f"{self.prog}: {message}.")


def plain_text(argument: str) -> str:
    """Return an argument that is to be written into a post, if it is text.

    Raises:
        UsageError: the shell handed over bytes that are not text in its encoding.
    """
    try:
        argument.encode()
    except UnicodeEncodeError as error:
        raise UsageError(f"“{argument}” holds bytes that are no text.") from error
    return argument
