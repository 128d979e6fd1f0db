"""A window that is to hold a preview drawn by the GPU."""

import pytest
from PySide6.QtWidgets import QRhiWidget, QWidget

from editor.ui.preview.gpu import prepare_window


@pytest.mark.qt_log_ignore("QRhiWidget: QRhi is not supported on this platform", extend=True)
def test_a_window_is_prepared_by_something_nobody_sees(qtbot):
    """It belongs to the window, takes no room, and goes with it."""
    window = QWidget()
    qtbot.addWidget(window)
    prepare_window(window)
    seed = window.findChild(QRhiWidget)
    assert seed.isHidden()
    assert (seed.width(), seed.height()) == (1, 1)
