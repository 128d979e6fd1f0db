import sys

from PySide6.QtCore import QObject


def test_a_thousand_calls_into_qt_leave_none_as_it_was():
    """Python 3.11 ends the program when None is released once too often (PySide6 6.12.0 did)."""
    subject = QObject()
    before = sys.getrefcount(None)
    for _call in range(1000):
        subject.setObjectName("post")
        subject.blockSignals(False)
    assert abs(sys.getrefcount(None) - before) < 100
