"""What goes to the renderer and what comes back: frozen values that can cross a process."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

# The element that holds the place of the post in a page of its site.
BODY_TAG = "dl-post"
BODY_PLACE = f"<{BODY_TAG}></{BODY_TAG}>"
# The line of what stands above the text (title, by-line, image); the text starts at line 0.
HEAD_LINE = -1


@dataclass(frozen=True, slots=True)
class RenderRequest:
    r"""Hold one state of a post, as it is to be shown.

    Attributes:
        revision: Only ever grows; the answer carries it back.
        path: Which post this is; answers for another path are stale.
        title: The title as shown, Markdown emphasis included.
        body: The text below the front matter; any line ends.
        front_matter: Values as Jekyll reads them.
        site_root: The site's folder; None for a post outside any site.
        baseurl: `baseurl` of the site's configuration.
        url: `url` of the site's configuration.
        when: The moment Jekyll would publish the post under, in the site's zone.
        markdown: The `kramdown` settings of the site's configuration.
        source: The whole text of the file, front matter included.
        place: Where the file lies or will lie; empty for a post outside any site.
        site_version: Grows when other files of the site have to be read again.
        in_theme: Show the whole page in the site's theme, not the post in Dateline's type.
        afresh: Use nothing that was kept from earlier states of the post, to prove it right.
    """

    revision: int
    path: str
    title: str
    body: str
    front_matter: Mapping[str, object] = field(default_factory=dict)
    site_root: str | None = None
    baseurl: str = ""
    url: str = ""
    when: datetime | None = None
    markdown: Mapping[str, object] = field(default_factory=dict)
    source: str = ""
    place: str = ""
    site_version: int = 0
    in_theme: bool = False
    afresh: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Hold one top-level element of the shown post.

    Attributes:
        id: The same for the same HTML, so that two renderings can be compared quickly.
        html: Sanitized and complete in itself.
        line: First line in the body, from 0; `HEAD_LINE` for what stands above the text.
        last_line: Last line before the next block.
    """

    id: str
    html: str
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Rendering:
    """Hold a post as HTML that is safe to show.

    Attributes:
        revision: The request's.
        path: The request's.
        blocks: In reading order; their HTML joined is the whole post. Empty where `page` has the
            text in it.
        language: BCP 47 tag of the post, or empty.
        direction: "ltr" or "rtl", the direction that most of the text has.
        problems: Sentences about what the preview had to leave out.
        seconds: How long it took.
        page: The page in the site's theme, with `BODY_PLACE` where the blocks stand.
        level: How near this is to the published page.
        is_published: Whether the site's own rules made it, Liquid included.
    """

    revision: int
    path: str
    blocks: tuple[Block, ...]
    language: str = ""
    direction: str = "ltr"
    problems: tuple[str, ...] = ()
    seconds: float = 0.0
    page: str = ""
    level: str = ""
    is_published: bool = False

    @property
    def html(self) -> str:
        """Give the whole post as one piece of HTML."""
        text = "\n".join(block.html for block in self.blocks)
        return self.page.replace(BODY_PLACE, text, 1) if self.page else text


@dataclass(frozen=True, slots=True)
class RenderFailure:
    """Say in a sentence why a post cannot be shown; the last good preview stays."""

    revision: int
    path: str
    sentence: str
