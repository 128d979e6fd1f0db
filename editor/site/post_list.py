"""Say in short what a list needs to know of a post, a draft, a document or a page."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from editor.post.field_values import Value
from editor.post.file_names import PostName, parse, parse_draft, title_from_slug
from editor.site.folders import Site
from editor.site.jekyll_reading import PostFacts
from editor.site.post_head import read_head
from editor.site.taxonomy import NoCategories, categories_of, tags_of
from editor.site.verdict import State, Verdict
from editor.site.visibility import verdict_of

_PROBLEMS: Final = frozenset({State.BROKEN, State.STOPS, State.DROPPED, State.OTHER})
_AUTHOR_KEYS: Final = ("author", "authors")


@dataclass(frozen=True, slots=True)
class PostSummary:
    """Say what a list needs to know of a post.

    Attributes:
        path: its file.
        title: from the front matter, or else from the name of the file.
        day: in the site's zone; None where it has none.
        categories: as its own front matter names them.
        kind: `post`, `draft`, `later` (dated after now), `document` (of another collection) or
            `page`.
        problem: a sentence where Jekyll would drop or break it; empty for none.
        url: its address, empty where it has none.
        collection: the label of its collection; `posts` for posts and drafts, `pages` for pages.
        tags: as its own front matter names them.
        authors: the same.
        layout: the same.
        is_hidden: whether it says `published: false`.
        moment: when it is dated, in seconds since 1970; None where it has no date.
        modified: when its file was changed last, in seconds since 1970.
    """

    path: Path
    title: str
    day: date | None
    categories: tuple[str, ...]
    kind: str
    problem: str = ""
    url: str = ""
    collection: str = "posts"
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    layout: str = ""
    is_hidden: bool = False
    moment: float | None = None
    modified: float = 0.0

    def at(self, now: float) -> "PostSummary":
        """Give the summary as it is at a moment: what waited for its day may be there now."""
        if self.kind == "later" and self.moment is not None and self.moment <= now:
            return replace(self, kind="post")
        return self


def summarize(path: Path, site: Site, now: datetime | None = None) -> PostSummary | None:
    """Read the head of one file; None where Jekyll sees no post and no document in it."""
    if not may_be_post(path, site):
        return None
    try:
        facts = read_head(path)
    except OSError:
        facts = PostFacts({}, problem="it cannot be read.")
    return summary_of(path, facts, site, now or datetime.now(UTC))


def may_be_post(path: Path, site: Site) -> bool:
    """Tell from a name alone whether the file in it is worth reading.

    A text among the posts whose name has no date is: whoever put it there wonders where it is.
    """
    if "_posts" in path.parts:
        return parse(path.name) is not None or is_misnamed(path, site)
    return parse_draft(path.name) is not None


def is_misnamed(path: Path, site: Site) -> bool:
    """Tell whether a Markdown file lies among the posts without a name that makes it one."""
    return (
        "_posts" in path.parts
        and parse(path.name) is None
        and path.suffix.lower() in site.config.markdown_ext
    )


def summary_of(path: Path, facts: PostFacts, site: Site, now: datetime) -> PostSummary | None:
    """Give a file in short; None where Jekyll sees no post and no document in it.

    Args:
        path: the file, in a folder of posts, of drafts or of a collection.
        facts: what it says.
        site: its site.
        now: the moment of the build.
    """
    verdict = verdict_of(path, facts, site, now)
    home = _home(path, site)
    if verdict.state is State.PASSED_OVER and not is_misnamed(path, site):
        return None
    is_document = home not in {"posts", "drafts"}
    if is_document and (facts.has_bom or not facts.has_front_matter):
        return None
    name = parse(path.name) or parse_draft(path.name)
    values = facts.values
    return PostSummary(
        path=path,
        title=_text(values.get("title")) or _title_of(path, home, name, site),
        day=_day(verdict, name.date if name is not None else None),
        categories=_categories(facts),
        kind=_kind(home, verdict),
        url=verdict.address.url if verdict.address is not None else "",
        problem=_problem(verdict, is_document=is_document),
        collection=home if is_document else "posts",
        tags=tuple(dict.fromkeys(tags_of({}, values))),
        authors=_authors(facts),
        layout=_text(values.get("layout")),
        is_hidden=verdict.state is State.UNPUBLISHED,
        moment=verdict.when.timestamp() if verdict.when is not None else None,
        modified=facts.modified.timestamp() if facts.modified is not None else 0.0,
    )


def _home(path: Path, site: Site) -> str:
    """Give the label of the collection that a file lies in; `drafts` or `pages` for the others."""
    parts = path.parts
    if "_posts" in parts:
        return "posts"
    if "_drafts" in parts:
        return "drafts"
    if not path.is_relative_to(site.collections_path):
        return "pages"
    below = path.relative_to(site.collections_path)
    label = below.parts[0].removeprefix("_")
    is_inside = len(below.parts) > 1 and below.parts[0].startswith("_")
    return label if is_inside and label in site.config.collections else "pages"


def _title_of(path: Path, home: str, name: PostName | None, site: Site) -> str:
    """Give the title of what names none; every other page is called “index”."""
    if home == "pages":
        return site.display_path(path)
    return title_from_slug(name.slug if name else path.stem)


def _kind(home: str, verdict: Verdict) -> str:
    if home == "drafts":
        return "draft"
    if home != "posts":
        return "page" if home == "pages" else "document"
    return "later" if verdict.state is State.LATER else "post"


def _problem(verdict: Verdict, *, is_document: bool) -> str:
    if verdict.state is State.PASSED_OVER:
        return verdict.reason
    # A collection without pages of its own is no mistake.
    if verdict.state not in _PROBLEMS or (is_document and verdict.state is State.OTHER):
        return ""
    return verdict.reason


def _day(verdict: Verdict, named: date | None) -> date | None:
    """Give the day of a post; one that lost its front matter is dated by its name."""
    if verdict.state is State.BROKEN or verdict.when is None:
        return named
    return verdict.when.date()


def _text(value: Value) -> str:
    return "" if value is None or value is False else str(value)


def _categories(facts: PostFacts) -> tuple[str, ...]:
    try:
        return categories_of((), {}, facts.values)
    except NoCategories:
        return ()


def _authors(facts: PostFacts) -> tuple[str, ...]:
    named: list[str] = []
    for key in _AUTHOR_KEYS:
        value = facts.values.get(key)
        listed = value if isinstance(value, list) else [value]
        named += [item for item in listed if isinstance(item, str) and item]
    return tuple(dict.fromkeys(named))
