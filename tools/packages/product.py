"""What the packages say of Dateline, in one place: every format takes its words from here."""

import re
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

NAME = "Dateline"
COMMAND = "dateline"
# Reverse domain names, as AppStream and macOS ask for; a fork changes this line only.
APP_ID = "net.dateline.Dateline"
HOMEPAGE = "https://dateline.net"
MAINTAINER = "The Dateline developers <developers@dateline.net>"
COPYRIGHT = "Copyright the Dateline developers"
SUMMARY = "Write for Jekyll sites"
GENERIC_NAME = "Blog Post Editor"
WHAT_IT_IS = (
    "Dateline joins a form for the front matter, the Markdown text and a live preview of the page"
    " that Jekyll will publish, in the site’s own theme. It needs neither Ruby nor a network."
)
WHAT_IT_PROMISES = (
    "A file that is opened and saved stays as it was, byte for byte, and what is typed is on the"
    " disk within a second."
)
KEYWORDS = ("jekyll", "markdown", "blog", "post", "editor", "front matter")
MIME_TYPES = ("text/markdown", "text/x-markdown")
EXTENSIONS = ("md", "markdown", "mkd", "mkdn")
# QtWebEngine 6.11's own floor.
OLDEST_MACOS = "13.0"


def version() -> str:
    """Give the version that the program says of itself."""
    text = (ROOT / "editor" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise ValueError("editor/__init__.py names no version")
    return found[1]


def release_date() -> str:
    """Give the day of the newest release in the changelog, else today: YYYY-MM-DD."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(rf"^## \[{re.escape(version())}\] - (\d{{4}}-\d\d-\d\d)", text, re.MULTILINE)
    return found[1] if found else time.strftime("%Y-%m-%d")
