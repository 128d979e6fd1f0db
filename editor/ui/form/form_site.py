"""What the form knows of the site around a post."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

from PySide6.QtGui import QPixmap

from editor.ui.form.vocabulary import Vocabulary

ImageResolver = Callable[[str], "QPixmap | Path | None"]


def utc_now() -> datetime:
    """Give the present moment."""
    return datetime.now(UTC)


@dataclass(slots=True)
class FormSite:
    """Hold the zone, the clock, the words in use and the way to images.

    One of these is shared by all fields of a form, so that a change reaches each of them.

    Attributes:
        zone: The site's time zone.
        zone_name: Its name for a writer, such as “New York”.
        now: The clock.
        vocabulary: The words that the site's posts use.
        image: Gives the picture, or its file, for a path as it stands in the front matter; None
            outside a site.
        name_day: The day in the post's file name.
    """

    zone: tzinfo = UTC
    zone_name: str = "UTC"
    now: Callable[[], datetime] = utc_now
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    image: ImageResolver | None = None
    name_day: date | None = None

    def here(self) -> datetime:
        """Give the present moment in the site's zone."""
        return self.now().astimezone(self.zone)
