"""The pictures and letters that come with the program."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

RESOURCES = Path(__file__).parents[2] / "resources"
ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
NAMES = """
posts form text preview new-post save open search more close chevron-down chevron-up calendar clock
image warning error ok undo redo bold italic link list quote code heading settings folder draft
publish rename trash raw plus minus sun moon lock
"""


def test_every_action_finds_its_icon():
    """The set holds one drawing for each name that a menu or a button asks for."""
    assert {icon.stem for icon in ICONS} >= set(NAMES.split())


@pytest.mark.parametrize("icon", ICONS, ids=lambda path: path.stem)
def test_an_icon_takes_the_colour_and_grid_of_the_set(icon: Path):
    """An icon is drawn on 20 by 20 with one stroke, in the colour the theme gives it."""
    root = ET.fromstring(icon.read_text("utf-8"))
    assert root.get("viewBox") == "0 0 20 20"
    assert (root.get("stroke"), root.get("stroke-width")) == ("currentColor", "1.5")


def test_each_font_lies_beside_its_licence():
    """Both families come with regular, bold and both italics, their licence, and under 3 MB."""
    fonts = RESOURCES / "fonts"
    names = {path.name for path in fonts.iterdir()}
    for family, ending in (("IBMPlexMono", "ttf"), ("SourceSerif4", "otf")):
        assert f"{family}-OFL.txt" in names
        styles = ("Regular", "Bold", "Italic", "BoldItalic")
        assert {f"{family}-{style}.{ending}" for style in styles} <= names
    assert sum(path.stat().st_size for path in fonts.iterdir()) < 3_000_000


def test_the_style_sheet_of_the_fonts_names_files_that_exist():
    """A page that links fonts.css finds every file it speaks of."""
    sheet = (RESOURCES / "fonts" / "fonts.css").read_text("utf-8")
    for part in sheet.split('url("')[1:]:
        assert (RESOURCES / "fonts" / part.split('"')[0]).is_file()
