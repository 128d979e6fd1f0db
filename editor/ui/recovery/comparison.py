"""The window for a choice between versions, made to look like the rest."""

from editor.ui.appearance import writing_font
from editor.ui.recovery.compare_dialog import Choice, CompareDialog
from editor.ui.surroundings import Surroundings


def comparison(around: Surroundings, choice: Choice) -> CompareDialog:
    """Make a window for a choice between versions, in the colours and the type of today."""
    settings = around.parts.store.settings
    font = writing_font(settings.writing_font, settings.writing_size - 1)
    return CompareDialog(choice, around.parts.appearance.theme, font, around.window)
