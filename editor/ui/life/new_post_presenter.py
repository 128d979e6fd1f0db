"""Begins a post from a template of the site: title first, then the rest is there."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from editor.post.errors import DatelineError
from editor.services.life_service import MakePlan
from editor.site.folders import Site
from editor.site.post_file import OpenedFile
from editor.site.post_templates import PostTemplate
from editor.site.publishing.templates import (
    caret_in,
    place_of_new,
    plan_from_template,
    templates_of,
)
from editor.site.publishing.workbench import Workbench
from editor.ui.life.new_post_dialog import NewPostDialog
from editor.ui.surroundings import Surroundings


class NewPostPresenter(QObject):
    """Ask for title and template, and have the post made and opened."""

    def __init__(self, around: Surroundings, do_at_once: Callable[[Site, MakePlan], None]) -> None:
        super().__init__(around.window)
        self._around = around
        self._do_at_once = do_at_once
        self._dialog: NewPostDialog | None = None
        self._bench: Workbench | None = None
        self._templates: tuple[PostTemplate, ...] = ()
        self._caret: int | None = None
        around.actions["new_from_template"].triggered.connect(self.open)
        around.commands.opened.connect(self._on_opened)

    def open(self) -> None:
        """Ask what the post is called and how it begins."""
        site = self._around.parts.sites.site
        if self._dialog is not None:
            return
        if site is None:
            self._around.commands.tell("There is no site open.", "Open a site, then begin a post.")
            return
        self._bench = Workbench(site, datetime.now(UTC))
        self._templates = templates_of(site)
        names = [template.name for template in self._templates]
        dialog = self._dialog = NewPostDialog(names, self._around.window)
        dialog.changed.connect(self._show_place)
        dialog.agreed.connect(self._on_agreed)
        dialog.finished.connect(self._on_closed)
        self._show_place()
        dialog.line.setFocus()
        dialog.open()

    def _show_place(self) -> None:
        dialog, bench = self._dialog, self._bench
        if dialog is None or bench is None:
            return
        if not dialog.title():
            dialog.show_fact("The file is named after the title.", can_make=False)
            return
        try:
            path = place_of_new(bench, self._templates[dialog.row()], dialog.title())
        except DatelineError as problem:
            dialog.show_fact(str(problem), can_make=False)
            return
        dialog.show_fact(f"It will be {bench.site.display_path(path)}.", can_make=True)

    def _on_agreed(self) -> None:
        dialog, bench = self._dialog, self._bench
        if dialog is None or bench is None or not dialog.title():
            return
        template, title = self._templates[dialog.row()], dialog.title()
        self._caret = caret_in(bench, template, title)
        dialog.accept()
        self._do_at_once(bench.site, lambda now: plan_from_template(now, template, title))

    def _on_opened(self, opened: OpenedFile | None) -> None:
        """Put the caret where the writing begins."""
        if self._caret is not None and opened is not None:
            self._around.text.set_caret_position(self._caret)
        self._caret = None

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
