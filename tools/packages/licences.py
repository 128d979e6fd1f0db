"""Gather the licence of everything that a package holds, so that it can lie beside it."""

import importlib.metadata
import re
import shutil
import subprocess
import sys
from pathlib import Path

import product

_TEXTS = Path(__file__).parent / "licence_texts"
_IS_LICENCE = re.compile(r"(licen[cs]e|copying|notice|ofl)", re.IGNORECASE)
# Their wheels bring no text of the licence that they name.
_OF_QT = ("PySide6_Essentials", "PySide6_Addons", "shiboken6")

# Its wheel brings no text; it is of mammoth's author, made for mammoth and under the same licence.
_AS_ANOTHER = {"cobble": "mammoth"}


class LicenceMissing(Exception):
    """Report a library whose licence could not be found: it must not be shipped without."""


def gather_licences(program: Path) -> int:
    """Put a folder `licences` beside the program, and give the number of things it speaks of.

    Raises:
        LicenceMissing: a library that is inside has no licence with it.
    """
    folder = program / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copyfile(product.ROOT / "LICENSE", folder / "Dateline.txt")
    names = locked_packages()
    for name in names:
        _copy_of_package(name, folder)
    fonts = sorted((product.ROOT / "resources" / "fonts").glob("*OFL*"))
    for font in fonts:
        shutil.copyfile(font, folder / font.name)
    _copy_of_python(folder)
    return 1 + len(names) + len(fonts) + _copy_of_system_libraries(program, folder)


def locked_packages() -> list[str]:
    """Give the Python packages that the program ships with here, in the order of the lock."""
    lock = (product.ROOT / "requirements.txt").read_text(encoding="utf-8")
    names = re.findall(r"^([A-Za-z0-9_.-]+)==", lock, re.MULTILINE)
    return [name for name in names if _is_installed(name)]


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _copy_of_package(name: str, folder: Path) -> None:
    package = importlib.metadata.distribution(_AS_ANOTHER.get(name, name))
    if re.sub(r"[-_.]+", "_", name).casefold() in {each.casefold() for each in _OF_QT}:
        for text in ("LGPL-3.txt", "GPL-3.txt"):
            shutil.copyfile(_TEXTS / text, folder / f"Qt and PySide6, {text}")
        return
    found = [
        file
        for file in package.files or ()
        if ".dist-info" in str(file) and _IS_LICENCE.search(file.name)
    ]
    if not found:
        raise LicenceMissing(f"{name} comes without a licence")
    for file in found:
        ending = "" if len(found) == 1 else f", {file.name}"
        shutil.copyfile(str(file.locate()), folder / f"{name}{ending}.txt")


def _copy_of_python(folder: Path) -> None:
    here = Path(sys.base_prefix)
    minor = f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        here / "LICENSE.txt",
        here / "lib" / minor / "LICENSE.txt",
        Path("/usr/share/doc") / minor / "copyright",
    )
    for place in places:
        if place.is_file():
            shutil.copyfile(place, folder / "Python.txt")
            return
    raise LicenceMissing("Python’s own licence is not beside it")


def _copy_of_system_libraries(program: Path, folder: Path) -> int:
    """Copy what Debian says of the libraries that were taken from it; give their number."""
    if not sys.platform.startswith("linux") or shutil.which("dpkg") is None:
        return 0
    packages = set()
    for file in (program / "_internal").glob("lib*.so*"):
        done = subprocess.run(
            ["dpkg", "-S", f"*/{file.name}"], check=False, capture_output=True, text=True
        )
        packages.update(re.findall(r"^([^:,\s]+)(?::\w+)?: ", done.stdout, re.MULTILINE))
    for package in sorted(packages):
        shutil.copyfile(f"/usr/share/doc/{package}/copyright", folder / f"{package}.txt")
    return len(packages)
