"""Shows quietly who else has the open post open."""

from PySide6.QtCore import QObject

from editor.site.presence import Present
from editor.ui.surroundings import Surroundings


class PresencePresenter(QObject):
    """Put the others into the status line, and say on a click what that means."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._others: tuple[Present, ...] = ()
        around.parts.presence.others_changed.connect(self._on_others_changed)
        around.status.others_clicked.connect(self._on_clicked)

    def _on_others_changed(self, others: tuple[Present, ...]) -> None:
        self._others = others
        self._around.status.set_others(words(others))

    def _on_clicked(self) -> None:
        if self._others:
            self._around.commands.tell(
                f"{words(self._others)}.",
                "Both of you can write and save. When the other saves, the changes of both are put"
                " together; where both changed the same place, you are asked.",
            )


def words(others: tuple[Present, ...]) -> str:
    """Say who is there; empty for nobody."""
    if not others:
        return ""
    if all(each.is_here for each in others):
        return "Also open in another window"
    names = sorted({f"{each.person} ({each.machine})" for each in others if not each.is_here})
    where = "on another computer" if len(names) == 1 else "on other computers"
    return f"Also open {where}: {', '.join(names)}"
