"""Set up what is missing, then start Dateline, its tests, its checks or its packaging.

`run` and `run.cmd` in the top folder find a Python and start this script; the standard library is
all it needs.
"""

import os
import subprocess
import sys

from checks import ALL_TESTS, run_checks
from saying import SetUpStopped, say
from system_libraries import bring_system_libraries
from virtual_environment import PYTHON, ROOT, is_marked, is_ready, mark, set_up

COMMANDS = ("run", "test", "check", "soak", "package", "set-up")

# What Dateline does in a shell, with no window.
IN_A_SHELL = (
    *("new", "set", "unset", "url", "render", "slug"),
    *("publish", "unpublish", "rename", "move", "trash"),
    *("--help", "-h", "--version", "--self-test"),
)


def main(arguments: list[str]) -> int:
    """Do one command of `./run`; without one, start the program with the arguments given.

    Returns:
        The exit status: that of what was started; 2 without a display, 3 for a set-up that
        stopped.
    """
    command = arguments[0] if arguments and arguments[0] in COMMANDS else "run"
    rest = arguments[1:] if arguments and arguments[0] == command else arguments
    try:
        return _do(command, rest)
    except SetUpStopped as stopped:
        say(str(stopped))
        return stopped.exit_code
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


def _do(command: str, rest: list[str]) -> int:
    opens_window = command == "run" and not (rest and rest[0] in IN_A_SHELL)
    if opens_window and not _has_display():
        say("There is no display here, so no window can open. ./run test needs none.")
        return 2
    level = {"run": "app", "package": "package"}.get(command, "dev")
    _set_up(level, screen=opens_window or command == "set-up")
    if command == "check":
        return run_checks(_environment(testing=True))
    if command in {"test", "soak"}:
        module = "pytest" if command == "test" else "tests.reliability"
        is_whole_suite = command == "test" and not rest
        tests = list(ALL_TESTS) if is_whole_suite else ["-m", module, *rest]
        return _become([str(PYTHON), *tests], _environment(testing=True), folder=str(ROOT))
    if command == "package":
        environment = _environment(testing=True) | {"PYTHONPATH": str(ROOT / "tools")}
        return _become([str(PYTHON), str(ROOT / "tools/packages/build.py"), *rest], environment)
    if command == "run":
        # -P: a folder named `editor` where the person happens to stand is not the program.
        return _become([str(PYTHON), "-P", "-m", "editor", *rest], _environment(testing=False))
    return 0


def _set_up(level: str, *, screen: bool) -> None:
    """Bring what is missing; cost nothing when an earlier start brought it."""
    packages, libraries = is_ready(level), not screen or is_marked("screen")
    if not (packages and libraries):
        bring_system_libraries(screen=screen)
    if not packages:
        set_up(level)
    if not libraries:
        mark("screen")


def _has_display() -> bool:
    """Tell whether a window can open: always outside Linux, or where Qt was told its platform."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


def _environment(*, testing: bool) -> dict[str, str]:
    """Return the environment for the program or its tests."""
    environment = dict(os.environ)
    if testing and not _has_display():
        environment["QT_QPA_PLATFORM"] = "offscreen"
    if sys.platform.startswith("linux") and os.geteuid() == 0:
        # Chromium's sandbox refuses to start as root; for everybody else it stays on.
        environment.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    return environment


def _become(command: list[str], environment: dict[str, str], folder: str | None = None) -> int:
    """Turn into another program, or wait for it where a process cannot (Windows)."""
    sys.stderr.flush()
    if folder:
        os.chdir(folder)
    if os.name == "nt":
        return subprocess.run(command, check=False, env=environment).returncode
    return os.execve(command[0], command, environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
