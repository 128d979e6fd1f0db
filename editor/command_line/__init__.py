"""Answer what is typed after `dateline` in a shell: small commands, or files for the window.

The commands start no window and load no Qt, so they are quick and run on a server.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from editor import __version__
from editor.command_line.help_text import HELP
from editor.command_line.speech import (
    complain,
    fall_silent,
    hand_over,
    say,
    speak_every_language,
)
from editor.command_line.usage import UsageError
from editor.post.errors import DatelineError
from editor.render.worker_command import ARGUMENT as RENDER_WORKER

DONE = 0
REFUSED = 1
WRONG_USE = 2

_LIFE = frozenset({"publish", "unpublish", "rename", "move", "trash"})
_COMMANDS = _LIFE | {"slug", "set", "unset", "new", "url", "render"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for, and return the exit status.

    The status is 0 when it is done, 1 when it was refused, with a sentence on standard error,
    and 2 when the arguments make no sense.
    """
    speak_every_language()
    try:
        status = _run(list(sys.argv[1:] if arguments is None else arguments))
        hand_over()
    except BrokenPipeError:
        fall_silent()
        return DONE
    except UsageError as error:
        complain(f"{error}\nType `dateline --help` to see what there is.")
        return WRONG_USE
    except DatelineError as error:
        complain(str(error))
        return REFUSED
    except OSError as error:
        complain(f"“{error.filename}” cannot be used: {error.strerror}.")
        return REFUSED
    return status


def _run(arguments: list[str]) -> int:
    match arguments:
        case ["--help" | "-h", *_]:
            say(HELP)
        case ["--version", *_]:
            say(f"Dateline {__version__}")
        case [command, *rest] if command in _COMMANDS:
            _run_command(command, rest)
        case ["--self-test"]:
            return _test_itself()
        case [option, *_] if option == RENDER_WORKER:
            return _render_worker()
        case ["--new-window" | "--" as option, *names]:
            return _open_window(names, is_new=option == "--new-window")
        case [option, *_] if option.startswith("-"):
            raise UsageError(f"There is no option “{option}”.")
        case names:
            return _open_window(names)
    return DONE


def _run_command(command: str, rest: list[str]) -> None:
    """Run one command; each is loaded by itself, because a shell must not wait for the others."""
    if {"--help", "-h"}.intersection(rest):
        say(HELP)
        return
    match command:
        case "slug":
            from editor.command_line.slug_command import print_slugs  # noqa: PLC0415 - see above

            print_slugs(rest)
        case "new":
            from editor.command_line.new_command import make_post  # noqa: PLC0415 - see above

            make_post(rest)
        case "url":
            from editor.command_line.url_command import print_addresses  # noqa: PLC0415 - see above

            print_addresses(rest)
        case "render":
            from editor.command_line.render_command import render_files  # noqa: PLC0415 - see above

            render_files(rest)
        case step if step in _LIFE:
            from editor.command_line.life_commands import COMMANDS  # noqa: PLC0415 - see above

            COMMANDS[step](rest)
        case _:
            from editor.command_line.set_command import (  # noqa: PLC0415 - see above
                set_keys,
                unset_keys,
            )

            (set_keys if command == "set" else unset_keys)(rest)


def _render_worker() -> int:
    """Be the process that renders previews: the packaged program starts itself for it."""
    from editor.render.worker import main as render  # noqa: PLC0415 - no command needs Markdown

    return render()


def _test_itself() -> int:
    """Try every part of the program on this machine."""
    from editor.command_line.self_test.self_test_command import (  # noqa: PLC0415 - loads everything
        test_itself,
    )

    return test_itself()


def _open_window(names: list[str], *, is_new: bool = False) -> int:
    """Open each file or folder in the window that is open already, or in one of its own."""
    if not _has_display():
        complain("There is no display here, so the window cannot open.")
        return WRONG_USE
    from editor.app import run_window  # noqa: PLC0415 - Qt takes longer to load than a command runs

    return run_window([Path(name) for name in names], is_new=is_new)


def _has_display() -> bool:
    """Tell whether a window can open: without this question Qt ends the program with a trace."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)
