"""The writing pane: calm, exact and quick."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from typing_extensions import override

from editor.post.markdown_edits.places import EditFunction, Selection
from editor.post.markdown_edits.tables.new_tables import paste_cells
from editor.ui.text.highlighter import Highlighter
from editor.ui.text.pane_painting import coloured, paint_caret_paragraph, paint_invitation
from editor.ui.text.text_buffer import TextBuffer, has_long_line
from editor.ui.text.text_edits import TextEdits
from editor.ui.theme import Theme

LINE_HEIGHT_PERCENT = 158
_NARROW_MARGIN = 12
# Beyond this many characters the text is handed on after a pause, not with each key.
_LARGE_TEXT = 1_200_000
_LARGEST_COLOURED = 1_500_000
_PAUSE_MS = 200
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
PasteReader = Callable[[QMimeData], bool]
_TIMELINE_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class TextPane(QTextEdit):
    """Show the Markdown of a post for writing.

    The pane says what was written (`text_edited`, the whole text with plain line ends) and when
    a step was made that can be undone (`step_made`); undo itself belongs to the window's one
    timeline, so the pane leaves those keys alone.
    """

    text_edited = Signal(object)  # str: a leading U+FEFF would not survive Signal(str)
    step_made = Signal()
    caret_line_changed = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("text_pane")
        self.setAccessibleName("Text of the post")
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self._theme = theme
        self._line_width = 68
        self._caret_line = -1
        self._steps = 0
        self._is_loading = False
        self._is_replaying = False
        self._buffer = TextBuffer(self.document(), line_height=LINE_HEIGHT_PERCENT)
        self._edits = TextEdits(self, self._buffer)
        self._take_pasted: PasteReader = lambda _: False
        self._highlighter = Highlighter(self.document(), theme)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.set_writing_font(font)
        self.set_theme(theme)
        self.document().contentsChanged.connect(self._on_contents_changed)
        self.cursorPositionChanged.connect(self._on_caret_moved)

    # What is shown

    def text(self) -> str:
        """Give the whole text, with plain line ends."""
        return self._buffer.text()

    def set_text(self, text: str) -> None:
        """Show another post's text; the caret goes to its start."""
        self._is_loading = True
        self._pause.stop()
        self._buffer.set_text("")
        is_long = has_long_line(text)
        # A book would take seconds to open with its colours.
        is_coloured = not is_long and len(text) < _LARGEST_COLOURED
        self._highlighter.set_enabled(is_enabled=is_coloured)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere if is_long else _WRAP)
        self._buffer.set_text(text)
        self._steps = self.document().availableUndoSteps()
        self._edits.forget(0)
        self._is_loading = False
        self.set_caret_position(0)
        self.verticalScrollBar().setValue(0)
        self._on_caret_moved()

    def flush(self) -> None:
        """Hand on what was typed and waits for a pause (only very long texts wait)."""
        if self._pause.isActive() or self.sender() is self._pause:
            self._pause.stop()
            self.text_edited.emit(self.text())

    def caret_line(self) -> int:
        """Give the line of the text, from 0, that the caret is in."""
        return max(self._caret_line, 0)

    def has_long_lines(self) -> bool:
        """Tell whether lines are so long that they wrap at any letter and stay uncoloured."""
        return self._buffer.has_long_lines()

    def caret_position(self) -> int:
        """Give the caret's place in Qt's units, to be put back with `set_caret_position`."""
        return self.textCursor().position()

    def set_caret_position(self, position: int) -> None:
        """Put the caret back; a place beyond the end is the end."""
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    # What keys do to Markdown

    def selection(self) -> Selection:
        """Give what is selected, by lines and code points."""
        return self._edits.selection()

    def select(self, selection: Selection) -> None:
        """Select what lies between two places of the text."""
        self._edits.select(selection)
        self.ensureCursorVisible()

    def edit(self, function: EditFunction) -> bool:
        """Make an edit of Markdown as one step; False where there is nothing to do."""
        revision = self.document().revision()
        is_made = self._edits.make(function)
        if self.document().revision() != revision:
            self._tell_change()
        return is_made

    def insert_plain(self, text: str) -> None:
        """Put words in the place of the selection, as they are."""
        cursor = self.textCursor()
        self._buffer.insert(cursor, text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def set_paste_reader(self, take: PasteReader) -> None:
        """Let somebody else paste first; what they leave (False) goes in as plain words."""
        self._take_pasted = take

    # The timeline's side

    def undo_step(self) -> None:
        """Take back the last step that was made in the text."""
        self._is_replaying = True
        self._edits.undo()
        self._is_replaying = False

    def redo_step(self) -> None:
        """Make the last step that was taken back once more."""
        self._is_replaying = True
        self._edits.redo()
        self._is_replaying = False

    def close_step(self) -> None:
        """Let the next letter begin a step of its own: something else was done in between."""
        # Qt joins letters into one step only while the document counts as modified.
        self.document().setModified(False)

    # How it looks

    def set_theme(self, theme: Theme) -> None:
        """Show the pane in another palette."""
        self._theme = theme
        self.setPalette(coloured(self.palette(), theme))
        self._highlighter.set_theme(theme)

    def set_writing_font(self, font: QFont) -> None:
        """Write in another font or size."""
        self.setFont(font)
        self.setTabStopDistance(4 * QFontMetricsF(font).horizontalAdvance(" "))
        self._centre_column()

    def set_line_width(self, characters: int) -> None:
        """Set how many characters a line holds at most."""
        self._line_width = characters
        self._centre_column()

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, 600)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._centre_column()
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_caret_paragraph(self, self._theme, event)
        super().paintEvent(event)
        if self.document().isEmpty():
            paint_invitation(self, self._theme)

    # What the person does

    @override
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and any(event.matches(key) for key in _TIMELINE_KEYS)
        ):
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.insert_plain("\n")
            return
        is_removal = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        is_letter = bool(event.text()) and event.text().isprintable()
        if self.has_long_lines() and self.textCursor().hasSelection() and is_removal | is_letter:
            self.insert_plain("")  # Qt would join the pieces of long lines wrongly
            if is_removal:
                return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.viewport().update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self.canInsertFromMimeData(source) or self._take_pasted(source):
            return
        if not self.edit(paste_cells(source.text())):
            self.insert_plain(source.text())

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toRawText().replace("\u2029", "\n"))
        return data

    # Inside

    def _on_contents_changed(self) -> None:
        if self._is_loading or self._edits.is_making:
            return
        if not self._is_replaying:
            self._edits.forget(self.document().availableUndoSteps())
        self._tell_change()

    def _tell_change(self) -> None:
        steps = self.document().availableUndoSteps()
        if steps != self._steps and not self._is_replaying:
            self.step_made.emit()
        self._steps = steps
        if self.document().characterCount() > _LARGE_TEXT:
            self._pause.start()
        else:
            self.text_edited.emit(self.text())

    def _on_caret_moved(self) -> None:
        self.viewport().update()
        line = self._buffer.line_of(self.textCursor().block())
        if line != self._caret_line:
            self._caret_line = line
            self.caret_line_changed.emit(line)

    def _centre_column(self) -> None:
        column = self._line_width * QFontMetricsF(self.font()).averageCharWidth() + 48
        spare = self.width() - self.verticalScrollBar().sizeHint().width() - column
        margin = max(_NARROW_MARGIN, int(spare / 2))
        self.setViewportMargins(margin, self.viewportMargins().top(), margin, 0)
