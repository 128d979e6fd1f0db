"""The only door to programs outside: web pages and mail, never a file or another program."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_SAFE_SCHEMES = frozenset({"http", "https", "mailto"})


def may_open(address: str) -> bool:
    """Tell whether `address` may leave the program; it is parsed, never matched as text."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in _SAFE_SCHEMES:
        return False
    return url.scheme().lower() == "mailto" or bool(url.host())


def open_outside(address: str) -> bool:
    """Open a web or mail address in the person's own program; tell whether that was done."""
    return may_open(address) and QDesktopServices.openUrl(QUrl(address))
