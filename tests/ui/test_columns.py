import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from editor.ui.columns import NARROW, Columns

NAMES = ("posts", "form", "text", "preview")


@pytest.fixture
def columns(qtbot):
    """Give four empty columns in a wide window, with their switches as `columns.switches`."""
    switches = {name: QAction(name) for name in NAMES}
    for switch in switches.values():
        switch.setCheckable(True)
    made = Columns({name: QWidget() for name in NAMES}, switches)
    made.switches = switches
    qtbot.addWidget(made)
    made.resize(1400, 700)
    made.show()
    made.restore([], [])
    return made


def shown(columns):
    """Give the names of the columns that are seen, which is what their switches say."""
    seen = [name for number, name in enumerate(NAMES) if columns.widget(number).isVisible()]
    assert seen == [name for name in NAMES if columns.switches[name].isChecked()]
    return seen


def test_each_column_can_be_hidden_and_comes_back(columns):
    """Ctrl+1 to Ctrl+4 switch one column each."""
    for name in ("posts", "form", "preview"):
        columns.switches[name].toggle()
        assert name not in shown(columns)
        columns.switches[name].toggle()
        assert shown(columns) == list(NAMES)


def test_a_window_without_text_and_preview_is_never_left(columns):
    """Hiding the last of the two brings the other back."""
    columns.switches["preview"].toggle()
    columns.switches["text"].toggle()
    assert shown(columns) == ["posts", "form", "preview"]


def test_in_a_narrow_window_text_and_preview_share_one_place(columns):
    """The one asked for takes the place of the other, and both are back when there is room."""
    columns.resize(NARROW - 100, 700)
    assert shown(columns) == ["posts", "form", "text"]
    columns.switches["preview"].toggle()
    assert shown(columns) == ["posts", "form", "preview"]
    columns.switches["text"].toggle()
    assert shown(columns) == ["posts", "form", "text"]


def test_what_was_hidden_stays_hidden_at_the_next_start(columns):
    """The switched-off columns have names to be remembered by."""
    columns.switches["posts"].toggle()
    assert columns.hidden() == ["posts"]
    columns.restore(["form"], [200, 300, 400, 500])
    assert shown(columns) == ["posts", "text", "preview"]


def test_settings_that_hide_everything_still_show_the_text(columns):
    """A broken settings file never leaves an empty window."""
    columns.restore(list(NAMES), [])
    assert shown(columns) == ["text"]
