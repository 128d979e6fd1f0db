"""Judge whether a post will show, where, and on which day, as the site's own Jekyll would."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from editor.post.dates import DateProblem
from editor.post.slugs import slugify
from editor.site.defaults import front_matter_defaults
from editor.site.document_address import document_address, own_permalink
from editor.site.folders import Site
from editor.site.jekyll_reading import PostFacts, Reading, name_read, reading_of
from editor.site.merging import is_true, laid_over
from editor.site.output_ext import output_ext
from editor.site.page_address import page_address
from editor.site.permalinks import PermalinkProblem
from editor.site.placement import Placement, Role, placement_of
from editor.site.shown_names import visible
from editor.site.verdict import State, Verdict

_UNPUBLISHED = "It is hidden: “published” is off or empty in its front matter."


def verdict_of(path: Path, facts: PostFacts, site: Site, now: datetime) -> Verdict:
    """Judge a file as the site's own Jekyll would.

    Args:
        path: where the file lies or will lie; it need not exist.
        facts: what it says.
        site: its site.
        now: the moment of the build, with a zone.
    """
    placement = placement_of(path, site)
    unread = _unread(placement, facts)
    if unread is not None:
        return unread
    if placement.role is Role.PAGE:
        return _page(placement, facts, site)
    return _document(placement, facts, site, now)


def _unread(placement: Placement, facts: PostFacts) -> Verdict | None:
    """Judge a file that Jekyll does not read as a document; None for one that it does."""
    if placement.passed_over is not None:
        return Verdict(State.PASSED_OVER, placement.passed_over)
    if placement.role is Role.OTHER:
        return Verdict(State.OTHER, "This file is not a page by itself; other pages may use it.")
    if placement.role in {Role.POST, Role.DRAFT}:
        return _unread_post(placement, facts)
    if facts.has_bom:
        return Verdict(
            State.OTHER,
            "This file begins with a byte order mark, so Jekyll copies it with its front matter as"
            " it is.",
        )
    if facts.has_front_matter:
        return None
    return Verdict(State.OTHER, "Without front matter Jekyll copies this file as it is.")


def _unread_post(placement: Placement, facts: PostFacts) -> Verdict | None:
    """Judge a post or draft that Jekyll passes over or drops; it needs no front matter."""
    if name_read(placement) is None:
        return Verdict(State.PASSED_OVER, _unnamed(placement))
    if facts.is_utf8:
        return None
    return Verdict(
        State.DROPPED, "Jekyll drops this post, because its text is not stored as UTF-8."
    )


def _document(placement: Placement, facts: PostFacts, site: Site, now: datetime) -> Verdict:
    """Judge a post, draft or document that Jekyll reads."""
    if facts.problem is not None and site.config.strict_front_matter:
        return Verdict(State.STOPS, f"Jekyll stops at this front matter: {facts.problem}")
    try:
        reading = reading_of(placement, facts, site, now)
        address = document_address(placement, reading, site)
    except DateProblem as error:
        state = State.STOPS if error.stops_jekyll else State.OTHER
        return Verdict(state, str(error))
    except PermalinkProblem as error:
        return Verdict(State.STOPS, str(error))
    state, reason = _state(placement, reading, site, now)
    notes = (*reading.notes, *_surprises(placement, reading, site))
    return Verdict(state, reason, address, reading.when, notes)


def _surprises(placement: Placement, reading: Reading, site: Site) -> Iterator[str]:
    """Say what Jekyll makes of a post's ending and slug, where that is hardly meant."""
    if reading.broken is not None:
        return
    ending = placement.relative.suffix.lower()
    if ending not in {*site.config.markdown_ext, ".html", ".htm", ".xhtml"}:
        yield f"Jekyll copies a “{visible(ending)}” file as it is: it is no Markdown to it."
    if isinstance(reading.slug, str) and not slugify(reading.slug, "pretty"):
        yield "Its address has no words: there are no letters in its name that Jekyll keeps."


def _state(placement: Placement, reading: Reading, site: Site, now: datetime) -> tuple[State, str]:
    """Find what keeps a document from showing, the strongest reason first."""
    config = site.config
    if not is_true(reading.values.get("published", True)) and not config.unpublished:
        return State.UNPUBLISHED, _UNPUBLISHED
    if placement.role is Role.DRAFT and not config.show_drafts:
        return State.DRAFT, "It is a draft: it shows once it is published, or with --drafts."
    if int(reading.when.timestamp()) > int(now.timestamp()) and not config.future:
        return State.LATER, "Its date lies ahead: it shows at the first build after it."
    if placement.role is Role.DOCUMENT and not _has_pages(placement.collection, site):
        return State.OTHER, (
            f"The collection “{placement.collection}” has no pages of its own (output: true)."
        )
    if reading.broken is not None:
        return State.BROKEN, (
            f"Jekyll publishes this post without its front matter, dated today: {reading.broken}"
        )
    return State.SHOWN, ""


def _has_pages(collection: str, site: Site) -> bool:
    """Tell whether a collection's documents become pages."""
    return is_true(site.config.collections[collection].get("output"))


def _page(placement: Placement, facts: PostFacts, site: Site) -> Verdict:
    """Judge a page that is no post; a page has no date, so nothing keeps it for later."""
    config = site.config
    defaults = front_matter_defaults(config, placement.relative, "pages", site.source)
    values = laid_over(defaults, facts.values)
    try:
        permalink = own_permalink(values)
    except PermalinkProblem as error:
        return Verdict(State.STOPS, str(error))
    if permalink == "":
        return Verdict(State.STOPS, "“permalink” is empty, and Jekyll stops there.")
    ending = output_ext(placement.relative.suffix, permalink, config.markdown_ext)
    address = page_address(placement.relative, config.permalink, permalink, ending)
    if not is_true(values.get("published", True)) and not config.unpublished:
        return Verdict(State.UNPUBLISHED, _UNPUBLISHED, address)
    if facts.problem is not None:
        return Verdict(
            State.BROKEN,
            f"Jekyll shows this page without its front matter: {facts.problem}",
            address,
        )
    return Verdict(State.SHOWN, address=address)


def _unnamed(placement: Placement) -> str:
    """Say why Jekyll passes over a file name."""
    name = visible(placement.relative.name)
    if placement.role is Role.POST:
        return (
            f"Jekyll passes over “{name}”: the name of a post is a date, a hyphen, words and an"
            " ending, such as 2025-11-17-first-snow.md."
        )
    return f"Jekyll passes over “{name}”: the name needs an ending such as .md."
