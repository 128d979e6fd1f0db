"""Keeps the verdict line true: will it show, where, on which day, and the cure if not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer

from editor.post.dates import DateProblem, PostDate, read_date, written_form
from editor.post.field_values import JekyllTime, Literal
from editor.post.file_names import parse
from editor.post.post import Post
from editor.services.session import Change, Origin
from editor.site.folders import Site
from editor.site.post_head import facts_of_post
from editor.site.verdict import State
from editor.site.visibility import verdict_of
from editor.ui.parts import Parts
from editor.ui.verdict_line import ShownVerdict, VerdictLine
from editor.ui.verdict_words import NO_SITE, shown_verdict, with_date_note, zone_words

# A post that waits for its day shows once the day has come, without anybody touching a key.
_LOOK_AGAIN_MS = 20_000


class VerdictPresenter(QObject):
    """Judge the post anew when its front matter, its file or its site changes."""

    def __init__(self, parts: Parts, line: VerdictLine) -> None:
        super().__init__(line)
        self._session = parts.session
        self._sites = parts.sites
        self._places = parts.places
        self._line = line
        self._cure: Callable[[], None] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_AGAIN_MS)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()
        parts.session.post_changed.connect(self._on_post_changed)
        parts.places.place_changed.connect(self.refresh)
        parts.sites.site_changed.connect(self.refresh)
        line.cure_asked.connect(self._on_cure_asked)

    def refresh(self) -> None:
        """Judge the post as it is now."""
        site = self._sites.site
        if site is None:
            self._cure = None
            self._line.show_verdict(NO_SITE)
            return
        self._line.show_verdict(self._judged(site))

    def _on_post_changed(self, change: Change) -> None:
        # What is written below the front matter changes no address.
        if change.origin is not Origin.TEXT:
            self.refresh()

    def _judged(self, site: Site) -> ShownVerdict:
        self._cure = None
        now = datetime.now(UTC).astimezone(site.config.zone)
        post = self._session.post
        place = self._places.place
        path = place.path or site.posts_dir / place.name
        verdict = verdict_of(path, facts_of_post(post, self._modified()), site, now)
        shown = shown_verdict(verdict, zone_words(site.config.timezone), now)
        if verdict.state is State.UNPUBLISHED:
            self._cure = self._publish
            return replace(shown, note="published is off.", cure="Switch it on")
        if verdict.state is State.BROKEN:
            return replace(shown, note=verdict.reason)
        name = parse(path.name)
        read = _date_read(post, site)
        if read is None or shown.tone == "bad":
            return shown
        shown, is_curable = with_date_note(shown, read, name.date if name is not None else None)
        if is_curable:
            self._cure = self._write_zone
        return shown

    def _modified(self) -> datetime | None:
        """Give when the file was changed last: it dates a draft that has no date."""
        identity = self._session.identity
        if identity is None:
            return None
        return datetime.fromtimestamp(identity.mtime_ns / 1e9, UTC)

    def _on_cure_asked(self) -> None:
        if self._cure is not None:
            self._cure()

    def _publish(self) -> None:
        self._session.set_field("published", Literal("true"))

    def _write_zone(self) -> None:
        """Write the time as it stands, with the site's own offset behind it."""
        site = self._sites.site
        front_matter = self._session.post.front_matter
        value = front_matter.value("date") if front_matter is not None else None
        if site is None or not isinstance(value, JekyllTime):
            return
        meant = value.instant.replace(tzinfo=site.config.zone)
        self._session.set_field("date", Literal(written_form(meant)))


def _date_read(post: Post, site: Site) -> PostDate | None:
    front_matter = post.front_matter
    if front_matter is None or front_matter.value("date") is None:
        return None
    try:
        spelling = front_matter.spelling("date").text
        return read_date(front_matter.value("date"), site.config.zone, spelling=spelling)
    except DateProblem:
        return None
