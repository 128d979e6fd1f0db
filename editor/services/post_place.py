"""Where the open post lies or will lie: its dated file name and folder, always up to date."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.post.dates import DateProblem, read_date
from editor.post.field_values import JekyllTime, Value
from editor.post.new_post import NewPost
from editor.post.post import Post
from editor.post.proposed_name import proposed_name, renamed
from editor.services.session import Change, Origin, Session
from editor.services.site_service import SiteService


@dataclass(frozen=True, slots=True)
class Place:
    """Say where a post lies (`path`) or would be saved first (`path` is None).

    `name` is the file's name now or to be, `folder` its folder as people read it, and `rename`
    the name that a changed title or date asks for; empty where there is nothing to offer.
    """

    path: Path | None
    name: str
    folder: str
    rename: str = ""


class PostPlaces(QObject):
    """Work out the place of the session's post anew with each change."""

    place_changed = Signal(object)

    def __init__(
        self,
        session: Session,
        sites: SiteService,
        transliterate: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._sites = sites
        self._transliterate = transliterate
        self._opened: tuple[Mapping[str, Value], date | None] = ({}, None)
        self.place = Place(None, "", "")
        self._named_for: Path | None = None
        session.post_changed.connect(self._on_post_changed)
        session.file_changed.connect(self._on_file_changed)
        sites.site_changed.connect(self._refresh)

    def path_for(self, *, is_draft: bool) -> Path | None:
        """Give the path to save a new post to; None where no site is open.

        Raises:
            OutsideSite: the site's folders lead out of the site.
        """
        site = self._sites.site
        if site is None:
            return None
        values, day = self._facts()
        name = proposed_name(
            values, None if is_draft else day or self._today(), transliterate=self._transliterate()
        )
        return site.post_path(name, draft=is_draft)

    def new_post(self) -> Post:
        """Give the text of a new post, dated now with the zone written out."""
        moment = datetime.now(UTC).astimezone(self._zone()).replace(microsecond=0)
        return Post.from_text(NewPost(title="", when=moment).text)

    def _zone(self) -> tzinfo:
        site = self._sites.site
        return (
            site.config.zone if site is not None else datetime.now(UTC).astimezone().tzinfo or UTC
        )

    def _today(self) -> date:
        return datetime.now(self._zone()).date()

    def _facts(self) -> tuple[Mapping[str, Value], date | None]:
        return _values(self._session.post), named_day(self._session.post, self._zone())

    def _on_post_changed(self, change: Change) -> None:
        if change.origin is Origin.LOAD:
            self._opened = self._facts()
        if change.origin is not Origin.TEXT:
            self._refresh()

    def _on_file_changed(self) -> None:
        # A save under the same name keeps the offer to rename standing.
        if self._session.path != self._named_for:
            self._named_for = self._session.path
            self._opened = self._facts()
        self._refresh()

    def _refresh(self) -> None:
        place = self._worked_out()
        if place != self.place:
            self.place = place
            self.place_changed.emit(place)

    def _worked_out(self) -> Place:
        path = self._session.path
        values, day = self._facts()
        site = self._sites.site
        if path is None:
            folder = site.display_path(site.posts_dir) if site is not None else ""
            name = proposed_name(values, day or self._today(), transliterate=self._transliterate())
            return Place(None, name, folder)
        folder = site.display_path(path.parent) if site is not None else path.parent.name
        asked = renamed(
            path.name, self._opened, (values, day), transliterate=self._transliterate()
        )
        return Place(path, path.name, folder, asked if asked != path.name else "")


def named_day(post: Post, zone: tzinfo) -> date | None:
    """Give the day that a post's date stands for in a file name; None without a readable date.

    A date that Jekyll takes for UTC by accident counts as it is written: the writer meant that
    day, and the cure is to write the zone, not to rename the file.
    """
    value = _values(post).get("date")
    if value is None:
        return None
    if isinstance(value, JekyllTime):
        spelling = post.front_matter.spelling("date").text if post.front_matter else ""
    else:
        spelling = ""
    try:
        read = read_date(value, zone, spelling=spelling)
    except DateProblem:
        return None
    if read.kind == "utc-by-accident" and isinstance(value, JekyllTime):
        return value.instant.date()
    return read.when.date()


def _values(post: Post) -> Mapping[str, Value]:
    return post.front_matter.values if post.front_matter is not None else {}
