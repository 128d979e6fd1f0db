"""Name the themes that come with the program, for sites whose own is not on this machine."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

_HERE = Path(__file__).parent

STAND_IN_THEMES: Final[Mapping[str, Path]] = {"minima": _HERE / "minima"}
"""The folder of each theme by the theme's name."""
