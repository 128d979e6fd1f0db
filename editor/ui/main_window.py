"""The window: it places the panes and joins what they say to what is done."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from editor.services.save_service import SaveProblem
from editor.services.session import Change, Origin
from editor.site.post_file import OpenedFile
from editor.ui.actions import Actions
from editor.ui.appearance import writing_font
from editor.ui.columns import Columns
from editor.ui.dialogs.ask import Ask
from editor.ui.features import add_features
from editor.ui.form_column import FormColumn
from editor.ui.form_presenter import FormPresenter
from editor.ui.menus import fill_menu_bar
from editor.ui.notice_bar import NoticeBar
from editor.ui.notice_presenter import NoticePresenter
from editor.ui.parts import Parts
from editor.ui.post_commands import PostCommands
from editor.ui.posts.posts_pane import PostsPane
from editor.ui.preview.preview_pane import PreviewPane
from editor.ui.preview_presenter import PreviewPresenter
from editor.ui.recent_menu import RecentMenu
from editor.ui.status_line import StatusLine
from editor.ui.status_presenter import StatusPresenter
from editor.ui.surroundings import Surroundings
from editor.ui.text.clipboard_menu import add_clipboard_actions
from editor.ui.text.text_pane import TextPane
from editor.ui.theme import Theme
from editor.ui.top_bar import TopBar
from editor.ui.verdict_line import VerdictLine
from editor.ui.window_state import as_left, restore

_SMALLEST = (720, 480)


class MainWindow(QMainWindow):
    """One window, four columns; `painted` comes once, after it was first seen."""

    painted = Signal()

    def __init__(
        self, parts: Parts, preview: PreviewPane, make_ask: Callable[[QWidget], Ask] = Ask
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setMinimumSize(*_SMALLEST)
        self.setAcceptDrops(True)
        self._parts = parts
        self._was_painted = False
        settings = parts.store.settings
        theme = parts.appearance.theme
        self.actions_table = Actions(self)
        self.ask = make_ask(self)
        self.commands = PostCommands(parts, self.ask)
        self.posts = PostsPane(theme)
        self.form = FormColumn(theme)
        self.text = TextPane(theme, writing_font(settings.writing_font, settings.writing_size))
        self.text.set_line_width(settings.line_width)
        self.preview = preview
        self.verdict = VerdictLine(theme)
        self.notices = NoticeBar()
        self.status = StatusLine()
        self._recent_posts = RecentMenu(
            "posts", parts.store, self.actions_table["open_post"], self
        )
        self._recent_sites = RecentMenu(
            "sites", parts.store, self.actions_table["open_site"], self
        )
        self.top_bar = TopBar(self.actions_table, self._recent_sites)
        self.columns = self._made_columns()
        self._place()
        self._add_presenters()
        self._join_actions()
        self._join_panes()
        self._join_parts()
        restore(self, self.columns, parts.store.settings)
        self._show_title()

    # What Qt asks

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.commands.may_leave():
            event.ignore()
            return
        store = self._parts.store
        store.change(as_left(self, self.columns, store.settings))
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.commands.open(Path(url.toLocalFile()))
                return

    # Where everything is

    def _made_columns(self) -> Columns:
        columns = {
            "posts": self.posts,
            "form": self.form,
            "text": self.text,
            "preview": self.preview,
        }
        switches = {name: self.actions_table[f"show_{name}"] for name in columns}
        return Columns(columns, switches)

    def _place(self) -> None:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top_bar, self.verdict, self.notices):
            column.addWidget(widget)
        column.addWidget(self.columns, 1)
        column.addWidget(self.status)
        self.setCentralWidget(centre)
        fill_menu_bar(self.menuBar(), self.actions_table, self._recent_posts)

    def _add_presenters(self) -> None:
        """Let each part of the window be kept true by one object, which its widget owns."""
        parts = self._parts
        self._status = StatusPresenter(parts.session, self.status, self.ask)
        self._preview = PreviewPresenter(parts, self.preview)
        self._form = FormPresenter(parts, self.form, self.commands)
        self._notices = NoticePresenter(parts, self.notices, self.commands)
        add_features(
            Surroundings(
                window=self,
                parts=parts,
                actions=self.actions_table,
                commands=self.commands,
                ask=self.ask,
                notices=self._notices,
                columns=self.columns,
                posts=self.posts,
                form=self.form,
                text=self.text,
                preview=self.preview,
                top_bar=self.top_bar,
                verdict=self.verdict,
                status=self.status,
            )
        )

    # Who hears whom

    def _join_actions(self) -> None:
        commands, session = self.commands, self._parts.session
        for name, do in (
            ("new_post", commands.begin),
            ("open_post", commands.ask_and_open_post),
            ("open_site", commands.ask_and_open_site),
            ("save", commands.save),
            ("save_as", commands.save_as),
            ("save_draft", commands.save_draft),
            ("close_post", commands.close),
            ("quit", self.close),
            ("undo", session.undo),
            ("redo", session.redo),
            ("raw_front_matter", self.form.toggle_raw),
            ("preview_in_theme", self._preview.set_in_theme),
            ("about", self._on_about),
        ):
            self.actions_table[name].triggered.connect(do)
        in_theme = self._parts.store.settings.previews_in_theme
        self.actions_table["preview_in_theme"].setChecked(in_theme)

    def _join_panes(self) -> None:
        session, text = self._parts.session, self.text
        text.text_edited.connect(session.edit_text)
        text.step_made.connect(session.add_text_step)
        text.caret_line_changed.connect(self._on_caret_line_changed)
        text.menu_asked.connect(self._on_text_menu)
        self._recent_posts.path_chosen.connect(self.commands.open)
        self._recent_sites.path_chosen.connect(self.commands.open)
        self.preview.link_activated.connect(self.commands.follow_link)
        self.preview.look_asked.connect(self.actions_table["preview_in_theme"].trigger)
        self.top_bar.find_field.left.connect(self.text.setFocus)

    def _join_parts(self) -> None:
        parts = self._parts
        session = parts.session
        session.post_changed.connect(self._on_post_changed)
        session.text_step_undone.connect(self.text.undo_step)
        session.text_step_redone.connect(self.text.redo_step)
        session.field_step_made.connect(self.text.close_step)
        session.modified_changed.connect(self._show_title)
        session.file_changed.connect(self._show_title)
        parts.places.place_changed.connect(self._show_title)
        parts.sites.site_changed.connect(self._show_site)
        parts.appearance.theme_changed.connect(self._on_theme_changed)
        parts.saver.saved.connect(self._status.note_saved)
        parts.saver.not_saved.connect(self._on_not_saved)
        parts.previews.rendered.connect(self._status.note_rendering)
        self.status.saved_clicked.connect(self.commands.save)
        self.commands.opened.connect(self._on_opened)
        self.commands.words_wanted.connect(self.text.flush)
        self.commands.words_wanted.connect(self.form.pane.commit)
        self.painted.connect(self._preview.start)
        self.painted.connect(parts.journal.start)
        self._show_site()

    # What follows

    def _on_not_saved(self, problem: SaveProblem) -> None:
        self._status.note_failure(problem.sentence)

    def _on_about(self) -> None:
        self.ask.about_dateline()

    def _on_post_changed(self, change: Change) -> None:
        session = self._parts.session
        if change.origin is Origin.LOAD:
            self.text.set_text(session.shown_text())
        self.actions_table["undo"].setEnabled(session.can_undo())
        self.actions_table["redo"].setEnabled(session.can_redo())

    def _on_caret_line_changed(self, line: int) -> None:
        self.preview.mark_block(line + self._parts.session.first_line())

    def _on_opened(self, opened: OpenedFile | None) -> None:
        """Put the keys where the writing goes on: a new post begins with its title."""
        is_read_only = opened is not None and opened.read_only
        self.text.setReadOnly(is_read_only)
        self.form.pane.set_read_only(is_read_only=is_read_only)
        if opened is None:
            self.form.focus_title()
        else:
            self.text.setFocus()

    def _on_text_menu(self, where: QPoint) -> None:
        menu = QMenu(self.text)
        for name in ("undo", "redo"):
            menu.addAction(self.actions_table[name])
        menu.addSeparator()
        add_clipboard_actions(self.text, menu)
        menu.popup(where)

    def _on_theme_changed(self, theme: Theme) -> None:
        for widget in (self.posts, self.form, self.text, self.preview, self.verdict):
            widget.set_theme(theme)

    def _show_site(self) -> None:
        site = self._parts.sites.site
        self.top_bar.set_site(
            (site.config.title or site.root.name) if site is not None else "No site"
        )

    def _show_title(self) -> None:
        session, place = self._parts.session, self._parts.places.place
        self.setWindowTitle(f"{place.name}[*] – Dateline" if place.name else "Dateline")
        self.setWindowModified(session.is_modified())
        self.actions_table["save_draft"].setEnabled(session.path is None)
