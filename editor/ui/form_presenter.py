"""Keeps the form with the post, and takes to the session what was done in it."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from editor.services.post_place import Place
from editor.services.session import Change, Origin
from editor.ui.form.vocabulary import Vocabulary
from editor.ui.form_column import FormColumn
from editor.ui.form_images import FormImages
from editor.ui.form_plans import FormPlans
from editor.ui.parts import Parts
from editor.ui.post_commands import PostCommands
from editor.ui.verdict_words import zone_words


class FormPresenter(QObject):
    """Join the form to the session, the site and the file's place."""

    def __init__(self, parts: Parts, column: FormColumn, commands: PostCommands) -> None:
        super().__init__(column)
        self._session = session = parts.session
        self._sites = parts.sites
        self._places = parts.places
        self._column = column
        self._commands = commands
        self._plans = FormPlans(parts.sites)
        pane = column.pane
        pane.field_edited.connect(session.set_field)
        pane.date_edited.connect(session.set_date)
        pane.list_edited.connect(session.set_list)
        pane.field_removed.connect(session.remove_field)
        pane.fields_edited.connect(session.edit_fields)
        pane.quick_fix_asked.connect(session.repair)
        pane.fences_asked.connect(session.add_front_matter)
        pane.raw_asked.connect(column.toggle_raw)
        pane.rename_asked.connect(commands.rename)
        column.raw_edited.connect(session.set_raw_front_matter)
        session.post_changed.connect(self._on_post_changed)
        session.edit_refused.connect(pane.show_refusal)
        parts.places.place_changed.connect(self._show_place)
        parts.sites.site_changed.connect(self._on_site_changed)
        parts.sites.contents_changed.connect(self._on_contents_changed)
        pane.set_image_resolver(self._image)
        self._images = FormImages(parts, pane, commands)

    def _on_post_changed(self, change: Change) -> None:
        if change.origin is Origin.LOAD:
            self._column.pane.start_post()
            self._renew_plans()  # the site's own file may have been written since
        if change.origin is not Origin.TEXT:
            self._show_plan()
            self._column.set_front_matter(change.post.front_matter)
            # A title field that was made just now has not heard of the file's place yet.
            self._show_place(self._places.place)

    def _show_place(self, place: Place) -> None:
        shown = f"{place.folder}/{place.name}" if place.folder else place.name
        hint = "" if place.path is not None else "Will be saved under this name"
        offer = f"Rename file to {place.rename}" if place.rename else None
        self._column.pane.set_file_name(shown, hint, offer)
        self._show_plan()

    def _show_plan(self) -> None:
        """Let the form have the fields that the site taught it for posts of this layout."""
        block = self._session.post.front_matter
        layout = block.value("layout") if block is not None else None
        self._column.pane.set_plan(self._plans.plan(layout, self._session.path))

    def _renew_plans(self) -> None:
        self._plans.renew()
        self._column.pane.set_site_notes(self._plans.problems())

    def _on_site_changed(self) -> None:
        site = self._sites.site
        if site is not None:
            timezone = site.config.timezone
            self._column.pane.set_zone(site.config.zone, zone_words(timezone) if timezone else "")

    def _on_contents_changed(self) -> None:
        self._renew_plans()
        self._show_plan()
        contents = self._sites.contents
        if contents is None:
            self._column.pane.set_vocabulary(Vocabulary())
            return
        titles = {
            post.path.stem: post.title for post in contents.posts if post.collection == "posts"
        }
        newest = sorted(titles, reverse=True) if self._plans.names_posts() else ()
        self._column.pane.set_posts({name: titles[name] for name in newest})
        words = contents.vocabulary
        self._column.pane.set_vocabulary(
            Vocabulary(
                layouts=words.layouts,
                authors=words.authors,
                categories=words.categories,
                tags=words.tags,
                others=words.fields.words(),
                author_names=words.author_names,
            )
        )

    def _image(self, path: str) -> QPixmap | Path | None:
        """Find the picture that a path in the front matter means, inside the site only."""
        site = self._sites.site
        if site is None or not path or "://" in path:
            return None
        found = site.source / path.lstrip("/")
        return found if site.contains(found) and found.is_file() else None
