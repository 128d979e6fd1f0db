"""The program's icon in the formats of each system, made from the drawings in resources/app."""

import shutil
from pathlib import Path

from PIL import Image

import product

_DRAWINGS = product.ROOT / "resources" / "app"
_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_LARGEST_OF_WINDOWS = 256


def make_system_icons(folder: Path) -> None:
    """Write dateline.ico and dateline.icns into `folder`, each size as it was drawn."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {size: Image.open(_drawing(size)).convert("RGBA") for size in _SIZES}
    small = [size for size in _SIZES if size <= _LARGEST_OF_WINDOWS]
    drawn[_LARGEST_OF_WINDOWS].save(
        folder / "dateline.ico",
        sizes=[(size, size) for size in small],
        append_images=[drawn[size] for size in small],
    )
    drawn[512].save(folder / "dateline.icns", append_images=[drawn[size] for size in _SIZES])


def lay_out_theme_icons(share: Path) -> None:
    """Put every size into the icon theme that all Linux desktops look through."""
    for size in _SIZES:
        folder = share / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_drawing(size), folder / f"{product.APP_ID}.png")
    scalable = share / "icons" / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_DRAWINGS / "dateline.svg", scalable / f"{product.APP_ID}.svg")


def _drawing(size: int) -> Path:
    return _DRAWINGS / f"dateline-{size}.png"
