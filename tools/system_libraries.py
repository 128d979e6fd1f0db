"""Find the system libraries that Qt needs and this Linux machine lacks; install them if allowed.

The loader itself is asked, by soname, so that the answer holds on every distribution. The list is
what the wheels of PySide6 6.11 link against and do not bring (`objdump -p`, followed through every
Qt library that Dateline loads).
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

from saying import SetUpStopped, say

# soname -> Debian and Ubuntu's package, the newest name first (`t64`: Debian 13, Ubuntu 24.04).
# Fedora and its family need no names: there a package provides the soname itself.
ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libXext.so.6": "libxext6",
    "libXfixes.so.3": "libxfixes3",
    "libXrandr.so.2": "libxrandr2",
    "libXtst.so.6": "libxtst6",
    "libasound.so.2": "libasound2t64|libasound2",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgbm.so.1": "libgbm1",
    "libglib-2.0.so.0": "libglib2.0-0t64|libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libnspr4.so": "libnspr4",
    "libnss3.so": "libnss3",
    "libstdc++.so.6": "libstdc++6",
    "libudev.so.1": "libudev1",
    "libxcb-dri3.so.0": "libxcb-dri3-0",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbfile.so.1": "libxkbfile1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
FOR_A_SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def bring_system_libraries(*, screen: bool) -> None:
    """Install what this machine lacks for Qt; do nothing when all is there or not on Linux.

    Args:
        screen: Also ask for what a window on a real display needs.

    Raises:
        SetUpStopped: The person may not install them; the message holds the one command to run.
    """
    if not sys.platform.startswith("linux"):
        return
    sonames = ALWAYS | (FOR_A_SCREEN if screen else {})
    missing = {name: package for name, package in sonames.items() if not _loads(name)}
    venv_is_missing = importlib.util.find_spec("ensurepip") is None
    if not missing and not venv_is_missing:
        return
    if shutil.which("apt-get"):
        _with_apt([*missing.values(), *(["python3-venv"] if venv_is_missing else [])])
    elif shutil.which("dnf"):
        provides = [f"{name}()(64bit)" for name in missing]
        _install(
            ["dnf", "install", "-y", *provides, *(["python3-pip"] if venv_is_missing else [])]
        )
    else:
        names = ", ".join([*missing, *(["Python's ensurepip"] if venv_is_missing else [])])
        raise SetUpStopped(
            f"This machine lacks {names}. Install the packages that hold them with your system's"
            " package manager, then start again."
        )


def _loads(soname: str) -> bool:
    """Tell whether the loader finds this library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _with_apt(packages: list[str]) -> None:
    """Install Debian packages, by the names that this release knows."""
    wait = ["-o", "DPkg::Lock::Timeout=300"]  # a machine's own nightly update may be at work
    refresh = ["apt-get", "-qq", *wait, "update"]
    prefix = _way_to_root()
    if prefix is not None and not _apt_knows("libc6"):
        _refresh([*prefix, *refresh])
    names = [_debian_name(package) for package in packages]
    install = ["apt-get", "install", "-y", "--no-install-recommends", *wait, *names]
    _install(install, refresh)


def _debian_name(package: str) -> str:
    """Choose the first of `new|old` names that this release knows, else the last."""
    *newer, last = package.split("|")
    return next((name for name in newer if _apt_knows(name)), last)


def _apt_knows(package: str) -> bool:
    found = subprocess.run(["apt-cache", "show", package], check=False, capture_output=True)
    return found.returncode == 0


def _way_to_root() -> list[str] | None:
    """Return the words before a command that make it run as root, or None where there are none."""
    noninteractive = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return noninteractive
    if shutil.which("sudo") is None:
        return None
    asks_nothing = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
    if asks_nothing.returncode == 0 or sys.stdin.isatty():
        return ["sudo", *noninteractive]
    return None


def _install(command: list[str], refresh: list[str] | None = None) -> None:
    """Run a package manager as root, or stop with the command for an administrator.

    Args:
        command: What installs the packages.
        refresh: What brings the list of packages up to date, for a second try.
    """
    prefix = _way_to_root()
    if prefix is None:
        raise SetUpStopped(
            "Some system libraries are missing, and installing them takes an administrator."
            f" This one command does it; then start again:\n    sudo {_quoted(command)}"
        )
    say(
        "Installing the system libraries that Qt needs: 60 MB or less to download, a minute or"
        " two." + (" sudo may ask for your password." if prefix[0] == "sudo" else "")
    )
    done = _run([*prefix, *command])
    if done.returncode != 0 and refresh:
        _refresh([*prefix, *refresh])
        done = _run([*prefix, *command])
    if done.returncode != 0:
        closing_lines = "\n".join(done.stdout.splitlines()[-12:])
        raise SetUpStopped(
            f"The system libraries could not be installed:\n{closing_lines}\n"
            f"An administrator can try this; then start again:\n    sudo {_quoted(command)}"
        )


def _refresh(command: list[str]) -> None:
    say("Fetching the list of system packages: some 10 MB.")
    _run(command)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def _quoted(command: list[str]) -> str:
    return " ".join(f"'{word}'" if "(" in word else word for word in command)
