import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import dev
import virtual_environment
from editor.command_line.help_text import HELP

SCRIPT = Path(__file__).parents[2] / "tools" / "dev.py"


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """Pretend a clone that has never been set up, and write down what would be done."""
    done = []
    python = tmp_path / "python"
    monkeypatch.setattr(virtual_environment, "VENV", tmp_path)
    monkeypatch.setattr(virtual_environment, "PYTHON", python)

    def libraries(*, screen):
        done.append("libraries for a screen" if screen else "libraries")

    def packages(level):
        done.append(f"{level} packages")
        python.touch()
        virtual_environment.mark(level)

    def become(command, environment, folder=None):
        done.append(" ".join(command[1:]))
        return 0

    monkeypatch.setattr(dev, "bring_system_libraries", libraries)
    monkeypatch.setattr(dev, "set_up", packages)
    monkeypatch.setattr(dev, "_become", become)
    monkeypatch.setenv("DISPLAY", ":0")
    return done


def test_the_first_start_sets_up_and_the_second_only_starts(machine):
    """What was brought once is not asked for again."""
    assert dev.main(["my-site"]) == 0
    assert machine == ["libraries for a screen", "app packages", "-P -m editor my-site"]
    machine.clear()
    dev.main(["run", "my-site"])
    assert machine == ["-P -m editor my-site"]


def test_all_tests_run_on_every_core(machine):
    """Who names none waits for none longer than must be."""
    dev.main(["test"])
    assert machine[-1].startswith("-m pytest -q --numprocesses")


def test_the_window_asks_for_its_own_libraries_after_a_set_up_for_tests(machine):
    """Tests need no screen, so their set-up has not looked for a screen's libraries."""
    dev.main(["test", "-x"])
    dev.main([])
    assert machine == [
        "libraries",
        "dev packages",
        "-m pytest -x",
        "libraries for a screen",
        "-P -m editor",
    ]


def test_a_command_for_the_shell_needs_no_screen(machine, monkeypatch):
    """A post can be made or changed on a server."""
    monkeypatch.delenv("DISPLAY")
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert dev.main(["new", "Low tide"]) == 0
    assert machine == ["libraries", "app packages", "-P -m editor new Low tide"]


def test_every_command_for_the_shell_is_known_as_one():
    """Dateline's own help says which there are."""
    told = re.findall(r"^  dateline ([a-z-]+)", HELP, flags=re.MULTILINE)
    assert set(told) <= set(dev.IN_A_SHELL)


def test_a_new_lock_file_is_a_new_set_up(machine, monkeypatch, tmp_path):
    """After an update of the source the packages follow by themselves."""
    dev.main([])
    lock = tmp_path / "requirements.txt"
    lock.write_text("newer==1")
    monkeypatch.setitem(virtual_environment.LOCKS, "app", lock)
    machine.clear()
    dev.main([])
    assert "app packages" in machine


def test_a_set_up_that_stops_says_why_in_a_sentence(machine, monkeypatch, capsys):
    """The person reads a reason, not a trace."""

    def stop(*, screen):
        raise dev.SetUpStopped("The disk is full.")

    monkeypatch.setattr(dev, "bring_system_libraries", stop)
    assert dev.main([]) == 3
    assert capsys.readouterr().err == "run: The disk is full.\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a display")
def test_without_a_display_the_start_says_so_before_it_fetches_anything():
    """A server gets a sentence and status 2, not 260 MB and a crash."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, SCRIPT], check=False, capture_output=True, text=True, env=environment
    )
    assert done.returncode == 2
    assert "There is no display here" in done.stderr
