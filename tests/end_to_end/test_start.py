import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.end_to_end

ROOT = Path(__file__).parents[2]
NOT_BEFORE_THE_FIRST_FRAME = (
    *("markdown", "pygments", "frontmatter", "nh3", "charset_normalizer", "anyascii", "sass"),
    *("PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtQml"),
    *("editor.render.kramdown", "editor.render.liquid"),
)

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from editor.app import Program, resources_folder, settings_file
from editor.services.settings import SettingsStore
app = QApplication([])
program = Program(app, resources_folder(), SettingsStore(settings_file()))
program.open([])
program.window.painted.disconnect()
program.window.painted.connect(app.quit)
program.window.show()
app.exec()
print(*sorted(sys.modules))
program.close()
"""


def test_what_the_first_frame_does_not_need_is_not_loaded_before_it():
    """The window stands before the preview's engine, its renderer and rare codecs are read."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded = set(done.stdout.split())
    assert "editor.ui.main_window" in loaded
    assert loaded.isdisjoint(NOT_BEFORE_THE_FIRST_FRAME)


def test_the_first_start_shows_the_sample_site_which_can_be_written_in(desk, home):
    """A copy in the person's own data folder, its showcase post open."""
    desk.program.open([])
    path = desk.session.path
    assert path.name == "2025-11-17-ferry-named-after-the-soleil.md"
    assert path.is_relative_to(home)
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    desk.window.commands.save()
    assert b"boat! that" in path.read_bytes()


def test_a_fresh_sample_leaves_the_one_that_was_written_in(desk):
    """Help offers a new copy beside the old one, at any time."""
    desk.program.open([])
    first = desk.session.path
    first.write_bytes(b"mine")
    desk.window.actions_table["sample_site"].trigger()
    assert desk.session.path != first
    assert desk.session.path.name == first.name
    assert first.read_bytes() == b"mine"


def test_the_post_that_was_open_last_is_open_again(desk):
    """Without anything asked for, the last post comes back."""
    path = desk.open("_posts/2025-11-12-bridge-opens.md")
    desk.open()
    desk.open(path)
    desk.window.commands.begin()
    desk.program.open([])
    assert desk.session.path == path
