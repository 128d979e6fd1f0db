import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from tests.post.markdown_edits.keys import ADDRESS, CELLS
from tests.post.markdown_edits.marked import read, rows

pytestmark = pytest.mark.end_to_end

Key = Qt.Key
NO, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = {
    "enter": (Key.Key_Return, NO),
    "line_break": (Key.Key_Return, SHIFT),
    "tab": (Key.Key_Tab, NO),
    "backtab": (Key.Key_Backtab, SHIFT),
    "backspace": (Key.Key_Backspace, NO),
}
# A share of the tables, in an order that mixes them: every seventh row.
ROWS = [row for name in ("words", "blocks", "lines", "tables") for row in rows(name)][::7]


def press(desk, key):
    """Press what the writer presses for an edit: a key, a sign, or the shortcut of an action."""
    if key in KEYS:
        desk.press(*KEYS[key])
    elif key == "paste_cells":
        QApplication.clipboard().setText(CELLS)
        desk.ctrl(Key.Key_V)
    elif len(key) == 1:
        desk.type(key)
    else:
        action = desk.window.actions_table["link" if key == "link_with_address" else key]
        if action.shortcut().isEmpty():
            action.trigger()
            return
        keys = QKeySequence(action.shortcut())[0]
        desk.press(keys.key(), keys.keyboardModifiers())


def test_keys_in_the_window_do_what_the_tables_say(desk):
    """Real keys in the real window: the text, the caret, the post, and one undo for each key."""
    desk.open()
    pane = desk.window.text
    for row in ROWS:
        text, selection = read(row.before)
        pane.set_text(text)
        desk.session.edit_text(text)
        pane.select(selection)
        pane.setFocus()
        has_address = "link_with_address" in row.keys
        QApplication.clipboard().setText(ADDRESS if has_address else "no address")
        for key in row.keys:
            press(desk, key)
        wanted = read(row.before if row.after is None else row.after)
        if row.after is None and {"tab", "paste_cells"} & set(row.keys):
            continue  # where nothing can go in, Tab is a tab and cells are plain text
        assert (pane.text(), pane.selection()) == wanted, row.where
        assert desk.session.shown_text() == wanted[0], row.where
        if row.after is not None and len(row.keys) == 1 and pane.text() != text:
            desk.ctrl(Key.Key_Z)
            assert (pane.text(), pane.selection()) == (text, selection), row.where


def test_an_item_begun_in_a_windows_file_has_its_line_ends(desk):
    """Enter in a list of a file with CRLF: the new line ends as the others do."""
    path = desk.path()
    raw = b"---\r\ntitle: Low tide\r\n---\r\n- one\r\n- two\r\n"
    path.write_bytes(raw)
    desk.open()
    desk.go_to_text("one")
    desk.press(Key.Key_Return)
    desk.type("more")
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == raw.replace(b"- one\r\n", b"- one\r\n- more\r\n")


def test_the_keys_of_the_format_menu_leave_the_form_alone(desk):
    """Ctrl+B in the title changes neither the title nor the text behind the writer's back."""
    desk.open()
    before = desk.session.post
    desk.window.form.focus_title()
    desk.ctrl(Key.Key_B)
    desk.ctrl(Key.Key_K)
    assert desk.session.post == before


def test_tab_never_replaces_what_is_selected(desk):
    """A Tab that means nothing does nothing to selected words, and is a tab without them."""
    desk.open()
    pane = desk.window.text
    pane.set_text("one two")
    pane.setFocus()
    pane.selectAll()
    desk.press(Key.Key_Tab)
    assert pane.text() == "one two"
    pane.set_caret_position(7)
    desk.press(Key.Key_Tab)
    assert pane.text() == "one two\t"


def test_cells_of_a_spreadsheet_become_a_table_and_rows_grow_with_tab(desk):
    """Paste, Tab behind the last cell, type: a table in the file, each step undone in one."""
    path = desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.press(Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    before = desk.window.text.text()
    QApplication.clipboard().setText("Boat\tSeats\r\nSoleil\t120\r\n")
    desk.ctrl(Key.Key_V)
    assert "| Boat   | Seats |\n| ------ | ----- |\n| Soleil | 120   |" in desk.window.text.text()
    desk.press(Key.Key_Tab)
    desk.type("Anne")
    desk.press(Key.Key_Tab)
    desk.type("9")
    desk.press(Key.Key_Backtab, SHIFT)
    desk.ctrl(Key.Key_S)
    assert b"| Soleil | 120   |\n| Anne   | 9     |" in path.read_bytes()
    while desk.session.can_undo():
        desk.ctrl(Key.Key_Z)
    assert desk.window.text.text() == before
