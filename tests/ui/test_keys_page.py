from collections import Counter

from PySide6.QtGui import QKeySequence

from editor.ui.actions import SPECS
from tests.ui.keys_page import PAGE, page


def test_the_page_of_keys_is_what_the_menus_say():
    """A key that is described works; `python -m tests.ui.keys_page` writes the page anew."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_no_key_means_two_things():
    """A key that two actions claim would do neither."""
    keys = Counter(QKeySequence(spec.shortcut).toString() for spec in SPECS if spec.shortcut)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_two_actions_have_one_name():
    """The table finds an action by its name."""
    names = Counter(spec.name for spec in SPECS)
    assert [name for name, count in names.items() if count > 1] == []
