"""When a text gets its colours."""

import pytest
from PySide6.QtGui import QFont

from editor.ui.text import text_buffer, text_pane
from editor.ui.text.text_pane import TextPane
from editor.ui.theme import LIGHT

TEXT = "Words.\n\n# A heading\n"


@pytest.fixture
def pane(qtbot):
    """Give a text pane that is shown."""
    pane = TextPane(LIGHT, QFont())
    qtbot.addWidget(pane)
    pane.show()
    return pane


def is_coloured(pane, line=2):
    """Tell whether a line has colours now, without waiting for anything."""
    return bool(pane.document().findBlockByNumber(line).layout().formats())


def test_a_post_is_coloured_the_moment_it_is_there(pane):
    """Colours that came later would have Qt lay a long text out again for each line."""
    pane.set_text(TEXT)
    assert is_coloured(pane)


@pytest.mark.parametrize(
    ("module", "limit"), [(text_pane, "_LARGEST_COLOURED"), (text_buffer, "LONGEST_BLOCK")]
)
def test_a_text_without_end_stays_plain_and_the_next_post_is_coloured(
    pane, monkeypatch, module, limit
):
    """Searching a book, or a line without an end, for Markdown would hold the writer up."""
    with monkeypatch.context() as patched:
        patched.setattr(module, limit, 5)
        pane.set_text(TEXT)
        assert not is_coloured(pane)
    pane.set_text(TEXT)
    assert is_coloured(pane)
