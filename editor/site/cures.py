"""Find what one click can do about a post that does not show, or not as it was meant."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Final

from editor.post.dates import DateProblem, read_date, written_form
from editor.post.field_values import Literal, NewValue, Value
from editor.post.file_names import build, parse
from editor.post.post import Post
from editor.post.proposed_name import mended_name
from editor.post.ruby.text import ruby_text
from editor.post.slugs import slugify
from editor.site.folders import Site
from editor.site.merging import is_true
from editor.site.placement import Role, placement_of
from editor.site.verdict import State, Verdict

_HTML: Final = (".html", ".htm", ".xhtml")
_MARKDOWN: Final = ".md"
_NUMBER: Final = re.compile(r"(.*\D)-(\d{1,2})", re.DOTALL)
_MARKS: Final = ("_", ".", "#", "~")


class Remedy(Enum):
    """Say what kind of thing a cure does."""

    STEP = "step"
    """A step of the post's life, named by `name`; `value` is what it begins with."""
    FIELD = "field"
    """Set the field `name` to `value`."""
    REMOVE = "remove"
    """Take the field `name` out."""
    REPAIR = "repair"
    """Apply the quick fix of the front matter."""
    RAW = "raw"
    """Show the front matter as text, for a person to mend."""
    UTF_8 = "utf-8"
    """Store the file as UTF-8, without a byte order mark."""
    FENCES = "fences"
    """Begin front matter."""


@dataclass(frozen=True, slots=True)
class Cure:
    """Hold what can be done: in words for a link, and for the program."""

    words: str
    remedy: Remedy
    name: str = ""
    value: NewValue = None


@dataclass(frozen=True, slots=True)
class Patient:
    """Hold the post that a verdict is about.

    Attributes:
        path: where it lies or will lie.
        post: the post.
        site: its site.
        now: this moment, in the site's zone.
        modified: when its file was changed last, which dates a draft.
    """

    path: Path
    post: Post
    site: Site
    now: datetime
    modified: datetime | None = None

    @property
    def values(self) -> Mapping[str, Value]:
        """Its front matter."""
        return self.post.front_matter.values if self.post.front_matter is not None else {}

    @property
    def day(self) -> date:
        """The day in its front matter, else today."""
        try:
            return read_date(
                self.values.get("date"), self.site.config.zone, now=self.now
            ).when.date()
        except DateProblem:
            return self.now.date()

    @property
    def mended_name(self) -> str:
        """The name of the file as Jekyll wants it."""
        title = self.values.get("title")
        return mended_name(self.path.name, self.day, title if isinstance(title, str) else "")


def cure_for(verdict: Verdict, patient: Patient) -> Cure | None:
    """Find the cure for what a verdict says; None where there is none, or nothing to cure."""
    finder = _FINDERS.get(verdict.state)
    return finder(patient) if finder is not None else None


def cure_for_surprise(verdict: Verdict, patient: Patient) -> Cure | None:
    """Find the cure for a post that shows on another day than its name, or not as Markdown."""
    name = parse(patient.path.name)
    is_post = placement_of(patient.path, patient.site).role is Role.POST
    if name is None or not is_post or verdict.when is None or verdict.state is State.BROKEN:
        return None
    if name.date not in {None, verdict.when.date()}:
        right = build(verdict.when.date(), name.slug, name.ext)
        return Cure("Rename it…", Remedy.STEP, "rename", right)
    if not slugify(name.slug, "pretty") and "slug" not in patient.values:
        return Cure("Rename it…", Remedy.STEP, "rename", patient.mended_name)
    if name.ext.lower() not in {*patient.site.config.markdown_ext, *_HTML}:
        right = patient.path.stem + _MARKDOWN
        return Cure("Make it Markdown…", Remedy.STEP, "rename", right)
    return None


def numbered_name(path: Path) -> str:
    """Give the name of a file that leads to another address: `-2` behind its words."""
    found = _NUMBER.fullmatch(path.stem)
    stem, number = (path.stem, 1) if found is None else (found[1], int(found[2]))
    return f"{stem}-{number + 1}{path.suffix}"


def _passed_over(patient: Patient) -> Cure:
    name = patient.path.name
    placement = placement_of(patient.path, patient.site)
    is_post = placement.role is Role.POST
    if name.startswith(_MARKS) or name.endswith(("~", ".")):
        plain = name.lstrip("_.#~").rstrip("~.")
        is_named = not is_post or parse(plain) is not None
        right = plain if is_named else patient.mended_name
        return Cure("Rename it…", Remedy.STEP, "rename", right)
    if is_post and parse(name) is None:
        return Cure("Rename it…", Remedy.STEP, "rename", patient.mended_name)
    if placement.role is Role.DRAFT and placement.passed_over is None:
        return Cure("Rename it…", Remedy.STEP, "rename", name + _MARKDOWN)
    site = patient.site
    folder = site.drafts_dir if placement.role is Role.DRAFT else site.posts_dir
    return Cure("Move it…", Remedy.STEP, "move", site.display_path(folder))


def _broken(patient: Patient) -> Cure | None:
    front_matter = patient.post.front_matter
    problem = front_matter.problem if front_matter is not None else None
    if problem is not None:
        if problem.quick_fix is not None:
            return Cure("Mend it", Remedy.REPAIR)
        return Cure("Show it", Remedy.RAW)
    value = patient.values.get("categories")
    if value is None:
        return None
    return Cure("Make it a list", Remedy.FIELD, "categories", [ruby_text(value)])


def _stops(patient: Patient) -> Cure | None:
    for find in (_date, _name, _no_text, _permalink):
        cure = find(patient)
        if cure is not None:
            return cure
    return _broken(patient) if _has_problem(patient) else None


def _has_problem(patient: Patient) -> bool:
    front_matter = patient.post.front_matter
    return front_matter is not None and front_matter.problem is not None


def _date(patient: Patient) -> Cure | None:
    """Write a date that Jekyll reads: the day of the file name, or now."""
    if "date" not in patient.values:
        return None
    zone = patient.site.config.zone
    try:
        read_date(patient.values["date"], zone, now=patient.now)
    except DateProblem:
        name = parse(patient.path.name)
        if name is None or name.date is None:
            return Cure("Date it now", Remedy.FIELD, "date", Literal(written_form(patient.now)))
        day = name.date
        moment = datetime(day.year, day.month, day.day, tzinfo=zone)
        words = "Take the day of its name"
        return Cure(words, Remedy.FIELD, "date", Literal(written_form(moment)))
    return None


def _name(patient: Patient) -> Cure | None:
    name = parse(patient.path.name)
    if name is None or name.problem is None:
        return None
    right = patient.mended_name
    return Cure("Rename it…", Remedy.STEP, "rename", right)


def _no_text(patient: Patient) -> Cure | None:
    for key in ("permalink", "slug"):
        value = patient.values.get(key)
        if is_true(value) and not isinstance(value, str):
            return Cure("Put it in quotes", Remedy.FIELD, key, ruby_text(value))
    return None


def _permalink(patient: Patient) -> Cure | None:
    if "permalink" not in patient.values:
        return None
    return Cure("Take “permalink” out", Remedy.REMOVE, "permalink")


def _dropped(patient: Patient) -> Cure | None:
    if patient.post.encoding == "utf-8":
        return None
    return Cure("Store it as UTF-8", Remedy.UTF_8)


def _other(patient: Patient) -> Cure | None:
    role = placement_of(patient.path, patient.site).role
    if role not in {Role.PAGE, Role.DOCUMENT}:
        return None
    if patient.post.bom:
        return Cure("Leave the mark out", Remedy.UTF_8)
    if patient.post.front_matter is None:
        return Cure("Begin front matter", Remedy.FENCES)
    return None


_FINDERS: Final[Mapping[State, Callable[[Patient], Cure | None]]] = {
    State.LATER: lambda _: Cure("Publish now…", Remedy.STEP, "publish"),
    State.DRAFT: lambda _: Cure("Publish…", Remedy.STEP, "publish"),
    State.UNPUBLISHED: lambda _: Cure("Switch it on", Remedy.FIELD, "published", Literal("true")),
    State.PASSED_OVER: _passed_over,
    State.BROKEN: _broken,
    State.STOPS: _stops,
    State.DROPPED: _dropped,
    State.OTHER: _other,
}
