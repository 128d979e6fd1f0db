"""What Windows and macOS want to know inside the program itself: icon, version, document types."""

import platform
from pathlib import Path

import product
from words import filled


def icon(folder: Path) -> str | None:
    """Give the icon file for this system; Linux keeps its icons beside the program."""
    names = {"Windows": "dateline.ico", "Darwin": "dateline.icns"}
    name = names.get(platform.system())
    return str(folder / name) if name else None


def version_resource(folder: Path) -> str | None:
    """Write what Windows shows of the file's version, and give its path; None elsewhere."""
    if platform.system() != "Windows":
        return None
    file = folder / "version.txt"
    file.write_text(version_words(), encoding="utf-8")
    return str(file)


def version_words() -> str:
    """Give the version resource as PyInstaller reads it."""
    numbers = ", ".join([*product.version().split("."), "0"])
    return filled("version_resource", numbers=numbers)


def information() -> dict[str, object]:
    """Give the keys of the application's Info.plist on macOS.

    Markdown files are offered to Dateline as one editor among others ("Alternate"); it never
    makes itself the one that opens them.
    """
    return {
        "CFBundleDisplayName": product.NAME,
        "CFBundleShortVersionString": product.version(),
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Markdown post",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["net.daringfireball.markdown"],
                "CFBundleTypeExtensions": list(product.EXTENSIONS),
            }
        ],
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": product.OLDEST_MACOS,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": product.COPYRIGHT,
    }
