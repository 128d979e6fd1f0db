"""Keeps the verdict line true: will it show, where, on which day, why not, and the cure."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer

from editor.services.session import Change, Origin
from editor.site.cures import Cure, Patient, Remedy
from editor.site.folders import Site
from editor.ui.surroundings import Surroundings
from editor.ui.verdict_line import ShownVerdict
from editor.ui.verdict_reading import judged
from editor.ui.verdict_words import NO_SITE, explained

# A post that waits for its day shows once the day has come, without anybody touching a key.
_LOOK_AGAIN_MS = 20_000


class VerdictPresenter(QObject):
    """Judge the post anew when its front matter, its file or its site changes."""

    def __init__(self, around: Surroundings, begin_step: Callable[[str, str], None]) -> None:
        super().__init__(around.verdict)
        parts = around.parts
        self._around = around
        self._begin_step = begin_step
        self._session = parts.session
        self._sites = parts.sites
        self._places = parts.places
        self._line = around.verdict
        self._shown = NO_SITE
        self._cure: Cure | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_AGAIN_MS)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()
        parts.session.post_changed.connect(self._on_post_changed)
        parts.places.place_changed.connect(self.refresh)
        parts.sites.site_changed.connect(self.refresh)
        parts.sites.contents_changed.connect(self.refresh)
        parts.pages.changed.connect(self.refresh)
        self._line.cure_asked.connect(self._on_cure_asked)
        self._line.reason_asked.connect(self.explain)
        around.actions["explain_verdict"].triggered.connect(self.explain)
        self.refresh()

    def refresh(self) -> None:
        """Judge the post as it is now."""
        site = self._sites.site
        self._shown, self._cure = (NO_SITE, None) if site is None else self._judged(site)
        self._line.show_verdict(self._shown)

    def explain(self) -> None:
        """Say why in a sentence, and offer the cure."""
        heading, text = explained(self._shown)
        cure = self._cure.words if self._cure is not None else ""
        if self._around.commands.ask_about_verdict(heading, text, cure) == "cure":
            self._on_cure_asked()

    def _on_post_changed(self, change: Change) -> None:
        # What is written below the front matter changes no address.
        if change.origin is not Origin.TEXT:
            self.refresh()

    def _judged(self, site: Site) -> tuple[ShownVerdict, Cure | None]:
        now = datetime.now(UTC).astimezone(site.config.zone)
        place, contents = self._places.place, self._sites.contents
        path = place.path or site.posts_dir / place.name
        patient = Patient(path, self._session.post, site, now, self._modified())
        posts = contents.posts if contents is not None else ()
        return judged(patient, posts, self._around.parts.pages.pages)

    def _modified(self) -> datetime | None:
        """Give when the file was changed last: it dates a draft that has no date."""
        identity = self._session.identity
        if identity is None:
            return None
        return datetime.fromtimestamp(identity.mtime_ns / 1e9, UTC)

    def _on_cure_asked(self) -> None:
        cure = self._cure
        if cure is not None:
            self._apply(cure)

    def _apply(self, cure: Cure) -> None:
        session = self._session
        match cure.remedy:
            case Remedy.STEP:
                self._begin_step(cure.name, str(cure.value or ""))
            case Remedy.FIELD:
                session.set_field(cure.name, cure.value)
            case Remedy.REMOVE:
                session.remove_field(cure.name)
            case Remedy.REPAIR:
                session.repair()
            case Remedy.RAW:
                self._around.actions["raw_front_matter"].trigger()
            case Remedy.UTF_8:
                session.convert_to("utf-8")
            case Remedy.FENCES:
                session.add_front_matter()
