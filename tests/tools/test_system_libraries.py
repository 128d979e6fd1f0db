import os
import sys

import pytest

import system_libraries
from saying import SetUpStopped
from system_libraries import bring_system_libraries

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a Linux matter")


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """Pretend a machine whose only commands are the ones given, and whose user is nobody."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(system_libraries, "ALWAYS", {"libc.so.6": "libc6"})
    monkeypatch.setattr(system_libraries, "FOR_A_SCREEN", {})

    def lacks(libraries, **commands):
        monkeypatch.setattr(system_libraries, "ALWAYS", libraries)
        for name, script in commands.items():
            command = tmp_path / "bin" / name.replace("_", "-")
            command.write_text(f"#!/bin/sh\n{script}\n")
            command.chmod(0o755)
        return tmp_path

    return lacks


def test_a_machine_that_has_everything_is_left_alone(machine):
    """Nothing is asked of anybody where the loader finds every library."""
    machine({"libc.so.6": "libc6"}, apt_get="exit 9")
    bring_system_libraries(screen=True)


def test_who_may_not_install_gets_the_one_command_for_an_administrator(machine):
    """A newsroom laptop's owner can hand one line to the help desk."""
    machine({"libnowhere.so.7": "libnowhere7"}, apt_get="exit 9", apt_cache="exit 0")
    with pytest.raises(SetUpStopped, match=r"sudo apt-get install .*libnowhere7$") as stopped:
        bring_system_libraries(screen=False)
    assert stopped.value.exit_code == 3


@pytest.mark.parametrize(("known", "expected"), [("t64", "libasound2t64"), ("old", "libasound2")])
def test_a_package_is_asked_for_by_the_name_that_the_release_knows(machine, known, expected):
    """Debian 13 renamed what Debian 12 calls libasound2."""
    knows = '[ "$2" != libasound2t64 ]' if known == "old" else "true"
    machine({"libnowhere.so.7": "libasound2t64|libasound2"}, apt_get="exit 9", apt_cache=knows)
    with pytest.raises(SetUpStopped, match=rf"{expected}$"):
        bring_system_libraries(screen=False)


def test_a_user_with_sudo_gets_the_libraries_installed(machine):
    """One start is enough where the person may install."""
    folder = machine(
        {"libnowhere.so.7": "libnowhere7"},
        sudo='[ "$1" = -n ] && exit 0; shift 2; exec "$@"',
        apt_cache="exit 0",
        apt_get='echo "$@" > "${0%/*}/../installed"',
    )
    bring_system_libraries(screen=False)
    assert (folder / "installed").read_text().endswith(" libnowhere7\n")


def test_an_old_package_list_is_refreshed_and_the_installation_tried_again(machine):
    """A machine that slept for months knows only packages that are gone."""
    folder = machine(
        {"libnowhere.so.7": "libnowhere7"},
        sudo='[ "$1" = -n ] && exit 0; shift 2; exec "$@"',
        apt_cache="exit 0",
        apt_get='cd "${0%/*}/.."; case "$*" in *update) : > fresh;; *) [ -e fresh ];; esac',
    )
    bring_system_libraries(screen=False)
    assert (folder / "fresh").exists()


def test_a_failed_installation_shows_the_package_managers_own_last_words(machine):
    """The help desk sees what went wrong, not only that it did."""
    machine(
        {"libnowhere.so.7": "libnowhere7"},
        sudo='[ "$1" = -n ] && exit 0; shift 2; exec "$@"',
        apt_cache="exit 0",
        apt_get="echo E: the disk is full; exit 100",
    )
    with pytest.raises(SetUpStopped, match="the disk is full"):
        bring_system_libraries(screen=False)


def test_fedora_is_asked_by_soname(machine):
    """An rpm provides the soname itself, so no list of package names can go stale."""
    machine({"libnowhere.so.7": "libnowhere7"}, dnf="exit 9")
    with pytest.raises(
        SetUpStopped, match=r"sudo dnf install -y 'libnowhere\.so\.7\(\)\(64bit\)'"
    ):
        bring_system_libraries(screen=False)


def test_another_system_is_told_the_sonames(machine):
    """Where no package manager is known, the names of the libraries still help."""
    machine({"libnowhere.so.7": "libnowhere7"})
    with pytest.raises(SetUpStopped, match=r"lacks libnowhere\.so\.7\."):
        bring_system_libraries(screen=False)
