"""Keeps the preview with the post: each change goes to the render process at once."""

from dataclasses import replace

from PySide6.QtCore import QObject

from editor.post.dates import DateProblem, read_date
from editor.post.field_values import Value
from editor.render.request import RenderRequest
from editor.services.session import Change, Origin
from editor.ui.parts import Parts
from editor.ui.preview.preview_pane import PreviewPane


class PreviewPresenter(QObject):
    """Turn each state of the session into a request, and each answer into what is seen."""

    def __init__(self, parts: Parts, pane: PreviewPane) -> None:
        super().__init__(pane)
        self._session = session = parts.session
        self._sites = sites = parts.sites
        self._service = service = parts.previews
        self._pane = pane
        self._places = parts.places
        self._store = parts.store
        self._site_version = 0
        session.post_changed.connect(self._on_post_changed)
        sites.site_changed.connect(self._on_site_changed)
        service.rendered.connect(pane.show_rendering)
        service.status_changed.connect(pane.show_status)

    def start(self) -> None:
        """Bring the preview to life; called after the window was painted once."""
        self._pane.start()
        self._service.start()
        self.request()

    def request(self) -> None:
        """Ask for the post as it is now."""
        self._service.request(self._made())

    def set_in_theme(self, is_in_theme: bool) -> None:  # noqa: FBT001 - Qt's `toggled` gives it
        """Show pages in the theme of their site, or in Dateline's own type."""
        self._store.change(replace(self._store.settings, previews_in_theme=is_in_theme))
        self.request()

    def _on_post_changed(self, change: Change) -> None:
        if change.origin is Origin.LOAD:
            # What was saved meanwhile may show on this post's page.
            self._site_version = self._sites.version
        self.request()

    def _on_site_changed(self) -> None:
        self._site_version = self._sites.version
        site = self._sites.site
        self._pane.set_site_root(site.source if site is not None else None)
        self.request()

    def _made(self) -> RenderRequest:
        session, site = self._session, self._sites.site
        front_matter = session.post.front_matter
        values = dict(front_matter.values) if front_matter is not None else {}
        title = values.get("title")
        when = None
        if site is not None and values.get("date") is not None:
            try:
                when = read_date(values["date"], site.config.zone).when
            except DateProblem:
                when = None
        settings = site.config.raw.get("kramdown") if site is not None else None
        return RenderRequest(
            revision=session.revision,
            path=str(session.path or ""),
            title="" if title is None else str(title),
            body=session.post.body,
            front_matter=values,
            site_root=str(site.source) if site is not None else None,
            baseurl=site.config.baseurl if site is not None else "",
            url=site.config.url if site is not None else "",
            when=when,
            markdown=_by_name(settings),
            source=session.post.text,
            place=self._place(),
            site_version=self._site_version,
            in_theme=self._store.settings.previews_in_theme,
        )

    def _place(self) -> str:
        """Give where the post lies or will lie in its site; nothing where it has none."""
        site, place = self._sites.site, self._places.place
        if site is None:
            return ""
        return str(place.path or site.posts_dir / place.name)


def _by_name(settings: Value) -> dict[str, object]:
    items = settings.items() if isinstance(settings, dict) else ()
    return {str(name): value for name, value in items}
