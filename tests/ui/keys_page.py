"""Write the page of all keys from the table of actions.

python -m tests.ui.keys_page
"""

from pathlib import Path

from editor.ui.actions import SPECS

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"
_HEAD = """# Keys

Every action is in the menus, and **Ctrl+Shift+A** finds each by its name. On macOS, Ctrl is the
Command key.

## In the text

| key | what it does |
|---|---|
"""
_IN_THE_TEXT = (
    ("Enter", "goes on with a list, a quote or code; an empty item ends the list"),
    ("Enter in a table", "goes to the cell below; behind the last row it begins one"),
    ("Shift+Enter", "breaks the line within the paragraph, the item or the cell"),
    ("Tab, Shift+Tab", "move an item into the one above, or out of it"),
    ("Tab in a table", "goes from cell to cell; behind the last one it begins a row"),
    ("Backspace", "takes off an item's whole marker, and both of two empty marks"),
    ('`*` `_` `"` `(` …', "are set round the words that are selected"),
)


def page():
    """Give the page as it should be."""
    parts = [_HEAD, *(f"| {key} | {words} |\n" for key, words in _IN_THE_TEXT)]
    menu = ""
    for spec in SPECS:
        if not spec.shortcut:
            continue
        if spec.menu != menu:
            menu = spec.menu
            title = menu.replace("&", "").replace("/", ", ")
            parts.append(f"\n## {title}\n\n| key | what it does |\n|---|---|\n")
        words = spec.text.replace("&", "").removesuffix("…")
        keys = spec.shortcut.replace("Return", "Enter")
        parts.append(f"| {keys} | {words} |\n")
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
