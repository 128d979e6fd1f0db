"""A desk to try the form on: a form, the front matter it shows, and hands to type with."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from editor.post.field_edits import edited
from editor.post.front_matter import FrontMatter
from editor.ui.form.form_pane import FormPane
from editor.ui.form.vocabulary import Vocabulary
from editor.ui.text.plain_text import read
from editor.ui.theme import LIGHT

NOW = datetime(2025, 11, 17, 12, 30, 5, tzinfo=UTC)


class Desk:
    """Do with the form's edits what the session does: change the front matter, show it again."""

    def __init__(self, qtbot):
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.form = FormPane(LIGHT, self.window)
        self.said = []
        self.front_matter = None
        self.form.field_edited.connect(self._on_field_edited)
        self.form.date_edited.connect(self._on_date_edited)
        self.form.list_edited.connect(self._on_list_edited)
        self.form.field_removed.connect(self._on_field_removed)
        self.form.fields_edited.connect(self._on_fields_edited)
        self.form.set_clock(lambda: NOW)
        self.form.set_zone(ZoneInfo("America/New_York"), "New York")
        self.form.set_own_zone(ZoneInfo("America/New_York"))
        self.form.set_vocabulary(
            Vocabulary(
                layouts={"post": 0, "page": 0},
                authors={"News desk": 4, "Zoë Ülker": 2},
                categories={"News": 9, "Culture": 3},
                tags={"harbour": 30, "history": 2, "Fête": 5, "night market": 4},
            )
        )
        self.window.resize(400, 1200)
        self.form.resize(320, 1200)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def open(self, lines):
        """Show a post with these lines between its fences."""
        self.front_matter = FrontMatter.read(f"---\n{lines}---\n")
        self.form.start_post()
        self.form.set_front_matter(self.front_matter)
        QApplication.processEvents()
        self.said.clear()
        return self

    @property
    def lines(self):
        """Give what stands between the fences now."""
        return self.front_matter.text.removeprefix("---\n").removesuffix("---\n")

    def input(self, name):
        """Find the input that a screen reader calls by this name."""
        found = [
            widget
            for widget in self.form.findChildren(QWidget)
            if widget.accessibleName() == name and widget.isVisible()
        ]
        assert len(found) == 1, f"{name}: {found}"
        return found[0]

    def go_to(self, name):
        """Bring the keys to an input."""
        widget = self.input(name)
        widget.setFocus()
        assert widget.hasFocus()
        return widget

    def shown(self, name):
        """Give the text in an input, character for character."""
        widget = self.input(name)
        if isinstance(widget, QTextEdit):
            return read(widget.document())
        return widget.text() if isinstance(widget, QLineEdit) else widget.currentText()

    def notes(self):
        """Give all sentences that stand in the form."""
        return [
            widget.text()
            for widget in self.form.findChildren(QWidget)
            if type(widget).__name__ == "WrapLabel" and widget.isVisible() and widget.text()
        ]

    def _show(self, front_matter):
        self.front_matter = front_matter
        self.form.set_front_matter(front_matter)

    def _on_field_edited(self, key, new):
        self.said.append((key, new))
        self._show(self.front_matter.put(key, new))

    def _on_date_edited(self, key, when):
        self.said.append((key, when))
        self._show(self.front_matter.put_date(key, when))

    def _on_list_edited(self, key, items):
        self.said.append((key, items))
        self._show(self.front_matter.set_list(key, items))

    def _on_field_removed(self, key):
        self.said.append((key,))
        self._show(self.front_matter.delete(key))

    def _on_fields_edited(self, key, edits):
        self.said.append((key, *edits))
        self._show(edited(self.front_matter, edits))

    @staticmethod
    def type(text, widget=None):
        """Type a text of any script, one key after the other, where the keys go."""
        for char in text:
            receiver = widget or QApplication.focusWidget()
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char)
                QApplication.sendEvent(receiver, event)

    @staticmethod
    def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
        """Press a key where the keys go."""
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def empty(self, name):
        """Go to an input and delete what stands in it."""
        self.go_to(name)
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.press(Qt.Key.Key_Delete)


@pytest.fixture
def desk(qtbot):
    """Give a form with nothing in it yet."""
    return Desk(qtbot)
