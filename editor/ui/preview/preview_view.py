"""What the preview pane asks of whatever shows the HTML."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from editor.render.request import Rendering
from editor.ui.theme import Theme


class PreviewView(QWidget):
    """Show renderings; the browser engine does it in full, Qt's own text view plainly.

    `shown` carries the revision that can be seen now. `gave_up` carries a sentence: this view
    cannot go on.
    """

    link_activated = Signal(str)
    link_pointed_at = Signal(str)
    shown = Signal(int)
    gave_up = Signal(str)

    def show_rendering(self, rendering: Rendering) -> None:
        """Show a post, keeping the place where it is the same post as before."""
        raise NotImplementedError

    def set_site_root(self, root: Path | None) -> None:
        """Take pictures from this site from now on."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        raise NotImplementedError

    def mark_block(self, line: int) -> None:
        """Mark the block of a line of the text, and bring it into sight if it is not."""
        raise NotImplementedError
