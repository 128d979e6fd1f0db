"""Work out what Jekyll knows of a post once it has read it: its moment, slug and categories.

Jekyll 4.3: `Document#read`. In this order: the folders above, the defaults of the config, the
front matter, the file name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from editor.post.dates import date_of_name, day_mismatch, read_date
from editor.post.field_values import Value
from editor.post.file_names import PostName, parse, parse_draft
from editor.post.ruby.text import ruby_text
from editor.site.defaults import front_matter_defaults
from editor.site.folders import Site
from editor.site.merging import is_true, laid_over
from editor.site.placement import Placement, Role
from editor.site.taxonomy import NoCategories, category_values, tag_values


@dataclass(frozen=True, slots=True)
class PostFacts:
    """Hold what the file of a post says.

    Attributes:
        values: its front matter.
        date_spelling: how the date stands in the file, which tells a forgotten zone from UTC.
        problem: a sentence when the front matter cannot be read.
        has_front_matter: whether it begins, closed or not; a page without any is copied as it is.
        has_bom: a page that begins with a byte order mark is copied as it is; a post is not.
        is_utf8: Jekyll drops a post in another encoding.
        modified: when the file was changed last, which dates a draft without a date.
    """

    values: Mapping[str, Value]
    date_spelling: str = ""
    problem: str | None = None
    has_front_matter: bool = True
    has_bom: bool = False
    is_utf8: bool = True
    modified: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what Jekyll knows of a post.

    Attributes:
        values: defaults and front matter in one.
        when: its moment, in the site's zone.
        slug: None where neither front matter nor file name were read.
        category_values: as templates see them; what is no text stands beside its text.
        tag_values: as templates see them.
        broken: a sentence when the front matter was lost.
        notes: sentences about the date.
    """

    values: Mapping[str, Value]
    when: datetime
    slug: Value
    category_values: tuple[Value, ...]
    tag_values: tuple[Value, ...]
    broken: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories as texts, each once."""
        return tuple(dict.fromkeys(map(ruby_text, self.category_values)))

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags as texts."""
        return tuple(map(ruby_text, self.tag_values))


def name_read(placement: Placement) -> PostName | None:
    """Read a file's name as Jekyll does for the place it lies in; None where it is passed over."""
    name = placement.relative.name
    return parse(name) if placement.role is Role.POST else parse_draft(name)


def reading_of(placement: Placement, facts: PostFacts, site: Site, now: datetime) -> Reading:
    """Read a post, draft or document of a collection.

    Args:
        placement: where it lies.
        facts: what its file says.
        site: its site.
        now: the moment of the build.

    Raises:
        DateProblem: Jekyll stops at the date in the front matter, the defaults or the name.
    """
    defaults = front_matter_defaults(
        site.config, placement.relative, placement.collection, site.source
    )
    folders = _folders_above(placement)
    if facts.problem is not None:
        return _unread(defaults, folders, facts.problem, site, now)
    try:
        categories = tuple(category_values(folders, defaults, facts.values))
    except NoCategories as error:
        broken = f"“categories: {error}” is no text and no list."
        return _unread(defaults, folders, broken, site, now)
    values = laid_over(defaults, facts.values)
    when, notes = _moment(placement, facts, defaults, site, now)
    name = name_read(placement)
    slug = values.get("slug")
    if not is_true(slug):
        slug = name.slug if name is not None else placement.relative.stem.rstrip(".")
    tags = tuple(tag_values(defaults, facts.values))
    return Reading(values, when, slug, categories, tags, notes=notes)


def _unread(
    defaults: Mapping[str, Value], folders: tuple[str, ...], broken: str, site: Site, now: datetime
) -> Reading:
    """Give what is left when front matter is lost: Jekyll publishes the post all the same."""
    try:
        categories = tuple(category_values(folders, defaults, {}))
    except NoCategories:
        categories = folders
    when = now.astimezone(site.config.zone)
    if "date" in defaults:
        when = read_date(defaults["date"], site.config.zone, now=now).when
    return Reading(defaults, when, None, categories, (), broken=broken)


def _moment(
    placement: Placement,
    facts: PostFacts,
    defaults: Mapping[str, Value],
    site: Site,
    now: datetime,
) -> tuple[datetime, tuple[str, ...]]:
    """Find the moment of a post, with what is worth a note about it."""
    zone = site.config.zone
    name = name_read(placement)
    own = facts.values.get("date")
    given, spelling = (own, facts.date_spelling) if own is not None else (defaults.get("date"), "")
    if given is not None or ("date" in facts.values and "date" not in defaults):
        read = read_date(given, zone, spelling=spelling, now=now)
        notes = [read.warning, day_mismatch(read, name) if name is not None else None]
        return read.when, tuple(note for note in notes if note is not None)
    named = date_of_name(name, zone) if name is not None else None
    if named is not None:
        return named.when, ()
    is_draft = placement.role is Role.DRAFT and facts.modified is not None
    return ((facts.modified if is_draft and facts.modified else now).astimezone(zone), ())


def _folders_above(placement: Placement) -> tuple[str, ...]:
    """Give the folders above `_posts`, each of which is a category.

    Jekyll 4.3: `Document#categories_from_path`.
    """
    special = "_drafts" if placement.role is Role.DRAFT else f"_{placement.collection}"
    path = str(placement.relative)
    if path.startswith(special):
        return ()
    before = path.partition(special)[0]
    return tuple(part for part in before.split("/") if part)
