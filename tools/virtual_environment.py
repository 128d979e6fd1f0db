"""Make and keep `.venv`: Dateline's own Python packages, exactly those of the lock files."""

import hashlib
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from saying import SetUpStopped, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# The other locks hold everything that the program's own holds, in the same versions.
LOCKS = {
    "app": ROOT / "requirements.txt",
    "dev": ROOT / "requirements-dev.txt",
    "package": ROOT / "requirements-package.txt",
}
SIZES = {"app": "some 260 MB", "dev": "some 290 MB", "package": "some 270 MB"}


def is_ready(level: str) -> bool:
    """Tell, in a millisecond, whether an earlier set-up still holds for `level` of LOCKS."""
    enough = tuple(LOCKS) if level == "app" else (level,)
    return PYTHON.exists() and any(is_marked(name) for name in enough)


def is_marked(what: str) -> bool:
    """Tell whether `what` was found done with this Python, in this folder, by these locks."""
    stamp = _stamp(what)
    return stamp.exists() and stamp.read_text(encoding="utf-8") == _expected(what)


def mark(what: str) -> None:
    """Remember that `what` is done, so that the next start need not ask."""
    _stamp(what).write_text(_expected(what), encoding="utf-8")


def set_up(level: str) -> None:
    """Bring `.venv` to the lock file's state; an interrupted set-up simply goes on next time.

    Raises:
        SetUpStopped: The environment could not be made or the packages could not be fetched.
    """
    _make_environment()
    say(
        f"Fetching Dateline's packages, {SIZES[level]} on the first time, most of it Qt: a minute"
        " on a fast line."
    )
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", *quiet]
    # `user = true` in a person's own pip settings is refused inside an environment.
    environment = dict(os.environ, PIP_USER="0")
    lock = ["--require-hashes", "--requirement", str(LOCKS[level])]
    if subprocess.run([*pip, *lock], check=False, env=environment).returncode != 0:
        raise SetUpStopped(
            "The packages could not be fetched; pip's own words are above. Nothing is broken:"
            " start again when the network is there, and the set-up goes on where it stopped."
        )
    (_packages_folder() / "dateline.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    mark(level)
    say("Everything is set up; the next start skips all this.")


def _make_environment() -> None:
    """Make `.venv`; keep one that this very script runs from, unless it is of another Python."""
    can_stay = Path(sys.prefix).resolve() == VENV and _packages_folder().exists()
    if can_stay and _has_pip():
        return
    say("Making Dateline's own Python environment in .venv: a few seconds.")
    clear = [] if can_stay else ["--clear"]
    command = [sys.executable, "-m", "venv", *clear, str(VENV)]
    if subprocess.run(command, check=False).returncode != 0:
        raise SetUpStopped(f"Python could not make an environment in {VENV}.")


def _packages_folder() -> Path:
    """Return where this version of Python keeps the packages of `.venv`."""
    # Debian's default scheme points elsewhere.
    return Path(sysconfig.get_path("purelib", "venv", vars={"base": str(VENV)}))


def _has_pip() -> bool:
    asked = subprocess.run(
        [str(PYTHON), "-m", "pip", "--version"], check=False, capture_output=True
    )
    return asked.returncode == 0


def _stamp(what: str) -> Path:
    return VENV / f"{what}.stamp"


def _expected(what: str) -> str:
    """Return what a stamp says: another Python, folder or lock file is another set-up."""
    digest = hashlib.sha256(f"{sys.version} {sys.platform} {ROOT}".encode())
    if what in LOCKS:
        digest.update(LOCKS[what].read_bytes())
    return digest.hexdigest()
