"""The form's own rules beside the window's style sheet."""

from editor.ui.theme import RADIUS_FIELD, Theme

_RULES = """
FormPane, FormPane QScrollArea, #form_content {{ background: {pane2}; }}
FormPane QLabel {{ color: {muted}; background: transparent; }}
FormPane QTextEdit, FormPane QLineEdit {{
    background: transparent; border: none; padding: 0; margin: 0; color: {ink};
    placeholder-text-color: {muted};
    selection-background-color: {accent_soft}; selection-color: {ink};
}}
FormPane QTextEdit:disabled, FormPane QLineEdit:disabled {{ color: {muted}; }}
FormPane SuggestionList {{
    background: {pane}; border: 1px solid {line}; border-radius: {radius}px; padding: 4px 0;
}}
FormPane ChoiceBox {{ background: transparent; border: none; padding: 0; color: {ink}; }}
FormPane QComboBox QAbstractItemView {{
    background: {pane}; color: {ink}; border: 1px solid {line}; padding: 4px; outline: none;
    selection-background-color: {accent_soft}; selection-color: {ink};
}}
FormPane QComboBox QAbstractItemView::item {{ min-height: 24px; padding: 0 6px; }}
CalendarPopup {{ background: {pane}; border: 1px solid {line}; }}
CalendarPopup QCalendarWidget QWidget {{ background: {pane}; color: {ink}; }}
CalendarPopup QToolButton {{
    border: none; border-radius: 5px; padding: 3px 8px; color: {ink}; background: transparent;
}}
CalendarPopup QToolButton:hover {{ background: {chip}; }}
CalendarPopup QToolButton::menu-indicator {{ image: none; }}
CalendarPopup QSpinBox {{ border: 1px solid {line}; color: {ink}; background: {field}; }}
CalendarPopup QAbstractItemView {{
    background: {pane}; color: {ink}; border: none; outline: none;
    selection-background-color: {accent}; selection-color: {on_accent};
    alternate-background-color: {pane};
}}
CalendarPopup QAbstractItemView:disabled {{ color: {faint}; }}
"""


def form_style(theme: Theme) -> str:
    """Give the form's style sheet in the colours of `theme`."""
    colours = {name: getattr(theme, name) for name in Theme.__dataclass_fields__}
    return _RULES.format(**colours, radius=RADIUS_FIELD)
