"""Measure the form: made for a post, shown another post, told the answer to a key.

Run `python tests/bench/form_speed.py`; the figures are milliseconds of processor time.
"""

import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402 - the path is set above

from editor.post.front_matter import FrontMatter  # noqa: E402 - the same
from editor.post.post import Post  # noqa: E402 - the same
from editor.ui.form.form_pane import FormPane  # noqa: E402 - the same
from editor.ui.theme import LIGHT  # noqa: E402 - the same

ROUNDS = 40
POSTS = sorted((ROOT / "resources/sample-site/_posts").glob("*.md"))


def main():
    """Print the median and the slowest twentieth of each."""
    app = QApplication([])
    window = QWidget()
    window.resize(400, 900)
    window.show()
    blocks = [Post.from_bytes(path.read_bytes()).front_matter for path in POSTS]
    keys = "".join(f"key{number}: a value of some words\n" for number in range(30))
    thirty = FrontMatter.read(f"---\ntitle: Thirty keys\n{keys}---\n")
    for name, block in (("a usual post", blocks[0]), ("30 more keys", thirty)):
        figures = []
        for _ in range(8):
            start = time.process_time()
            form = made(window, block)
            figures.append((time.process_time() - start) * 1000)
            form.deleteLater()
            app.processEvents()
        show(f"made for {name}", figures)
    form = made(window, blocks[0])
    form.show()
    switches, answers = [], []
    for number in range(ROUNDS):
        block = blocks[number % len(blocks)]
        switches.append(spent(lambda b=block: form.set_front_matter(b)))
        app.processEvents()
        edited = block.put("title", f"Title {number}")
        answers.append(spent(lambda b=edited: form.set_front_matter(b)))
        app.processEvents()
    show("another post", switches)
    show("the answer to a key", answers)
    form.set_front_matter(thirty)
    edits = [thirty.put("title", f"Title {number}") for number in range(ROUNDS)]
    show(
        "the answer to a key, 30 more keys",
        [spent(lambda b=edit: form.set_front_matter(b)) for edit in edits],
    )


def made(window, front_matter):
    """Make a form and show it a post."""
    form = FormPane(LIGHT, window)
    form.set_front_matter(front_matter)
    return form


def spent(work):
    """Give the milliseconds of processor time that something takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def show(name, figures):
    """Print one line of figures."""
    slow = sorted(figures)[int(len(figures) * 0.95)]
    print(f"{name:36} median {statistics.median(figures):6.2f}   p95 {slow:6.2f}")


if __name__ == "__main__":
    main()
