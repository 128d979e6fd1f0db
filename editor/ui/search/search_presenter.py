"""Searches the site as one types, goes to what was found, and replaces it as one step."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from editor.post.errors import DatelineError
from editor.post.markdown_edits.places import Place, Selection
from editor.services.search_service import SearchEnd
from editor.site.index.answers import PostIndex
from editor.site.index.finding import FoundLine, FoundPost, Wanted
from editor.site.index.replacing import replacement_plan
from editor.site.publishing.plan import Plan
from editor.ui.search.results_model import ResultRow
from editor.ui.search.search_pane import SearchPane
from editor.ui.surroundings import Surroundings


class SearchPresenter(QObject):
    """Show the search below the columns when it is asked for."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._search = around.parts.search
        self._pane: SearchPane | None = None
        self._is_begun = False
        around.actions["search_site"].triggered.connect(self._on_search_asked)
        around.actions["replace_in_site"].triggered.connect(self._on_replace_wanted)
        around.parts.appearance.theme_changed.connect(self._on_theme_changed)
        around.parts.sites.contents_changed.connect(self._on_contents_changed)
        around.parts.life.failed.connect(self._look)
        self._search.begun.connect(self._on_begun)
        self._search.found.connect(self._on_found)
        self._search.ended.connect(self._on_ended)

    # Open and close

    def _on_search_asked(self) -> None:
        self._open(is_replacing=False)

    def _on_replace_wanted(self) -> None:
        self._open(is_replacing=True)

    def _open(self, *, is_replacing: bool) -> None:
        pane = self._shown_pane()
        pane.show()
        selected = self._around.text.textCursor().selectedText()
        is_one_line = "\u2029" not in selected and self._around.text.hasFocus()
        pane.bar.start(selected if is_one_line else "", is_replacing=is_replacing)
        self._look()

    def _shown_pane(self) -> SearchPane:
        """Give the pane, which is built when it is first wanted."""
        if self._pane is None:
            self._pane = pane = SearchPane(self._around.parts.appearance.theme)
            pane.wanted_changed.connect(self._search.search)
            pane.row_chosen.connect(self._on_row_chosen)
            pane.replace_asked.connect(self._on_replace_asked)
            pane.closed.connect(self._on_closed)
            _put_below(self._around, pane)
        return self._pane

    def _on_closed(self) -> None:
        if self._pane is not None:
            self._search.cancel()
            self._pane.hide()
            self._around.text.setFocus()

    def _on_theme_changed(self) -> None:
        if self._pane is not None:
            self._pane.set_theme(self._around.parts.appearance.theme)

    # Search

    def _look(self) -> None:
        if self._pane is not None and self._pane.isVisible():
            self._search.search(self._pane.bar.wanted())

    def _on_contents_changed(self) -> None:
        # What was found may stand elsewhere now, or nowhere.
        self._look()

    def _on_begun(self) -> None:
        # The finds of before stay until the first new ones are there: nothing flickers.
        self._is_begun = True

    def _on_found(self, posts: Sequence[FoundPost]) -> None:
        if self._pane is None:
            return
        self._clear_once()
        self._pane.add(posts, self._titles(posts))

    def _on_ended(self, end: SearchEnd) -> None:
        if self._pane is not None:
            self._clear_once()
            self._pane.bar.show_status(words_for(end, self._pane.bar.wanted()))

    def _clear_once(self) -> None:
        if self._is_begun and self._pane is not None:
            self._is_begun = False
            self._pane.clear()

    def _titles(self, posts: Sequence[FoundPost]) -> dict[Path, tuple[str, str]]:
        sites, index = self._around.parts.sites, self._around.parts.index
        titles: dict[Path, tuple[str, str]] = {}
        for post in posts:
            known = index.post(post.path)
            place = sites.site.display_path(post.path) if sites.site else post.path.name
            titles[post.path] = (known.title if known is not None else post.path.stem, place)
        return titles

    # Go there

    def _on_row_chosen(self, row: ResultRow) -> None:
        session = self._around.parts.session
        if session.path != row.post.path:
            self._around.commands.open(row.post.path)
        if session.path != row.post.path or row.line is None:
            return
        if row.line.in_body < 0:
            self._go_to_field(row.line)
        else:
            self._go_to_text(row.line)

    def _go_to_text(self, line: FoundLine) -> None:
        self._around.actions["show_text"].setChecked(True)
        number = max(line.in_body - self._around.parts.session.first_line(), 0)
        span = line.spans[0]
        end = min(span.end, len(line.text))
        self._around.text.select(Selection(Place(number, span.start), Place(number, end)))
        self._around.text.setFocus()

    def _go_to_field(self, line: FoundLine) -> None:
        """Go to the field that a line of the front matter belongs to."""
        block = self._around.parts.session.post.front_matter
        above = block.text.split("\n")[: line.number] if block is not None else []
        keys = block.keys if block is not None else ()
        for text in reversed(above):
            key = text.partition(":")[0].strip("\"' \r")
            if key in keys and not text.startswith((" ", "\t", "-")):
                self._around.actions["show_form"].setChecked(True)
                self._around.form.pane.focus_field(key)
                return

    # Replace

    def _on_replace_asked(self) -> None:
        pane, site = self._pane, self._around.parts.sites.site
        if pane is None or site is None or not self._is_saved(pane):
            return
        wanted, (posts, left_out) = pane.bar.wanted(), pane.ticked()

        def plan(_: PostIndex) -> Plan | str:
            try:
                return replacement_plan(posts, wanted, left_out, site.config.encoding)
            except DatelineError as problem:
                return str(problem)

        def planned(plan: Plan | str) -> None:
            if isinstance(plan, str):
                pane.bar.show_status(plan)
            else:
                # What follows, and how it is undone, is the same as with every other step.
                pane.bar.show_status("Replacing…")
                self._around.parts.life.carry_out(site, plan)

        self._around.parts.index.ask(plan, planned)

    def _is_saved(self, pane: SearchPane) -> bool:
        """Tell whether the open post may be changed on the disk too."""
        session = self._around.parts.session
        self._around.commands.words_wanted.emit()
        is_touched = any(post.path == session.path for post in pane.ticked()[0])
        if is_touched and session.is_modified():
            pane.bar.show_status(
                "Save the open post first, or untick it: what you wrote in it is in no file yet."
            )
            return False
        return True


def words_for(end: SearchEnd, wanted: Wanted) -> str:
    """Say what a search came to."""
    if end.problem:
        return end.problem
    if not wanted.text.strip():
        return ""
    posts = "1 post" if end.posts == 1 else f"{end.posts:,} posts"
    places = "1 place" if end.places == 1 else f"{end.places:,} places"
    words = f"{places} in {posts}" if end.posts else "Found nowhere."
    if end.is_cut:
        words = f"The first {words}. Look for something rarer to see all."
    if end.passed_over:
        count = len(end.passed_over)
        words += f" Passed over, as the pattern takes too long there: {count:,}."
    return words


def _put_below(around: Surroundings, pane: SearchPane) -> None:
    """Put the pane below the columns, with an edge between them that can be moved."""
    columns = around.columns
    holder = columns.parentWidget()
    layout = holder.layout() if holder is not None else None
    if not isinstance(layout, QVBoxLayout):
        raise TypeError(layout)
    place = layout.indexOf(columns)
    split = QSplitter(Qt.Orientation.Vertical, holder)
    split.setHandleWidth(1)
    split.setChildrenCollapsible(False)
    split.addWidget(columns)
    split.addWidget(pane)
    split.setStretchFactor(0, 1)
    split.setStretchFactor(1, 0)
    layout.insertWidget(place, split, 1)
