"""Print what a key of the text pane costs in posts of several sizes.

    python -m tests.bench.writing_keys [megabytes]

Each key is an edit in the middle of the text, with what the pane does because of it: reading the
lines, the change, the layout, handing the text on. Each is taken back before the next.
"""

import os
import sys
import time
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from editor.post.markdown_edits.places import Place, Selection
from editor.ui.text.text_pane import TextPane
from editor.ui.theme import LIGHT
from tests.post.markdown_edits.keys import FUNCTIONS

SECTION = """## Low tide

The ferry leaves the quay at noon, and nobody on the pier has ever seen it come back early; the
harbour master says so[^{0}], and he should know.

1. one
2. two
   - sub
3. three

| Boat | Seats |
|------|------:|
| Soleil | 120 |
| Anne | 9 |

```ruby
puts "tide"
```

[^{0}]: Said on a Monday.

"""
KEYS = {
    "bold": (2, 6),
    "heading_smaller": (0, 4),
    "enter": (5, 6),
    "tab": (6, 5),
    "move_lines_down": (5, 3),
    "quote": (2, 3),
    "footnote": (2, 9),
    "row_below": (12, 3),
    "code_fence": (16, 0),
}


def cost(pane, line, key):
    """Give the milliseconds of a key at a line, best and median of some."""
    times = []
    for _ in range(15):
        row, column = KEYS[key]
        pane.select(Selection(Place(line + row, column), Place(line + row, column)))
        start = time.perf_counter()
        pane.edit(FUNCTIONS[key])
        times.append(1000 * (time.perf_counter() - start))
        pane.undo_step()
    return min(times), median(times)


def show(pane, size):
    """Print the cost of each key in a post of about `size` bytes."""
    parts, length = [], 0
    while length < size:
        parts.append(SECTION.format(len(parts) + 1))
        length += len(parts[-1])
    pane.set_text("".join(parts))
    QApplication.processEvents()
    lines = SECTION.count("\n")
    middle = lines * (len(parts) // 2)
    for key in KEYS:
        best, usual = cost(pane, middle, key)
        print(f"{size / 1000:8.0f} kB  {key:16} best {best:7.2f} ms  median {usual:7.2f} ms")


def show_table(pane, rows):
    """Print the cost of keys in a table of so many rows."""
    body = "".join(f"| boat {number} | {number % 97} |\n" for number in range(rows))
    pane.set_text(f"| Boat | Seats |\n|------|-------|\n{body}")
    middle = Selection(Place(rows // 2, 3), Place(rows // 2, 3))
    for key in ("tab", "enter", "row_below", "table_in_line", "sort_up", "column_right"):
        pane.select(middle)
        start = time.perf_counter()
        pane.edit(FUNCTIONS[key])
        print(f"{rows:6} rows  {key:16} {1000 * (time.perf_counter() - start):7.1f} ms")
        pane.undo_step()


def main():
    """Print the figures."""
    app = QApplication([])
    pane = TextPane(LIGHT, QFont())
    pane.resize(700, 900)
    pane.show()
    largest = float(sys.argv[1]) if len(sys.argv) > 1 else 1
    for size in (10_000, 100_000, int(largest * 1_000_000)):
        show(pane, size)
    show_table(pane, 10_000)
    pane.close()
    app.quit()


if __name__ == "__main__":
    main()
