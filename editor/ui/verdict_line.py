"""The line that answers, always: will this post show, where, and on which day."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from editor.ui.escaping import html_text
from editor.ui.theme import SPACE_L, SPACE_S, Theme

HEIGHT = 34
_DOT = 8
_CURE, _WHY = "cure", "why"
_STYLES = {"bad": "verdict_bad", "warn": "verdict_warn"}


@dataclass(frozen=True, slots=True)
class ShownVerdict:
    """Say what the line shows.

    `tone` is `ok`, `warn`, `bad` or `none`; `lead` and `day` are plain text round the address;
    `note` is what is off, and `cure` the words of the link that mends it (both may be empty);
    `heading` says it in short where `lead` is the whole reason.
    """

    tone: str
    lead: str
    address: str = ""
    day: str = ""
    zone: str = ""
    note: str = ""
    cure: str = ""
    reason: str = ""
    heading: str = ""


class VerdictLine(QFrame):
    """Show one verdict; a click on the cure, or on “Why?”, is told, not done."""

    cure_asked = Signal()
    reason_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdict_line")
        self.setFixedHeight(HEIGHT)
        self._theme = theme
        self._verdict: ShownVerdict | None = None
        self._dot = _Dot(self)
        self._text = QLabel(self)
        self._text.setObjectName("verdict_text")
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # In a narrow window the end of the sentence is cut rather than the window widened.
        self._text.setMinimumWidth(1)
        self._text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._note = QLabel(self)
        self._note.setObjectName("verdict_warn")
        self._note.linkActivated.connect(self._on_link)
        self._note.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByKeyboard)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L, 0, SPACE_L, 0)
        row.setSpacing(SPACE_S + 2)
        row.addWidget(self._dot)
        row.addWidget(self._text)
        row.addWidget(self._note, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.show_verdict(ShownVerdict("none", "No post is open."))

    def set_theme(self, theme: Theme) -> None:
        """Show the line in another palette."""
        self._theme = theme
        verdict, self._verdict = self._verdict, None
        if verdict is not None:
            self.show_verdict(verdict)

    def show_verdict(self, verdict: ShownVerdict) -> None:
        """Show `verdict`; the one that stands already is left alone."""
        if verdict == self._verdict:
            return
        self._verdict = verdict
        theme = self._theme
        colours = {"ok": theme.ok, "warn": theme.warn, "bad": theme.bad}
        self._dot.set_colour(colours.get(verdict.tone, theme.faint))
        self._text.setToolTip(verdict.reason or verdict.note)
        self._note.setObjectName(_STYLES.get(verdict.tone, "verdict_quiet"))
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
        self._note.setText(_note(verdict, theme))
        self._note.setVisible(bool(self._note.text()))
        self._fit()
        spoken = " ".join(
            part for part in (verdict.lead, verdict.address, verdict.day, verdict.note) if part
        )
        self.setAccessibleName(spoken)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the zone, then the day, where the window is too narrow for all of it."""
        verdict = self._verdict
        if verdict is None:
            return
        note = self._note.sizeHint().width() + SPACE_L if self._note.text() else 0
        room = self.width() - 2 * SPACE_L - _DOT - 2 * SPACE_S - note
        for shorter in (verdict, replace(verdict, zone=""), replace(verdict, day="", zone="")):
            self._text.setText(_sentence(shorter, self._theme))
            if self._text.sizeHint().width() <= room:
                return

    def _on_link(self, target: str) -> None:
        (self.reason_asked if target == _WHY else self.cure_asked).emit()


def _sentence(verdict: ShownVerdict, theme: Theme) -> str:
    parts = [html_text(verdict.lead)]
    if verdict.address:
        parts.append(
            f"<b style=\"color:{theme.ink};font-family:'IBM Plex Mono','DejaVu Sans Mono'\">"
            f"{html_text(verdict.address)}</b>"
        )
    if verdict.day:
        parts.append(f'&nbsp;on <b style="color:{theme.ink}">{html_text(verdict.day)}</b>')
    sentence = " ".join(parts)
    return f"{sentence}, {html_text(verdict.zone)}" if verdict.zone else sentence


def _note(verdict: ShownVerdict, theme: Theme) -> str:
    colours = {"bad": theme.bad, "warn": theme.warn}
    colour = colours.get(verdict.tone, theme.accent)
    links = [(_CURE, verdict.cure)] if verdict.cure else []
    if verdict.reason not in {"", verdict.lead, verdict.note} and verdict.tone != "ok":
        links.append((_WHY, "Why?"))
    parts = [html_text(verdict.note)] if verdict.note else []
    parts += [
        f'<a href="{target}" style="color:{colour}">{html_text(words)}</a>'
        for target, words in links
    ]
    return "&nbsp; ".join(parts)


class _Dot(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(_DOT, _DOT)
        self._colour = QColor()

    def set_colour(self, colour: str) -> None:
        self._colour = QColor(colour)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawEllipse(self.rect())
