"""The look of Qt's own widgets in Dateline, from a theme's colours."""

from editor.ui.theme import Theme

_TEMPLATE = """
* {{ outline: none; }}
QMainWindow, QDialog, #top_bar, #status_line {{ background: {window}; color: {ink}; }}
QWidget {{ color: {ink}; }}
QToolTip {{ background: {pane}; color: {ink}; border: 1px solid {line}; padding: 4px 8px; }}
QMenuBar {{ background: {window}; color: {ink}; padding: 1px 8px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 5px; background: transparent; }}
QMenuBar::item:selected {{ background: {accent_soft}; color: {accent}; }}
QMenu {{ background: {pane}; color: {ink}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 12px; border-radius: 5px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {accent}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
#top_bar {{ border-bottom: 1px solid {line}; }}
#status_line {{ border-top: 1px solid {line}; }}
#verdict_line {{ background: {pane2}; border-bottom: 1px solid {line}; }}
#verdict_line QLabel {{ color: {muted}; }}
#posts_pane {{ background: {window}; }}
#form_column {{ background: {pane2}; }}
#text_pane {{ background: {pane}; border: none; }}
QSplitter::handle {{ background: {line}; }}
QPushButton {{
    background: {pane}; color: {ink}; border: 1px solid {line}; border-radius: 7px;
    padding: 4px 12px; min-height: 18px;
}}
QPushButton:hover {{ border-color: {faint}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:pressed {{ background: {chip}; }}
QPushButton:disabled {{ color: {faint}; background: {window}; }}
QPushButton[primary="true"] {{
    background: {accent}; border-color: {accent}; color: {on_accent}; font-weight: 600;
}}
QPushButton[primary="true"]:focus {{ border: 2px solid {ink}; padding: 3px 11px; }}
QPushButton[primary="true"]:disabled {{
    background: {chip}; border-color: {line}; color: {faint}; font-weight: 600;
}}
QPushButton[quiet="true"] {{
    background: transparent; border: 1px solid transparent; padding: 3px 6px; color: {muted};
}}
QPushButton[quiet="true"]:hover {{ color: {ink}; background: {chip}; }}
QPushButton[quiet="true"]:focus {{ border-color: {accent}; }}
QPushButton[quiet="true"][tone="warn"] {{ color: {warn}; }}
QPushButton[quiet="true"][tone="bad"] {{ color: {bad}; font-weight: 600; }}
QPushButton[site="true"] {{
    background: transparent; border: 1px solid transparent; font-weight: 600; padding: 4px 6px;
}}
QPushButton[site="true"]:hover {{ background: {chip}; }}
QPushButton[site="true"]:focus {{ border-color: {accent}; }}
#format_bar {{ background: {pane}; border: none; border-bottom: 1px solid {line}; }}
#format_bar QToolButton {{ background: transparent; border: none; border-radius: 6px; }}
#format_bar QToolButton:hover {{ background: {chip}; }}
#format_bar QToolButton:pressed {{ background: {accent_soft}; }}
#pane_switch {{ border: 1px solid {line}; border-radius: 7px; background: {pane}; }}
#pane_switch QToolButton {{
    border: none; border-right: 1px solid {line}; padding: 5px 10px; color: {muted};
    background: transparent;
}}
#pane_switch QToolButton:checked {{ background: {accent_soft}; color: {accent}; }}
#pane_switch QToolButton:focus {{ color: {accent}; text-decoration: underline; }}
#pane_switch QToolButton[place="first"] {{
    border-top-left-radius: 6px; border-bottom-left-radius: 6px;
}}
#pane_switch QToolButton[place="last"] {{
    border-right: none; border-top-right-radius: 6px; border-bottom-right-radius: 6px;
}}
#find_field {{
    background: {pane}; color: {ink}; border: 1px solid {line}; border-radius: 7px;
    padding: 4px 10px; min-height: 18px; selection-background-color: {accent_soft};
    selection-color: {ink};
}}
#find_field:focus {{ border-color: {accent}; }}
#find_list {{
    background: {pane}; border: 1px solid {line}; border-radius: 7px; padding: 4px;
}}
#find_list::item {{ padding: 5px 8px; border-radius: 5px; color: {ink}; }}
#find_list::item:selected {{ background: {accent_soft}; color: {accent}; }}
#posts_list {{ background: {window}; border: none; }}
#posts_filter {{
    background: {pane}; color: {ink}; border: 1px solid {line}; border-radius: 7px;
    padding: 3px 8px; selection-background-color: {accent_soft}; selection-color: {ink};
}}
#posts_filter:focus {{ border-color: {accent}; }}
#posts_note {{ color: {muted}; }}
#search_pane {{ background: {pane2}; }}
#search_field, #replace_field {{
    background: {field}; color: {ink}; border: 1px solid {line}; border-radius: 7px;
    padding: 4px 10px; min-height: 18px; selection-background-color: {accent_soft};
    selection-color: {ink};
}}
#search_field:focus, #replace_field:focus {{ border-color: {accent}; }}
#search_pane QToolButton {{
    background: transparent; color: {muted}; border: 1px solid {line}; border-radius: 7px;
    padding: 4px 9px;
}}
#search_pane QToolButton:hover {{ color: {ink}; }}
#search_pane QToolButton:checked {{
    background: {accent_soft}; color: {accent}; border-color: {accent_soft};
}}
#search_pane QToolButton:focus {{ border-color: {accent}; }}
#search_pane QToolButton:disabled {{ color: {faint}; }}
#search_status {{ color: {muted}; }}
#search_results {{ background: {pane}; border: none; border-top: 1px solid {line}; }}
#posts_pane QPushButton[tab="true"] {{
    background: transparent; border: none; border-bottom: 2px solid transparent;
    border-radius: 0; padding: 4px 5px 3px 0; color: {muted}; text-align: left;
}}
#posts_pane QPushButton[tab="true"]:checked {{
    color: {ink}; font-weight: 600; border-bottom-color: {accent};
}}
#posts_pane QPushButton[tab="true"]:focus {{ color: {accent}; }}
#verdict_line #verdict_warn {{
    background: {warn_soft}; color: {warn}; border-radius: 6px; padding: 2px 8px;
}}
#verdict_line #verdict_bad {{
    background: {bad_soft}; color: {bad}; border-radius: 6px; padding: 2px 8px;
}}
#verdict_quiet {{ padding: 2px 0; }}
#notice_bar {{ background: {warn_soft}; border-bottom: 1px solid {line}; }}
#notice_bar QLabel {{ color: {warn}; }}
#notice_bar[tone="bad"] {{ background: {bad_soft}; }}
#notice_bar[tone="bad"] QLabel {{ color: {bad}; }}
#notice_bar[tone="calm"] {{ background: {accent_soft}; }}
#notice_bar[tone="calm"] QLabel {{ color: {ink}; }}
#question_heading {{ font-size: 16px; font-weight: 600; }}
#question_text {{ color: {muted}; }}
#compare_list {{
    background: {pane2}; border: 1px solid {line}; border-radius: 7px; padding: 4px;
}}
#compare_list::item {{ padding: 6px 8px; border-radius: 5px; color: {ink}; }}
#compare_list::item:selected {{ background: {accent_soft}; color: {accent}; }}
#compare_list:focus, #comparison:focus {{ border-color: {accent}; }}
#comparison {{
    background: {pane}; color: {ink}; border: 1px solid {line}; border-radius: 7px; padding: 8px;
    selection-background-color: {accent_soft}; selection-color: {ink};
}}
#compare_fact, #compare_legend {{ color: {muted}; }}
#plan_label {{ font-weight: 600; }}
#plan_fact {{ color: {muted}; }}
#plan_warn {{ background: {warn_soft}; color: {warn}; border-radius: 7px; }}
#plan_bad {{ background: {bad_soft}; color: {bad}; border-radius: 7px; }}
#plan_line {{
    background: {field}; color: {ink}; border: 1px solid {line}; border-radius: 7px;
    padding: 5px 8px; selection-background-color: {accent_soft}; selection-color: {ink};
}}
#plan_line:focus, #plan_view:focus {{ border-color: {accent}; }}
#plan_view {{
    background: {pane}; color: {ink}; border: 1px solid {line}; border-radius: 7px; padding: 8px;
    selection-background-color: {accent_soft}; selection-color: {ink};
}}
#raw_front_matter {{
    background: {field}; color: {ink}; border: 1px solid {line}; border-radius: 7px;
    padding: 6px; selection-background-color: {accent_soft}; selection-color: {ink};
}}
#raw_front_matter:focus {{ border-color: {accent}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {line}; border-radius: 3px; min-height: 32px; margin: 2px;
}}
QScrollBar::handle:vertical:hover {{ background: {faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle:horizontal {{
    background: {line}; border-radius: 3px; min-width: 32px; margin: 2px;
}}
"""


def style_sheet(theme: Theme) -> str:
    """Give the window's style sheet in the colours of `theme`."""
    names = Theme.__dataclass_fields__
    return _TEMPLATE.format(**{name: getattr(theme, name) for name in names})
