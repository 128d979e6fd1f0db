import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QPushButton

from editor.ui.search.results_model import ROW_ROLE
from editor.ui.search.search_pane import SearchPane
from tests.end_to_end.conftest import PATIENCE

pytestmark = pytest.mark.end_to_end

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
BRIDGE = "_posts/2025-11-12-bridge-opens.md"


@pytest.fixture
def search(desk):
    """Give the program with a post open and its site known."""
    desk.open()
    desk.qtbot.waitUntil(lambda: desk.program.parts.sites.contents is not None, timeout=PATIENCE)
    return desk


def pane(desk):
    """Give the search."""
    return desk.window.findChild(SearchPane)


def rows(desk):
    """Give what was found: a post's title, or the number of a line and its text."""
    model = pane(desk).findChild(QListView).model()
    found = [model.index(place).data(ROW_ROLE) for place in range(model.rowCount())]
    return [row.title if row.line is None else (row.line.number, row.line.text) for row in found]


def site_bytes(desk):
    """Give the bytes of every text that Jekyll reads."""
    texts = set(desk.site.rglob("*.md")) - {desk.site / "README.md"}
    return {path: path.read_bytes() for path in texts}


def ask(desk, key, text):
    """Open the search by its keys and type."""
    desk.press(key, CTRL_SHIFT)
    desk.qtbot.waitUntil(lambda: pane(desk) is not None and pane(desk).isVisible())
    desk.qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "objectName", str)() != "")
    desk.type(text)


def test_what_is_found_can_be_gone_to_by_keyboard(search):
    """Search, arrow down to a line, Enter: the words are selected in their post."""
    ask(search, Qt.Key.Key_F, "“most people in town”")
    search.qtbot.waitUntil(lambda: len(rows(search)) == 2, timeout=PATIENCE)
    search.press(Qt.Key.Key_Down)
    search.press(Qt.Key.Key_Down)
    search.press(Qt.Key.Key_Return)
    assert search.window.text.textCursor().selectedText() == "most people in town"
    assert search.session.path == search.path()


def test_another_post_is_opened_where_the_words_stand(search):
    """The one that was open is left as any other is."""
    title = "bridge"
    ask(search, Qt.Key.Key_F, f"title:{title}")
    search.qtbot.waitUntil(lambda: len(rows(search)) >= 1, timeout=PATIENCE)
    search.press(Qt.Key.Key_Down)
    search.press(Qt.Key.Key_Return)
    search.qtbot.waitUntil(lambda: search.session.path == search.path(BRIDGE), timeout=PATIENCE)


def test_a_replacement_across_the_site_is_one_step_forth_and_back(search):
    """The open post shows it at once; undone, every byte of the site is as it was."""
    before = site_bytes(search)
    ask(search, Qt.Key.Key_H, "harbour")
    search.press(Qt.Key.Key_Tab)
    search.window.findChild(SearchPane).bar.findChild(object, "replace_field").setFocus()
    search.type("haven")
    go = pane(search).findChild(QPushButton, "replace_all")
    search.qtbot.waitUntil(
        lambda: go.isEnabled() and any("haven" in str(row) for row in _news(search)),
        timeout=PATIENCE,
    )
    go.click()
    search.qtbot.waitUntil(lambda: site_bytes(search) != before, timeout=PATIENCE)
    search.qtbot.waitUntil(lambda: "haven" in search.window.text.text(), timeout=PATIENCE)
    assert not search.session.is_modified()
    assert all(b"harbour" not in raw.lower() for raw in site_bytes(search).values())
    search.window.actions_table["undo_step"].trigger()
    search.qtbot.waitUntil(lambda: site_bytes(search) == before, timeout=PATIENCE)
    search.qtbot.waitUntil(lambda: "haven" not in search.window.text.text(), timeout=PATIENCE)


def _news(desk):
    model = pane(desk).findChild(QListView).model()
    found = [model.index(place).data(ROW_ROLE) for place in range(model.rowCount())]
    return [span.new for row in found if row.line is not None for span in row.line.spans]


def test_what_is_not_saved_is_not_replaced_over(search):
    """The writer is told to save first, and nothing changes."""
    search.go_to_text("carry the name")
    search.type(" harbour")
    before = site_bytes(search)
    ask(search, Qt.Key.Key_H, "harbour")
    go = pane(search).findChild(QPushButton, "replace_all")
    search.qtbot.waitUntil(lambda: go.isEnabled() and "harbour" in str(rows(search)).lower())
    go.click()
    status = pane(search).bar.findChild(object, "search_status")
    assert "Save the open post first" in status.text()
    assert site_bytes(search) == before


def test_escape_closes_the_search_and_gives_the_keys_back(search):
    """To the text, where one was writing."""
    ask(search, Qt.Key.Key_F, "ferry")
    search.press(Qt.Key.Key_Escape)
    assert not pane(search).isVisible()
    assert search.window.text.hasFocus()


def test_letters_thin_the_list_of_posts(search):
    """From the keyboard alone: to the filter, letters, Enter."""
    search.press(
        Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    search.type("bridge")
    listed = search.window.posts.findChild(QListView, "posts_list")
    search.qtbot.waitUntil(lambda: 0 < listed.model().rowCount() < 8, timeout=PATIENCE)
    search.press(Qt.Key.Key_Return)
    search.qtbot.waitUntil(lambda: search.session.path == search.path(BRIDGE), timeout=PATIENCE)
