"""What the form knows of the site around a post."""

from collections.abc import Callable, Mapping
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
        zone_name: Its name for a writer, such as “New York”; "" where the site names none.
        own_zone: The person's own time zone; None for the one of this computer.
        now: The clock.
        vocabulary: The words that the site's posts use.
        image: Gives the picture, or its file, for a path as it stands in the front matter; None
            outside a site.
        posts: The names of the site's posts as `post_url` takes them, the newest first.
        post_titles: The titles of these posts.
        name_day: The day in the post's file name.
    """

    zone: tzinfo = UTC
    zone_name: str = "UTC"
    own_zone: tzinfo | None = None
    now: Callable[[], datetime] = utc_now
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    image: ImageResolver | None = None
    posts: Mapping[str, int] = field(default_factory=dict)
    post_titles: Mapping[str, str] = field(default_factory=dict)
    name_day: date | None = None

    def in_own_zone(self, when: datetime) -> datetime:
        """Give a moment on the person's own clock."""
        return when.astimezone(self.own_zone)

    def here(self) -> datetime:
        """Give the present moment in the site's zone."""
        return self.now().astimezone(self.zone)
