"""What a field of parts needs of the stack that shows them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from editor.post.form_field import FormField
from editor.ui.form.look import Look


class PartStack(QWidget):
    """Show fields one below the other; `edited` brings an edit of one of them."""

    edited = Signal(object)
    cure_asked = Signal(str, object)
    image_pick_asked = Signal(str)
    image_given = Signal(str, object)
    field_reached = Signal(object)

    def show_fields(self, shown: Sequence[FormField]) -> None:
        """Show these fields and no others."""
        raise NotImplementedError

    def tab_stops(self) -> list[QWidget]:
        """Give all parts that take the keys, from top to bottom."""
        raise NotImplementedError

    def commit(self) -> None:
        """Take what was typed and waits for Enter."""
        raise NotImplementedError

    def forget(self) -> None:
        """Drop what was typed and not taken."""
        raise NotImplementedError

    def site_changed(self) -> None:
        """Show anew what depends on the site."""
        raise NotImplementedError

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        raise NotImplementedError

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let values be read and copied, but not changed."""
        raise NotImplementedError


StackMaker = Callable[[QWidget], PartStack]
