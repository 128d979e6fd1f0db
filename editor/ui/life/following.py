"""Let the window go on with the open post where a step has put it."""

from pathlib import Path

from editor.post.errors import DatelineError
from editor.services.session import Session
from editor.site.post_file import OpenedFile, read_post
from editor.site.publishing.plan import FileChange, Plan
from editor.ui.surroundings import Surroundings


def follow(around: Surroundings, plan: Plan) -> None:
    """Show what a step made of the open file, or the file that it made."""
    made = plan.post
    if made.path is None and made.to is not None:
        around.commands.open(made.to)
    else:
        open_path = around.parts.session.path
        for change in plan.changes:
            if change.path is not None and change.path == open_path:
                _follow_file(around, change)
    around.parts.sites.refresh()


def _follow_file(around: Surroundings, change: FileChange) -> None:
    session = around.parts.session
    if change.to is None:
        around.commands.begin()
        return
    # First the name alone, as which the history knows the file again; then what is in it.
    around.commands.follow_to(change.to)
    there = _read(around, change.to)
    if there is not None and not session.is_modified():
        _take(session, there)
        session.mark_saved(session.post, there.path, there.identity)
        around.parts.saver.saved.emit(there.path)


def _take(session: Session, there: OpenedFile) -> None:
    """Take over what the step has written, as one step that undo takes back in the window."""
    now, new = session.post, there.post
    if now == new:
        return
    if new.front_matter is not None and (now.body, now.bom) == (new.body, new.bom):
        session.set_raw_front_matter(new.front_matter.text)
    else:
        session.take_version(new)


def _read(around: Surroundings, path: Path) -> OpenedFile | None:
    site = around.parts.sites.site
    try:
        return read_post(path, encoding=site.config.encoding if site is not None else "utf-8")
    except DatelineError:
        # Somebody took it away at once: the watcher of the open file says so.
        return None
