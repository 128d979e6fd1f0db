"""What of Qt goes into the packaged program: the closure of what Dateline loads, nothing else.

Qt's wheels hold 600 MB; a widget window with a browser engine needs half of that. What a desktop
has of its own and what must fit its graphics driver or its session is never brought along.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

# The bindings that `editor` imports, and those that WebEngine's link to.
MODULES = frozenset(
    {
        "QtCore",
        "QtGui",
        "QtNetwork",
        "QtPrintSupport",
        "QtSvg",
        "QtWebChannel",
        "QtWebEngineCore",
        "QtWebEngineWidgets",
        "QtWidgets",
    }
)

# Folder of Qt's plugins -> the wanted ones of it; None takes all.
PLUGINS: dict[str, frozenset[str] | None] = {
    "iconengines": None,
    "imageformats": frozenset({"qgif", "qico", "qjpeg", "qsvg", "qwebp", "qicns"}),
    "platforminputcontexts": frozenset(
        {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"}
    ),
    "platforms": frozenset({"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"}),
    "platformthemes": None,
    "printsupport": None,
    "styles": None,
    "tls": frozenset(),
    "wayland-decoration-client": None,
    "wayland-graphics-integration-client": frozenset({"qt-plugin-wayland-egl"}),
    "wayland-shell-integration": frozenset({"xdg-shell"}),
    "xcbglintegrations": None,
}

# Python's own parts and PySide's tools that no line of Dateline asks for.
UNUSED = (
    "tkinter",
    "unittest",
    "pydoc",
    "doctest",
    "lib2to3",
    "setuptools",
    "pip",
    "PIL.ImageTk",
    "PIL.ImageQt",
    "numpy",
    *(f"PySide6.{name}" for name in ("QtQuick", "QtQml", "QtOpenGL", "QtQuickWidgets")),
)

# Chromium's own words (the form hints of a page) in the languages of the window.
BROWSER_LANGUAGES = frozenset({"en-US", "en-GB"})
_QT_LANGUAGES = re.compile(r"(qtbase|qtwebengine)_en\.qm$")

# Of the libraries of the machine that builds, these come along: what Python's own modules load,
# and small X11 helpers that some desktops lack. Everything else (libstdc++, GL, X11, GLib, NSS,
# GTK, …) has to fit the graphics driver and the session of the machine that runs it.
_BROUGHT = re.compile(
    r"lib(python3|ffi|ssl|crypto|sqlite3|bz2|lzma|mpdec|"
    r"xcb-(cursor|icccm|image|keysyms|render-util|util)|xkbcommon-x11|xkbfile)\b"
)

Entry = tuple[str, str, str]  # PyInstaller's own: name in the package, file, kind


class Contents:
    """Decide, file by file, what PyInstaller's collection keeps."""

    def __init__(
        self, pyside: Path, needed: Callable[[Path], Iterable[str]] | None = None
    ) -> None:
        """Look at PySide6's folder; `needed` gives the libraries that a file loads."""
        self._pyside = pyside
        self._needed = needed or needed_libraries
        self._libraries: frozenset[str] = frozenset()

    def kept(self, binaries: Sequence[Entry]) -> list[Entry]:
        """Give those of PyInstaller's files that the program needs."""
        if sys.platform.startswith("linux"):
            self._libraries = self._closure(binaries)
        return [
            entry
            for entry in binaries
            if self._is_wanted(entry[0].replace("\\", "/")) and not is_of_the_machine(entry)
        ]

    def _is_wanted(self, name: str) -> bool:
        if name.endswith(".chk") or "devtools_resources" in name or "/qml/" in name.lower():
            return False
        if "/plugins/" in name:
            return is_wanted_plugin(name)
        if "qtwebengine_locales/" in name:
            return Path(name).stem in BROWSER_LANGUAGES
        if name.endswith(".qm"):
            return _QT_LANGUAGES.search(name) is not None
        binding = re.search(r"PySide6/(Qt\w+)\.(abi3\.so|pyd)$", name)
        if binding is not None:
            return binding[1] in MODULES
        return self._is_needed_library(name)

    def _is_needed_library(self, name: str) -> bool:
        """Tell whether a library of Qt is loaded by anything that is kept; others always are."""
        is_qts = "PySide6/Qt/lib/" in name or Path(name).name.startswith(("libQt6", "libicu"))
        return not (self._libraries and is_qts) or Path(name).name in self._libraries

    def _closure(self, binaries: Sequence[Entry]) -> frozenset[str]:
        """Give the names of Qt's libraries that the wanted files load, and what these load."""
        folder = self._pyside / "Qt" / "lib"
        to_do = [self._pyside / f"{module}.abi3.so" for module in sorted(MODULES)]
        to_do.append(self._pyside / "Qt" / "libexec" / "QtWebEngineProcess")
        to_do += [
            Path(source)
            for name, source, _ in binaries
            if "/plugins/" in name and is_wanted_plugin(name)
        ]
        found: set[str] = set()
        while to_do:
            for library in self._needed(to_do.pop()):
                if library not in found and (folder / library).exists():
                    found.add(library)
                    to_do.append(folder / library)
        return frozenset(found)


def is_wanted_plugin(name: str) -> bool:
    """Tell whether Dateline loads a plugin of Qt, named by its path in the package."""
    group, _, file = name.partition("/plugins/")[2].partition("/")
    if group not in PLUGINS:
        return False
    wanted = PLUGINS[group]
    plugin = re.sub(r"\.(so|dll|dylib)$", "", file).removeprefix("lib")
    return wanted is None or plugin in wanted


def is_of_the_machine(entry: Entry) -> bool:
    """Tell whether a file is a library of the machine that builds, which another one has too."""
    name, source, _ = entry
    if not sys.platform.startswith("linux") or "site-packages" in source or "/" in name:
        return False
    return ".so" in name and _BROUGHT.match(name) is None


def needed_libraries(path: Path) -> list[str]:
    """Give the sonames that an ELF file asks the loader for (binutils' `objdump`)."""
    done = subprocess.run(["objdump", "-p", str(path)], check=True, capture_output=True, text=True)
    return re.findall(r"NEEDED\s+(\S+)", done.stdout)
