"""Hold what every step of a post's life is planned with, and read posts for it."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from editor.post.file_names import unsafe_reason
from editor.post.front_matter import FrontMatter
from editor.post.post import Post
from editor.site.folders import Site, UnsafeName
from editor.site.free_names import free_name
from editor.site.jekyll_reading import PostFacts
from editor.site.placement import Role, placement_of
from editor.site.post_file import OpenedFile, read_post
from editor.site.post_head import facts_of
from editor.site.publishing.plan import PlanRefused
from editor.site.verdict import State
from editor.site.visibility import verdict_of

FieldEdit = Callable[[FrontMatter], FrontMatter]


@dataclass(frozen=True, slots=True)
class Workbench:
    """Hold the site and the moment that a step is planned for.

    Attributes:
        site: the site.
        now: the moment, with a zone.
    """

    site: Site
    now: datetime

    @property
    def local_now(self) -> datetime:
        """This moment by the clock of the site."""
        return self.now.astimezone(self.site.config.zone).replace(microsecond=0)

    def read(self, path: Path) -> OpenedFile:
        """Read a post that a step is planned for.

        Raises:
            ReadFailed: it cannot be read.
            PlanRefused: it is no text.
            OutsideSite: it lies outside the site.
        """
        self.site.contained(path)
        opened = read_post(path, encoding=self.site.config.encoding)
        if opened.read_only:
            raise PlanRefused(" ".join(note.message for note in opened.notes))
        return opened

    def role(self, path: Path) -> Role:
        """Tell what Jekyll makes of a file."""
        return placement_of(path, self.site).role

    def state(self, path: Path, facts: PostFacts) -> State:
        """Tell what becomes of a file when the site is built now."""
        return verdict_of(path, facts, self.site, self.now).state

    def free_path(self, folder: Path, stem: str, ext: str, *, own: Path | None = None) -> Path:
        """Give a path in a folder that nobody bears; see `free_name`.

        Raises:
            UnsafeName: the name would not survive on some system.
            OutsideSite: the folder leads out of the site.
        """
        stem = unicodedata.normalize("NFC", stem)
        reason = unsafe_reason(stem + ext)
        if reason is not None:
            raise UnsafeName(reason)
        return self.site.contained(free_name(folder, stem, ext, own=own))


def edited_fields(post: Post, edits: Sequence[FieldEdit]) -> Post:
    """Make edits in the front matter of a post, one after the other.

    Raises:
        EditRefused: the front matter cannot be edited so.
    """
    front_matter = post.front_matter
    if front_matter is None or not edits:
        return post
    for edit in edits:
        front_matter = edit(front_matter)
    return post.with_front_matter(front_matter)


def facts_after(post: Post) -> PostFacts:
    """Give what Jekyll will read of a post once it is saved."""
    return facts_of(post.to_bytes())
