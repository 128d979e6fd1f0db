"""A field of text: one line that grows when it must, or several."""

from PySide6.QtCore import Qt, QTextBoundaryFinder
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor.post.field_specs import FieldKind
from editor.post.form_field import FormField
from editor.ui.form.field import Field
from editor.ui.form.field_frame import FieldFrame
from editor.ui.form.look import Look
from editor.ui.form.text_box import TextBox
from editor.ui.form.wrap_label import WrapLabel

_ONE_LINE = (1, 8)
_LINES = {FieldKind.LONG_TEXT: (3, 10), FieldKind.TITLE: (1, 6)}


def count_characters(text: str) -> int:
    """Count what a reader calls characters: an emoji family or a letter with accents is one."""
    if text.isascii():
        return len(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    count = 0
    while finder.toNextBoundary() > 0:
        count += 1
    return count


class TextField(Field):
    """Edit a text live: each key is an edit."""

    def __init__(self, look: Look, kind: FieldKind, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._kind = kind
        self.box = TextBox(self)
        self.frame = FieldFrame(self)
        self.frame.add_input(self.box)
        self._count: WrapLabel | None = None
        self.set_body(self.frame)
        self.box.edited.connect(self._on_edited)
        self.box.entered.connect(self._on_entered)

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return (self.box,)

    @override
    def show_value(self, shown: FormField) -> None:
        is_long = self._kind is FieldKind.LONG_TEXT
        has_lines = "\n" in shown.text and self._kind is FieldKind.TEXT
        least, most = _LINES.get(self._kind, _ONE_LINE)
        self.box.set_lines(least, most, is_long=is_long or has_lines)
        self.box.set_text(shown.text)
        self.set_hint(shown.spec.help)
        self._show_count()

    @override
    def value_text(self) -> str:
        return self.box.text()

    @override
    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.frame.set_look(look)
        self.box.set_type(look.title if self._kind is FieldKind.TITLE else look.text)
        self._show_count()

    @override
    def set_read_only(self, *, is_read_only: bool) -> None:
        self.box.setReadOnly(is_read_only)

    @override
    def has_foot(self) -> bool:
        return self._kind is FieldKind.TITLE or self._limit() > 0

    def _limit(self) -> int:
        return self.shown.spec.limit if self.shown else 0

    def _on_edited(self, text: str) -> None:
        self._show_count()
        self.put_text(text)

    def _on_entered(self) -> None:
        self.focusNextChild()

    def _show_count(self) -> None:
        if not self.has_foot():
            if self._count is not None:
                self._count.hide()
            return
        count = self._count or self._made_count()
        limit = self._limit()
        characters = count_characters(self.box.text())
        is_over = 0 < limit < characters
        theme = self.look.theme
        count.set_type(self.look.small, theme.warn if is_over else theme.muted)
        count.show_text(f"{characters} / {limit}" if limit else str(characters))
        count.setAccessibleName(f"{characters} characters")
        count.show()

    def _made_count(self) -> WrapLabel:
        self._count = WrapLabel(self)
        self.foot_row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        return self._count
