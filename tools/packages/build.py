"""Build the packages of this system: `./run package [KIND ...]`.

The program is frozen once, tried by its own self-test, and then packed in each kind that this
system can make.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import linux
import macos
import product
import windows
from icons import make_system_icons
from licences import gather_licences
from saying import say

BUILD = product.ROOT / "build"
OUT = product.ROOT / "dist"
PROGRAM = BUILD / "frozen" / product.COMMAND

KINDS = {
    "linux": ("deb", "archive"),
    "win32": ("zip", "installer"),
    "darwin": ("image",),
}


def main(wanted: list[str]) -> int:
    """Build what is asked for, or every kind; give the exit status.

    Args:
        wanted: kinds of package; `frozen` stops at the program itself.
    """
    kinds = KINDS.get(sys.platform, ())
    unknown = set(wanted) - {*kinds, "frozen"}
    if unknown or not kinds:
        say(f"This system makes {', '.join(kinds) or 'no packages'}, and frozen.")
        return 2
    if not _freeze() or not _try():
        return 1
    OUT.mkdir(exist_ok=True)
    for kind in wanted or kinds:
        if kind != "frozen":
            package = _make(kind)
            say(f"{package.relative_to(product.ROOT)}: {package.stat().st_size / 1e6:.1f} MB")
    return 0


def _freeze() -> bool:
    """Collect the program with its Python and its libraries in one folder."""
    say("Freezing the program: half a minute.")
    make_system_icons(BUILD / "icons")
    command = [
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"),
        *("--distpath", str(PROGRAM.parent), "--workpath", str(BUILD / "work")),
        str(Path(__file__).parent / "dateline.spec"),
    ]
    if subprocess.run(command, check=False, cwd=product.ROOT).returncode != 0:
        return False
    _strip(PROGRAM / "_internal")
    say(f"It holds {gather_licences(PROGRAM)} works of others and ours; their licences are in it.")
    return True


def _strip(inside: Path) -> None:
    """Take the names for a debugger out of the one wheel that brings them: 30 MB."""
    for library in inside.glob("_sass*.so"):
        if shutil.which("strip"):
            subprocess.run(["strip", "--strip-debug", str(library)], check=True)


def _try() -> bool:
    """Let the frozen program try itself: an import that was missed shows nowhere else."""
    environment = dict(os.environ)
    if sys.platform.startswith("linux"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    program = shutil.which(product.COMMAND, path=str(PROGRAM)) or str(PROGRAM / product.COMMAND)
    return subprocess.run([program, "--self-test"], check=False, env=environment).returncode == 0


def _make(kind: str) -> Path:
    match kind:
        case "deb":
            return linux.make_deb(PROGRAM, OUT)
        case "archive":
            return linux.make_archive(PROGRAM, OUT)
        case "zip":
            return windows.make_zip(PROGRAM, OUT)
        case "installer":
            return windows.make_installer(PROGRAM, OUT, BUILD / "icons" / "dateline.ico")
        case _:
            return macos.make_disk_image(PROGRAM, OUT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
