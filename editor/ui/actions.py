"""Every action of the window, as one table: menus, keys and the finder are built from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """Describe one action; `shortcut` is in Qt's portable spelling.

    `menu` is the menu's title, and after a stroke that of a menu within it.
    """

    name: str
    text: str
    menu: str
    shortcut: str = ""
    is_checkable: bool = False
    starts_group: bool = False


SPECS = (
    ActionSpec("new_post", "&New Post", "&File", "Ctrl+N"),
    ActionSpec("new_from_template", "New from &Template…", "&File", "Ctrl+Alt+N"),
    ActionSpec("open_post", "&Open Post…", "&File", "Ctrl+O"),
    ActionSpec("open_site", "Open &Site…", "&File", "Ctrl+Shift+O"),
    ActionSpec("import_document", "&Import Word Document…", "&File"),
    ActionSpec("save", "&Save", "&File", "Ctrl+S", starts_group=True),
    ActionSpec("save_as", "Save &As…", "&File", "Ctrl+Shift+S"),
    ActionSpec("save_draft", "Save as &Draft", "&File", "Ctrl+Alt+S"),
    ActionSpec("versions", "&Versions…", "&File", "Ctrl+Alt+V"),
    ActionSpec("merge", "Take In &Others’ Changes…", "&File", "Ctrl+Alt+M"),
    ActionSpec("close_post", "&Close Post", "&File", "Ctrl+W", starts_group=True),
    ActionSpec("quit", "&Quit", "&File", "Ctrl+Q"),
    ActionSpec("undo", "&Undo", "&Edit", "Ctrl+Z"),
    ActionSpec("redo", "&Redo", "&Edit", "Ctrl+Shift+Z"),
    ActionSpec("paste_plain", "Paste as &Plain Text", "&Edit", "Ctrl+Shift+V", starts_group=True),
    ActionSpec("raw_front_matter", "Edit Ra&w Front Matter", "&Edit", "Ctrl+R", starts_group=True),
    ActionSpec("find_anything", "&Find a Post or an Action", "&Edit", "Ctrl+P"),
    ActionSpec("filter_posts", "Fi&lter the Posts", "&Edit", "Ctrl+Alt+P"),
    ActionSpec("search_site", "&Search the Site…", "&Edit", "Ctrl+Shift+F"),
    ActionSpec("replace_in_site", "Replace &in the Site…", "&Edit", "Ctrl+Shift+H"),
    ActionSpec("find_action", "Find an &Action", "&Edit", "Ctrl+Shift+A"),
    ActionSpec("bold", "&Bold", "F&ormat", "Ctrl+B"),
    ActionSpec("italic", "&Italic", "F&ormat", "Ctrl+I"),
    ActionSpec("strike", "&Strikethrough", "F&ormat", "Ctrl+Shift+X"),
    ActionSpec("code", "&Code", "F&ormat", "Ctrl+E"),
    ActionSpec("link", "&Link", "F&ormat", "Ctrl+K"),
    ActionSpec("quote", "&Quote", "F&ormat", "Ctrl+Shift+9", starts_group=True),
    ActionSpec("code_fence", "Code Bloc&k", "F&ormat", "Ctrl+Shift+E"),
    ActionSpec("footnote", "&Footnote", "F&ormat", "Ctrl+Alt+F"),
    ActionSpec("comment", "Co&mment", "F&ormat", "Ctrl+/"),
    ActionSpec("rule", "&Horizontal Rule", "F&ormat"),
    ActionSpec("attributes", "&Attribute List", "F&ormat", "Ctrl+Alt+A"),
    ActionSpec("heading_larger", "&Larger Heading", "F&ormat/&Heading", "Alt+Shift+Left"),
    ActionSpec("heading_smaller", "&Smaller Heading", "F&ormat/&Heading", "Alt+Shift+Right"),
    ActionSpec("heading_1", "Heading &1", "F&ormat/&Heading", "Ctrl+Alt+1", starts_group=True),
    ActionSpec("heading_2", "Heading &2", "F&ormat/&Heading", "Ctrl+Alt+2"),
    ActionSpec("heading_3", "Heading &3", "F&ormat/&Heading", "Ctrl+Alt+3"),
    ActionSpec("heading_4", "Heading &4", "F&ormat/&Heading", "Ctrl+Alt+4"),
    ActionSpec("heading_5", "Heading &5", "F&ormat/&Heading", "Ctrl+Alt+5"),
    ActionSpec("heading_6", "Heading &6", "F&ormat/&Heading", "Ctrl+Alt+6"),
    ActionSpec("bullets", "&Bulleted List", "F&ormat/L&ist", "Ctrl+Shift+8"),
    ActionSpec("numbers", "&Numbered List", "F&ormat/L&ist", "Ctrl+Shift+7"),
    ActionSpec("tasks", "&Task List", "F&ormat/L&ist", "Ctrl+Shift+L"),
    ActionSpec("tick", "Task &Done", "F&ormat/L&ist", "Ctrl+Return"),
    ActionSpec("nest", "&Move Item In", "F&ormat/L&ist", "Ctrl+]", starts_group=True),
    ActionSpec("unnest", "Move Item &Out", "F&ormat/L&ist", "Ctrl+["),
    ActionSpec("table", "&Insert Table", "F&ormat/&Table", "Ctrl+Alt+T"),
    ActionSpec("table_in_line", "Set Columns in &Line", "F&ormat/&Table"),
    ActionSpec("row_above", "Insert Row &Above", "F&ormat/&Table", starts_group=True),
    ActionSpec("row_below", "Insert Row &Below", "F&ormat/&Table", "Ctrl+Shift+Return"),
    ActionSpec("row_up", "Move Row &Up", "F&ormat/&Table"),
    ActionSpec("row_down", "Move Row &Down", "F&ormat/&Table"),
    ActionSpec("delete_row", "D&elete Row", "F&ormat/&Table"),
    ActionSpec("sort_up", "&Sort Rows by Column", "F&ormat/&Table"),
    ActionSpec("sort_down", "Sort &Rows by Column, Last First", "F&ormat/&Table"),
    ActionSpec("column_left", "Insert Colu&mn Left", "F&ormat/&Table", starts_group=True),
    ActionSpec("column_right", "Insert Column Ri&ght", "F&ormat/&Table"),
    ActionSpec("column_back", "Move Column Le&ft", "F&ormat/&Table"),
    ActionSpec("column_on", "Move Column Rig&ht", "F&ormat/&Table"),
    ActionSpec("delete_column", "Delete C&olumn", "F&ormat/&Table"),
    ActionSpec("align_left", "Align Column Left", "F&ormat/&Table", starts_group=True),
    ActionSpec("align_center", "Align Column &Centre", "F&ormat/&Table"),
    ActionSpec("align_right", "Align Column Right", "F&ormat/&Table"),
    ActionSpec("align_none", "Do &Not Align Column", "F&ormat/&Table"),
    ActionSpec("move_lines_up", "Move Line &Up", "F&ormat/Li&nes", "Alt+Up"),
    ActionSpec("move_lines_down", "Move Line &Down", "F&ormat/Li&nes", "Alt+Down"),
    ActionSpec("duplicate_line", "Du&plicate Line", "F&ormat/Li&nes", "Ctrl+Shift+D"),
    ActionSpec("delete_line", "D&elete Line", "F&ormat/Li&nes", "Ctrl+Shift+K"),
    ActionSpec("join_lines", "&Join Lines", "F&ormat/Li&nes", "Ctrl+J"),
    ActionSpec("upper_case", "&Upper Case", "F&ormat/Cas&e"),
    ActionSpec("lower_case", "&Lower Case", "F&ormat/Cas&e"),
    ActionSpec("title_case", "&Title Case", "F&ormat/Cas&e"),
    ActionSpec("sentence_case", "&Sentence Case", "F&ormat/Cas&e"),
    ActionSpec("publish", "P&ublish…", "&Post", "Ctrl+Shift+P"),
    ActionSpec("schedule", "&Schedule…", "&Post"),
    ActionSpec("unpublish", "U&npublish…", "&Post"),
    ActionSpec("rename", "&Rename…", "&Post", "F2", starts_group=True),
    ActionSpec("move", "&Move to Folder…", "&Post"),
    ActionSpec("categorize", "Change &Categories…", "&Post"),
    ActionSpec("duplicate", "&Duplicate as Draft", "&Post"),
    ActionSpec("trash", "Move to &Trash…", "&Post", starts_group=True),
    ActionSpec("explain_verdict", "&Why It Shows, or Not…", "&Post", starts_group=True),
    ActionSpec("undo_step", "Und&o Last Step", "&Post", "Ctrl+Alt+Z"),
    ActionSpec("show_posts", "&Posts", "&View", "Ctrl+1", is_checkable=True),
    ActionSpec("show_form", "&Form", "&View", "Ctrl+2", is_checkable=True),
    ActionSpec("show_text", "&Text", "&View", "Ctrl+3", is_checkable=True),
    ActionSpec("show_preview", "P&review", "&View", "Ctrl+4", is_checkable=True),
    ActionSpec(
        "preview_in_theme", "Preview in the Site’s &Theme", "&View", "Ctrl+5", is_checkable=True
    ),
    ActionSpec("next_pane", "Go to &Next Pane", "&View", "F6", starts_group=True),
    ActionSpec("previous_pane", "Go to Pre&vious Pane", "&View", "Shift+F6"),
    ActionSpec("format_bar", "Formattin&g Bar", "&View", is_checkable=True, starts_group=True),
    ActionSpec("text_larger", "&Larger Text", "&View", "Ctrl+=", starts_group=True),
    ActionSpec("text_smaller", "&Smaller Text", "&View", "Ctrl+-"),
    ActionSpec("text_default", "&Default Text Size", "&View", "Ctrl+0"),
    ActionSpec("theme_system", "Appearance: as the S&ystem", "&View", starts_group=True),
    ActionSpec("theme_light", "Appearance: L&ight", "&View"),
    ActionSpec("theme_dark", "Appearance: Da&rk", "&View"),
    ActionSpec("sample_site", "Open a Fresh &Sample Site", "&Help"),
    ActionSpec("copy_diagnostics", "Copy &Diagnostics", "&Help"),
    ActionSpec("about", "&About Dateline", "&Help"),
)


class Actions(QObject):
    """Hold the window's actions by name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {spec.name: self._made(spec) for spec in SPECS}

    def __getitem__(self, name: str) -> QAction:
        """Give an action by its name in the table."""
        return self._actions[name]

    def all(self) -> Iterator[tuple[ActionSpec, QAction]]:
        """Give every action with its description, in the table's order."""
        for spec in SPECS:
            yield spec, self._actions[spec.name]

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.name)
        action.setCheckable(spec.is_checkable)
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        if spec.name == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        if spec.name == "about":
            action.setMenuRole(QAction.MenuRole.AboutRole)
        return action


def plain_text(action: QAction) -> str:
    """Give an action's text without the sign of its access key."""
    return action.text().replace("&", "")
