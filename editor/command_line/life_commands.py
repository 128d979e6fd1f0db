"""Walk posts through their life: `dateline publish`, `unpublish`, `rename`, `move`, `trash`."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from editor.command_line.moments import moment_in
from editor.command_line.speech import complain, say
from editor.command_line.usage import CommandArguments, UsageError, plain_text
from editor.post.errors import DatelineError
from editor.site.folders import Site, find_site
from editor.site.publishing.beginnings import plan_trash
from editor.site.publishing.carrying_out import carry_out
from editor.site.publishing.plan import FileChange, Plan
from editor.site.publishing.steps import (
    plan_categories,
    plan_move_to,
    plan_publish,
    plan_rename,
    plan_unpublish,
)
from editor.site.publishing.workbench import Workbench
from editor.site.shown_names import visible


def publish(arguments: Sequence[str]) -> None:
    """Publish a draft, or schedule it: date it, and move it to `_posts`."""
    reader = _reader("publish")
    reader.add_argument("--date", metavar="WHEN")
    asked = reader.parse_args(arguments)
    bench = _bench(asked.file)
    zone = bench.site.config.zone
    when = None if asked.date is None else moment_in(asked.date, zone)
    _finish(plan_publish(bench, asked.file, when), bench, dry_run=asked.dry_run)


def unpublish(arguments: Sequence[str]) -> None:
    """Take a post back among the drafts."""
    asked = _reader("unpublish").parse_args(arguments)
    bench = _bench(asked.file)
    _finish(plan_unpublish(bench, asked.file), bench, dry_run=asked.dry_run)


def rename(arguments: Sequence[str]) -> None:
    """Give a file another name, and lead every link to it there."""
    reader = _reader("rename")
    reader.add_argument("name", type=plain_text, metavar="NAME")
    asked = reader.parse_args(arguments)
    bench = _bench(asked.file)
    _finish(plan_rename(bench, asked.file, asked.name), bench, dry_run=asked.dry_run)


def move(arguments: Sequence[str]) -> None:
    """Move a file to another folder or other categories, and lead every link to it there."""
    reader = _reader("move")
    reader.add_argument("folder", type=Path, nargs="?", metavar="FOLDER")
    reader.add_argument("--category", action="append", type=plain_text, metavar="NAME")
    asked = reader.parse_args(arguments)
    if (asked.folder is None) == (asked.category is None):
        raise UsageError("dateline move: name a folder, or one category or more.")
    bench = _bench(asked.file)
    if asked.folder is None:
        plan = plan_categories(bench, asked.file, asked.category)
    else:
        plan = plan_move_to(bench, asked.file, asked.folder.absolute())
    _finish(plan, bench, dry_run=asked.dry_run)


def trash(arguments: Sequence[str]) -> None:
    """Put a post into the trash of the system."""
    asked = _reader("trash").parse_args(arguments)
    bench = _bench(asked.file)
    _finish(plan_trash(bench, asked.file), bench, dry_run=asked.dry_run)


COMMANDS: Final[dict[str, Callable[[Sequence[str]], None]]] = {
    "publish": publish,
    "unpublish": unpublish,
    "rename": rename,
    "move": move,
    "trash": trash,
}
"""The steps of a post's life by what is typed for them."""


def _reader(command: str) -> CommandArguments:
    reader = CommandArguments(command)
    reader.add_argument("file", type=Path, metavar="FILE")
    reader.add_argument("--dry-run", action="store_true")
    return reader


def _bench(path: Path) -> Workbench:
    """Open the site of a file.

    Raises:
        DatelineError: the file belongs to none.
    """
    root = find_site(path)
    if root is None:
        raise DatelineError(f"“{visible(str(path))}” lies in no Jekyll site.")
    return Workbench(Site.open(root), datetime.now(UTC))


def _finish(plan: Plan, bench: Workbench, *, dry_run: bool) -> None:
    """Print the plan, or carry it out and print where the post lies now."""
    for note in plan.notes:
        complain(note)
    if dry_run:
        for change in plan.changes:
            _print_change(change, bench.site)
        return
    carry_out(plan, bench.site.root)
    if plan.post.to is not None:
        say(str(plan.post.to))


def _print_change(change: FileChange, site: Site) -> None:
    """Print what happens to a file, and below it each line that changes."""
    old = "" if change.path is None else site.display_path(change.path)
    new = "the trash" if change.to is None else site.display_path(change.to)
    say(old if old == new else f"{old} -> {new}".strip())
    for before, after in change.lines():
        for sign, line in (("-", before), ("+", after)):
            if line:
                say(f"  {sign} {visible(line)}")
