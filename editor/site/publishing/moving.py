"""Plan how a file gets another name, folder or address, and everything that follows from it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from editor.post.edits.splices import applied
from editor.post.post import Post
from editor.site.jekyll_reading import PostFacts
from editor.site.links.inbound import InboundLinks
from editor.site.links.relinking import Text
from editor.site.links.whereabouts import Moved, Whereabouts, whereabouts_of
from editor.site.placement import Role
from editor.site.post_file import OpenedFile
from editor.site.publishing.own_files import own_files, with_home
from editor.site.publishing.plan import FileChange, Plan, edited
from editor.site.publishing.redirects import can_redirect, redirected
from editor.site.publishing.workbench import FieldEdit, Workbench, edited_fields, facts_after
from editor.site.shown_names import visible
from editor.site.verdict import State


@dataclass(frozen=True, slots=True)
class Move:
    """Say what is to become of a post.

    Attributes:
        opened: the post as it lies on the disk.
        to: where it is to lie.
        sentence: what was done, once it is done.
        edits: what is to change in its fields.
    """

    opened: OpenedFile
    to: Path
    sentence: str
    edits: tuple[FieldEdit, ...] = ()


def plan_move(bench: Workbench, move: Move) -> Plan:
    """Plan a move: the file, the links to it, its own pictures, and a redirect.

    Raises:
        DatelineError: it cannot be done, and a sentence says why.
    """
    opened = move.opened
    to, beside = with_home(bench, opened.path, bench.site.contained(move.to))
    after = edited_fields(opened.post, move.edits)
    old, new = _ends(bench, opened, to, after)
    redirect, notes = _redirect(bench, opened, to, (old, new))
    carried = [*beside, *own_files(bench, opened.path, to)]
    inbound = InboundLinks(bench.site, bench.now, [Moved(old, new), *(c.moved for c in carried)])
    text = Text(
        "\ufeff" * opened.post.bom + opened.post.text,
        page_url=old.url or None,
        new_url=new.url or None,
        is_markdown=opened.path.suffix.lower() in bench.site.config.markdown_ext,
        beside=frozenset(_name_from(each.path, opened.path.parent) for each in beside),
    )
    linked = applied(text.text, inbound.relinking.splices(text)).removeprefix("\ufeff")
    post = edited_fields(opened.post.with_text(linked), (*move.edits, *redirect))
    encoding = bench.site.config.encoding
    changes = (
        FileChange(opened.path, to, opened.post.to_bytes(), post.to_bytes()),
        *(FileChange(each.path, each.to) for each in carried),
        *(
            edited(each.path, each.raw, each.splices, encoding)
            for each in inbound.found(besides=opened.path)
        ),
    )
    if inbound.unread:
        names = ", ".join(bench.site.display_path(path) for path in inbound.unread[:3])
        notes.append(f"Not looked into, because it cannot be read: {names}.")
    return Plan(move.sentence, changes, tuple(notes), old.url, new.url)


def _name_from(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _ends(
    bench: Workbench, opened: OpenedFile, to: Path, after: Post
) -> tuple[Whereabouts, Whereabouts]:
    """Tell where a post shows now, and where it will."""
    before = dated(facts_after(opened.post), opened)
    return (
        whereabouts_of(opened.path, before, bench.site, bench.now),
        whereabouts_of(to, dated(facts_after(after), opened), bench.site, bench.now),
    )


def dated(facts: PostFacts, opened: OpenedFile) -> PostFacts:
    """Add when a file was changed last, which dates a draft."""
    modified = datetime.fromtimestamp(opened.identity.mtime_ns / 1e9, UTC)
    return replace(facts, modified=modified)


def _redirect(
    bench: Workbench, opened: OpenedFile, to: Path, ends: tuple[Whereabouts, Whereabouts]
) -> tuple[tuple[FieldEdit, ...], list[str]]:
    """Plan a redirect where readers know the old address, or say why there is none."""
    old, new = ends[0].url, ends[1].url
    state = bench.state(opened.path, dated(facts_after(opened.post), opened))
    is_public = state in {State.SHOWN, State.BROKEN}
    if not (is_public and old and new) or old == new or bench.role(to) is Role.DRAFT:
        return (), []
    if not can_redirect(bench.site):
        return (), [_lost(old, "this site does not use jekyll-redirect-from")]
    front_matter = opened.post.front_matter
    if front_matter is None or front_matter.problem is not None:
        return (), [_lost(old, "a redirect needs front matter that can be edited")]
    return (lambda block: redirected(block, old, new),), []


def _lost(url: str, why: str) -> str:
    return f"The old address {visible(url)} will lead nowhere: {why}."
