"""The control of test_hostile_posts: show posts with no protection and print who called out.

Run with a JSON object of name to HTML; prints a JSON object of name to connections.
"""

import json
import os
import socket
import sys

FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
os.environ.pop(FLAGS, None)
os.environ["QT_QUICK_BACKEND"] = "software"

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402 - the environment comes first
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

GIVE_UP_MS = 20_000


def connections_of(html):
    """Show a post and count the connections until there is one."""
    server = socket.create_server(("127.0.0.1", 0))
    server.setblocking(False)
    address = f"127.0.0.1:{server.getsockname()[1]}"
    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    loop = QEventLoop()
    found = []

    def look():
        try:
            found.append(server.accept()[0])
        except BlockingIOError:
            return
        loop.quit()

    timer = QTimer(interval=20, timeout=look)
    timer.start()
    QTimer.singleShot(GIVE_UP_MS, loop.quit)
    page.setHtml(html.replace("SERVER", address), "http://harbour.invalid/")
    loop.exec()
    timer.stop()
    del page
    for connection in [*found, server]:
        connection.close()
    return len(found)


def main():
    """Print the counts."""
    app = QApplication(sys.argv[:1])
    counts = {kind: connections_of(html) for kind, html in json.loads(sys.argv[1]).items()}
    print(json.dumps(counts))
    app.quit()


if __name__ == "__main__":
    main()
