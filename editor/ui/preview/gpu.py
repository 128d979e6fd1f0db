"""Get a window ready for a preview that is drawn by the GPU."""

import sys

from PySide6.QtWidgets import QRhiWidget, QWidget


def prepare_window(window: QWidget) -> QRhiWidget:
    """Have `window` composed by the GPU from its first show on; call before it is shown.

    Otherwise Qt (6.11) hides and destroys the window and makes it anew in the moment the
    preview is added to it: a flash, and the focus lost. Not needed where Qt draws in software.
    """
    seed = QRhiWidget(window)
    if sys.platform == "linux":
        # What the browser engine uses there; elsewhere both take the system's own.
        seed.setApi(QRhiWidget.Api.OpenGL)
    seed.setFixedSize(1, 1)
    seed.hide()
    return seed
