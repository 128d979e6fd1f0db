"""Takes pictures into the open site, elsewhere than on the window's thread."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from editor.post.errors import DatelineError
from editor.services.background import Background
from editor.services.site_service import SiteService
from editor.site.folders import Site
from editor.site.images import ImportedImage, NewImage, import_image
from editor.site.images_habits import ImageHabits
from editor.site.site_form import load_site_form

Done = Callable[[ImportedImage], None]
Failed = Callable[[DatelineError], None]


_NO_SITE = "This post belongs to no site that could take the picture."


class ImageService(QObject):
    """Copy pictures to where the site keeps its own; a large one takes seconds."""

    def __init__(
        self, background: Background, sites: SiteService, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._sites = sites

    def image(
        self, source: Path | bytes, name: str = "", *, may_be_heavy: bool = True
    ) -> NewImage:
        """Name a picture that came in today; see `NewImage`."""
        site = self._sites.site
        zone = site.config.zone if site is not None else None
        return NewImage(source, datetime.now(zone).date(), name, may_be_heavy)

    def take(self, image: NewImage, done: Done, failed: Failed, widest: int = 0) -> None:
        """Take a picture into the open site, then call one of `done` and `failed`.

        Args:
            image: the picture.
            done: gets where it lies and what a post writes for it.
            failed: gets the sentence that says why it was not taken.
            widest: the width in pixels to reduce it to; 0 for what the site wants.
        """
        site = self._sites.site
        if site is None:
            failed(DatelineError(_NO_SITE))
            return
        learned = self._learned()

        def work() -> ImportedImage:
            return import_image(site, image, _habits(site, learned, widest))

        def refused(error: Exception) -> None:
            if not isinstance(error, DatelineError):
                raise error
            failed(error)

        self._background.run(work, done, refused)

    def taker(self) -> Callable[[NewImage], ImportedImage]:
        """Give what takes a picture at once, into the site that is open now, on any thread.

        It raises a DatelineError with a sentence where a picture is not taken.
        """
        site, learned = self._sites.site, self._learned()

        def take(image: NewImage) -> ImportedImage:
            if site is None:
                raise DatelineError(_NO_SITE)
            return import_image(site, image, _habits(site, learned, 0))

        return take

    def _learned(self) -> ImageHabits:
        contents = self._sites.contents
        return contents.vocabulary.fields.images if contents is not None else ImageHabits()


def _habits(site: Site, learned: ImageHabits, widest: int) -> ImageHabits:
    habits = load_site_form(site).images or learned
    return replace(habits, widest=widest) if widest else habits
