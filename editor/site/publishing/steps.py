"""Plan the steps of a post's life: publish, schedule, unpublish, rename, move."""

from datetime import datetime
from pathlib import Path

from editor.post.dates import written_form
from editor.post.field_values import Literal
from editor.post.file_names import build, parse, parse_draft, unsafe_reason
from editor.post.front_matter import FrontMatter
from editor.site.folders import UnsafeName
from editor.site.merging import is_true
from editor.site.placement import Role
from editor.site.post_file import OpenedFile
from editor.site.publishing.moving import Move, plan_move
from editor.site.publishing.own_files import with_home
from editor.site.publishing.plan import FileChange, Plan, PlanRefused
from editor.site.publishing.standing_links import standing_links
from editor.site.publishing.workbench import FieldEdit, Workbench, facts_after
from editor.site.shown_names import shown_name
from editor.site.verdict import State


def plan_publish(bench: Workbench, path: Path, when: datetime | None = None) -> Plan:
    """Plan to publish a draft, or a post whose “published” is off.

    A draft is dated, gets the date in front of its name and moves to the `_posts` beside its
    `_drafts`. A post stays where it is.

    Args:
        bench: the site and the moment.
        path: the file.
        when: the date to give it; None for now. A moment ahead schedules it.

    Raises:
        DatelineError: it cannot be published, and a sentence says why.
    """
    opened = bench.read(path)
    role = bench.role(opened.path)
    if role is Role.DRAFT:
        return _publish_draft(bench, opened, when)
    if role is not Role.POST:
        raise PlanRefused(f"“{shown_name(path)}” is no draft and no post of this site.")
    edits = _shown(opened)
    if when is None and bench.state(opened.path, facts_after(opened.post)) is State.LATER:
        when = bench.local_now
    if when is not None:
        return _redate(bench, opened, when, edits)
    if not edits:
        raise PlanRefused(f"“{shown_name(path)}” is published already.")
    return plan_move(bench, Move(opened, opened.path, "Published.", edits))


def plan_unpublish(bench: Workbench, path: Path) -> Plan:
    """Plan to take a post back among the drafts: its name loses the date, its text stays.

    Raises:
        DatelineError: it is no post, or cannot be moved.
    """
    opened = bench.read(path)
    name = parse(opened.path.name)
    if bench.role(opened.path) is not Role.POST or name is None:
        raise PlanRefused(f"“{shown_name(path)}” is no post of this site.")
    folder = _beside(opened.path, "_posts", "_drafts")
    alone = bench.free_path(folder, name.slug or opened.path.stem, name.ext)
    to, beside = with_home(bench, opened.path, alone)
    raw = opened.post.to_bytes()
    changes = [FileChange(opened.path, to, raw, raw)]
    changes += [FileChange(each.path, each.to) for each in beside]
    sentence = f"Unpublished: it is the draft “{to.name}” now."
    return Plan(sentence, tuple(changes), standing_links(bench, opened))


def plan_rename(bench: Workbench, path: Path, name: str) -> Plan:
    """Plan to give a file another name in its folder.

    Raises:
        UnsafeName: the name would not survive on some system.
        DatelineError: it cannot be renamed.
    """
    reason = unsafe_reason(name)
    if reason is not None:
        raise UnsafeName(reason)
    opened = bench.read(path)
    if bench.role(opened.path) is Role.POST and parse(name) is None:
        raise PlanRefused(
            f"Jekyll would pass over “{shown_name(Path(name))}”: the name of a post is a date, a"
            " hyphen, words and an ending, such as 2025-11-17-first-snow.md."
        )
    to = opened.path.with_name(name)
    return plan_move(bench, Move(opened, to, f"Renamed to “{name}”."))


def plan_move_to(bench: Workbench, path: Path, folder: Path) -> Plan:
    """Plan to move a file to another folder of the site, which need not exist yet.

    Raises:
        DatelineError: the folder lies outside, or the file cannot be moved.
    """
    opened = bench.read(path)
    to = bench.free_path(folder, opened.path.stem, opened.path.suffix, own=opened.path)
    sentence = f"Moved to “{bench.site.display_path(folder)}”."
    return plan_move(bench, Move(opened, to, sentence))


def plan_categories(bench: Workbench, path: Path, categories: list[str]) -> Plan:
    """Plan to give a post other categories, which may give it another address.

    Raises:
        DatelineError: its front matter cannot be edited.
    """
    opened = bench.read(path)
    if opened.post.front_matter is None:
        raise PlanRefused(f"“{shown_name(path)}” has no front matter to put categories in.")

    def moved(block: FrontMatter) -> FrontMatter:
        if isinstance(block.value("categories"), list):
            return block.set_list("categories", categories)
        return block.put("categories", categories)

    words = ", ".join(f"“{each}”" for each in categories)
    return plan_move(bench, Move(opened, opened.path, f"Moved to {words}.", (moved,)))


def _publish_draft(bench: Workbench, opened: OpenedFile, when: datetime | None) -> Plan:
    name = parse_draft(opened.path.name)
    if name is None:
        raise PlanRefused(f"“{shown_name(opened.path)}” needs an ending such as .md.")
    moment = (when or bench.local_now).astimezone(bench.site.config.zone)
    folder = _beside(opened.path, "_drafts", "_posts")
    stem = build(moment.date(), name.slug, "")
    to = bench.free_path(folder, stem, name.ext)
    edits = (*_dated(opened, moment), *_shown(opened))
    return plan_move(bench, Move(opened, to, _published(bench, moment, to), edits))


def _redate(
    bench: Workbench, opened: OpenedFile, when: datetime, edits: tuple[FieldEdit, ...]
) -> Plan:
    """Plan to give a post in `_posts` another date, in its fields and its name."""
    name = parse(opened.path.name)
    moment = when.astimezone(bench.site.config.zone)
    to = opened.path
    if name is not None and name.date != moment.date():
        stem = build(moment.date(), name.slug, "")
        to = bench.free_path(to.parent, stem, name.ext, own=to)
    edits = (*_dated(opened, moment), *edits)
    return plan_move(bench, Move(opened, to, _published(bench, moment, to), edits))


def _published(bench: Workbench, moment: datetime, to: Path) -> str:
    if moment > bench.now:
        return f"Scheduled as “{to.name}” for {moment:%Y-%m-%d %H:%M}."
    return f"Published as “{to.name}”."


def _dated(opened: OpenedFile, moment: datetime) -> tuple[FieldEdit, ...]:
    """Plan the date in the front matter; a post without any has it in its name."""
    if opened.post.front_matter is None:
        return ()

    def edit(block: FrontMatter) -> FrontMatter:
        if not block.has("date"):
            return block.put_date("date", moment)
        # A date that names no zone would be read as another moment, so it gets one.
        return block.set("date", Literal(written_form(moment)))

    return (edit,)


def _shown(opened: OpenedFile) -> tuple[FieldEdit, ...]:
    """Plan to switch “published” on where it is off."""
    front_matter = opened.post.front_matter
    if front_matter is None or not front_matter.has("published"):
        return ()
    if is_true(front_matter.value("published")):
        return ()
    return (lambda block: block.set("published", Literal("true")),)


def _beside(path: Path, here: str, there: str) -> Path:
    """Give the folder of the same place below `_posts` instead of `_drafts`, or the other way."""
    parts = list(path.parent.parts)
    if here in parts:
        parts[len(parts) - 1 - parts[::-1].index(here)] = there
    return Path(*parts)
