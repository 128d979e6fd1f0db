"""What a site holds, in short: one line for each post and draft."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from editor.post.field_values import Value
from editor.post.file_names import parse, parse_draft, title_from_slug
from editor.site.folders import Site
from editor.site.jekyll_reading import PostFacts
from editor.site.post_head import read_head
from editor.site.site_walk import files_in
from editor.site.taxonomy import NoCategories, categories_of
from editor.site.verdict import State
from editor.site.visibility import verdict_of

_KINDS = {State.DRAFT: "draft", State.LATER: "later"}
_PROBLEMS = frozenset({State.BROKEN, State.STOPS, State.DROPPED})


@dataclass(frozen=True, slots=True)
class PostSummary:
    """Say what a list needs to know of a post.

    `kind` is `post`, `draft` or `later` (dated after now); `day` is the day in the site's zone;
    `problem` is a sentence where Jekyll would drop or break the post; `url` is its address.
    """

    path: Path
    title: str
    day: date | None
    categories: tuple[str, ...]
    kind: str
    problem: str = ""
    url: str = ""


def list_posts(site: Site, now: datetime | None = None) -> list[PostSummary]:
    """Read the heads of all posts and drafts of `site`; one unreadable post hides no other."""
    moment = now or datetime.now(UTC)
    found = (
        summarize(path, site, moment)
        for folder in (*site.posts_dirs(), *site.drafts_dirs())
        for path in files_in(folder, site.source, site.config)
    )
    return [each for each in found if each is not None]


def summarize(path: Path, site: Site, now: datetime | None = None) -> PostSummary | None:
    """Read the head of one file; None where Jekyll sees no post in it."""
    is_draft = "_drafts" in path.parts
    name = parse_draft(path.name) if is_draft else parse(path.name)
    if name is None:
        return None
    try:
        facts = read_head(path)
    except OSError:
        facts = PostFacts({}, problem="it cannot be read.")
    verdict = verdict_of(path, facts, site, now or datetime.now(UTC))
    if verdict.state in (State.PASSED_OVER, State.OTHER):
        return None
    day = verdict.when.date() if verdict.when is not None else name.date
    return PostSummary(
        path=path,
        title=_title(facts.values.get("title")) or title_from_slug(name.slug),
        day=name.date if verdict.state is State.BROKEN else day,
        categories=_categories(facts),
        kind="draft" if is_draft else _KINDS.get(verdict.state, "post"),
        url=verdict.address.url if verdict.address is not None else "",
        problem=verdict.reason if verdict.state in _PROBLEMS else "",
    )


def _title(value: Value) -> str:
    return "" if value is None or value is False else str(value)


def _categories(facts: PostFacts) -> tuple[str, ...]:
    try:
        return categories_of((), {}, facts.values)
    except NoCategories:
        return ()
