import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget

from editor.app import resources_folder
from editor.ui.actions import Actions
from editor.ui.icons import Icons
from editor.ui.text.text_pane import TextPane
from editor.ui.theme import DARK, LIGHT
from editor.ui.writing.format_bar import FormatBar


@pytest.fixture
def window(qtbot):
    """Give a window with a text pane that fills it."""
    window = QWidget()
    qtbot.addWidget(window)
    window.pane = TextPane(LIGHT, QFont(), window)
    window.actions_table = Actions(window)
    window.bar = FormatBar(window.pane, window.actions_table, Icons(resources_folder() / "icons"))
    window.bar.set_theme(LIGHT)
    window.resize(700, 400)
    window.pane.resize(700, 400)
    window.show()
    return window


def shown(bar):
    """Give the names of the buttons that can be seen."""
    return [each.accessibleName() for each in bar.findChildren(QToolButton) if each.isVisible()]


def test_the_bar_is_hidden_until_it_is_wanted(window):
    """The text has all the room; with the bar, it begins below it."""
    assert not window.bar.isVisible()
    top = window.pane.viewport().y()
    window.bar.set_shown(is_shown=True)
    assert window.bar.isVisible()
    assert window.pane.viewport().y() >= window.bar.height()
    window.bar.set_shown(is_shown=False)
    assert window.pane.viewport().y() == top


def test_a_button_does_its_action_and_leaves_the_keys_in_the_text(window, qtbot):
    """A click on Bold is the Format menu's Bold; the caret stays where it was."""
    window.bar.set_shown(is_shown=True)
    window.pane.setFocus()
    button = next(b for b in window.bar.findChildren(QToolButton) if b.accessibleName() == "Bold")
    with qtbot.waitSignal(window.actions_table["bold"].triggered):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert "Ctrl+B" in button.toolTip()


def test_a_narrow_pane_shows_the_buttons_that_fit(window):
    """None is cut off, and all are there again with the room."""
    window.bar.set_shown(is_shown=True)
    everything = shown(window.bar)
    assert everything[0] == "Bold"
    window.pane.resize(240, 400)
    some = shown(window.bar)
    assert some == everything[: len(some)]
    assert 0 < len(some) < len(everything)
    last = [each for each in window.bar.findChildren(QToolButton) if each.isVisible()][-1]
    window.bar.layout().activate()
    assert last.geometry().right() <= 240
    window.pane.resize(700, 400)
    assert shown(window.bar) == everything


def test_every_button_has_an_icon_in_both_themes(window):
    """The icons are of the one set and take the theme's colour."""
    for theme in (LIGHT, DARK):
        window.bar.set_theme(theme)
        for button in window.bar.findChildren(QToolButton):
            picture = button.icon().pixmap(20, 20).toImage()
            drawn = {picture.pixelColor(x, y).alpha() for x in range(20) for y in range(20)}
            assert max(drawn) > 200, button.accessibleName()
