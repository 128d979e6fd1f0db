"""Says that something failed, and hands out what helps to find out why."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from editor.ui.diagnostics.diagnostics_text import diagnostics
from editor.ui.notice_bar import Notice
from editor.ui.surroundings import Surroundings


class DiagnosticsPresenter(QObject):
    """Copy diagnostics when asked, and show a sentence after each mishap."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        parts = around.parts
        around.actions["copy_diagnostics"].triggered.connect(self._copy)
        around.notices.answered.connect(self._on_answered)
        parts.mishaps.happened.connect(self._on_happened)
        parts.saver.saved.connect(self._on_saved)
        parts.saver.not_saved.connect(self._on_not_saved)
        parts.journal.trouble_changed.connect(self._on_trouble)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(diagnostics(self._around.parts))
        self._around.commands.tell(
            "The diagnostics are copied.",
            "Paste them into a message to whoever looks after Dateline for you. They name the"
            " versions, the settings and what failed; no text, title or file name is in them.",
        )

    def _on_happened(self) -> None:
        self._around.notices.set_notice(
            "mishap",
            Notice(
                "Something in Dateline went wrong. Your text is here and was put in safety; save"
                " it, and go on.",
                "bad",
                (("mishap_copy", "Copy diagnostics"), ("mishap_seen", "All right")),
            ),
        )

    def _on_answered(self, name: str) -> None:
        if name == "mishap_copy":
            self._copy()
        if name in ("mishap_copy", "mishap_seen"):
            self._around.notices.set_notice("mishap", None)

    def _on_saved(self) -> None:
        self._around.parts.log.note("saved")

    def _on_not_saved(self) -> None:
        problem = self._around.parts.saver.problem
        kind = f"{problem.kind} {problem.refusal}".rstrip() if problem is not None else ""
        self._around.parts.log.note(f"not saved: {kind}")

    def _on_trouble(self, sentence: str) -> None:
        state = "in trouble" if sentence else "works again"
        self._around.parts.log.note(f"safe keeping {state}")
