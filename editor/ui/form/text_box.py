"""A box for text that grows with it and keeps every character."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from editor.ui.form.leaving import is_leaving
from editor.ui.text.plain_text import ShownText, read, selected, write

_LINE_HEIGHT_PERCENT = 116
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_BREAKS_SHOWN = QTextOption.Flag.ShowLineAndParagraphSeparators


class TextBox(QTextEdit):
    """Edit one text, as many lines high as it needs within limits.

    `edited` brings the whole text at each key; `entered` comes with Enter where the text is one
    line, `left` when the box loses the focus. There is no history: undo is the window's.
    """

    edited = Signal(object)  # str: a lone surrogate would not survive Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ShownText("")
        self._lines = (1, 8)
        self._is_long = False
        self._is_setting = False
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(_WRAP)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self._set_line_height()
        self.document().contentsChanged.connect(self._on_contents_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def set_lines(self, least: int, most: int, *, is_long: bool) -> None:
        """Set how few and how many lines it shows; Enter begins a line only if `is_long`."""
        self._lines = (least, most)
        self._is_long = is_long
        self._fit()

    def set_type(self, font: QFont) -> None:
        """Write in another font."""
        if font != self.document().defaultFont():
            self.setFont(font)
            self.document().setDefaultFont(font)
            self._fit()

    def text(self) -> str:
        """Give the text, with the very characters it was set with where nobody changed them."""
        return self._text.original

    def set_text(self, text: str) -> None:
        """Show another text; the caret stays where it is in the parts that are the same."""
        if text == self._text.original:
            return
        self._is_setting = True
        self._text = ShownText(text)
        write(QTextCursor(self.document()), self._text.shown)
        self._show_breaks()
        self._is_setting = False
        if not self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.Start)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.minimumHeight())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ReadOnlyChange:
            self.setTabChangesFocus(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER_KEYS:
            super().keyPressEvent(event)
            return
        is_forced = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._is_long and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.insertPlainText("\n")  # Qt's own Shift+Enter would write U+2028
        elif not is_forced:
            self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if is_leaving(event):
            self.left.emit()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        if not self._is_long:
            text = " ".join(line for line in text.strip("\n").split("\n"))
        self.insertPlainText(text)
        self.ensureCursorVisible()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(selected(self.textCursor()))
        return data

    def _on_contents_changed(self) -> None:
        if self._is_setting:
            return
        text = self._text.edited(read(self.document()))
        if text == self._text.original:
            return
        self._text = ShownText(text)
        self._show_breaks()
        self.edited.emit(text)

    def _show_breaks(self) -> None:
        """Mark line ends in a text that is one line by its nature, such as a title."""
        option = self.document().defaultTextOption()
        wanted = not self._is_long and "\n" in self._text.shown
        if wanted != bool(option.flags() & _BREAKS_SHOWN):
            option.setFlags(option.flags() ^ _BREAKS_SHOWN)
            self.document().setDefaultTextOption(option)

    def _set_line_height(self) -> None:
        block_format = QTextBlockFormat()
        block_format.setLineHeight(
            _LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        QTextCursor(self.document()).setBlockFormat(block_format)

    def _fit(self) -> None:
        least, most = self._lines
        line = QFontMetricsF(self.document().defaultFont()).height() * _LINE_HEIGHT_PERCENT / 100
        wanted = self.document().size().height()
        height = min(max(wanted, line * least), max(line * most, line * least))
        needs_bar = wanted > height + 1
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bars.ScrollBarAsNeeded if needs_bar else bars.ScrollBarAlwaysOff
        )
        if int(height + 0.999) != self.height():
            self.setFixedHeight(int(height + 0.999))
