"""The owner of the open post: whoever wants it changed asks here."""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.post.errors import DatelineError, EditRefused
from editor.post.field_edits import FieldEdit, edited
from editor.post.field_values import NewValue
from editor.post.front_matter import FrontMatter
from editor.post.post import Post
from editor.services.timeline import FieldStep, Ground, TextStep, Timeline, VersionStep
from editor.site.file_identity import FileIdentity


class Origin(Enum):
    """Say where a change came from; nobody writes back into the pane that spoke."""

    LOAD = "load"
    TEXT = "text"
    FORM = "form"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Change:
    """Hold the post as it is now and its revision, which only ever grows."""

    post: Post
    revision: int
    origin: Origin


_BLANK_START = re.compile(r"\A(?:[ \t]*\n)+")
BlockEdit = Callable[[FrontMatter], FrontMatter]


class Session(QObject):
    """Hold the open post, frozen, and a revision number.

    "Modified" is a comparison with the post as it was saved last, never a flag. `left` comes
    before another post takes the place of this one; `text_wanted` brings a text that the text
    pane is to show as an edit of its own.
    """

    left = Signal()
    text_wanted = Signal(object)  # str: a lone surrogate would not survive Signal(str)

    post_changed = Signal(object)
    modified_changed = Signal(bool)
    file_changed = Signal()
    edit_refused = Signal(str, str)
    text_step_undone = Signal()
    text_step_redone = Signal()
    field_step_made = Signal()
    # A field's key and the front matter before its step was taken back or made once more.
    field_step_retraced = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.post = Post.from_bytes(b"")
        self.revision = 0
        self.path: Path | None = None
        self.identity: FileIdentity | None = None
        self._saved = self.post
        # The text as it was opened or saved last: line ends of untouched lines come from here.
        self._base = self.post
        self._lead = ""
        self._is_modified = False
        self._timeline = Timeline()
        self._takes_version = False
        self._has_text_step = False

    def open(self, post: Post, path: Path | None, identity: FileIdentity | None) -> None:
        """Hold another post: one read from `path`, or a new one where that is None."""
        self.left.emit()
        self.path = path
        self.identity = identity
        self._base = post
        self._saved = post
        self._lead = _blank_start(post)
        self._timeline.clear()
        self._take(post, Origin.LOAD)
        self.file_changed.emit()

    def mark_saved(self, post: Post, path: Path, identity: FileIdentity) -> None:
        """Note that `post` (not what was typed since) is what the file holds now."""
        self.path = path
        self.identity = identity
        self._saved = post
        self._base = post
        self._tell_modified()
        self.file_changed.emit()

    @property
    def saved(self) -> Post:
        """Give the post as the file holds it, as far as is known here."""
        return self._saved

    def move_to(self, path: Path) -> None:
        """Note that the file has another name now and the same bytes."""
        self.path = path
        self.file_changed.emit()

    def convert_to(self, encoding: str) -> None:
        """Write the post in another encoding from the next save on."""
        self._take(replace(self.post, encoding=encoding, bom=False), Origin.FORM)

    def is_modified(self) -> bool:
        """Tell whether the file would change if the post were saved now."""
        return self._is_modified

    def shown_text(self) -> str:
        """Give the body for the text pane: plain line ends, no blank lines at its start.

        Jekyll passes over blank lines after the front matter (4.3: `Document#read_content`);
        they stay in the file.
        """
        return self.post.shown_body.removeprefix(self._lead)

    def first_line(self) -> int:
        """Give the line of the body, from 0, that the shown text begins with."""
        return self._lead.count("\n")

    def edit_text(self, shown: str) -> None:
        """Take the text as the text pane shows it."""
        post = self._base.with_shown_body(self._lead + shown).with_front_matter(
            self.post.front_matter
        )
        if post != self.post:
            self._take(post, Origin.TEXT)

    def add_text_step(self) -> None:
        """Note that the text pane made a step that can be undone."""
        if self._takes_version:
            self._has_text_step = True
        else:
            self._timeline.add_text_step()

    def take_version(self, version: Post) -> None:
        """Put another version of the whole post in the place of this one, as one step to undo.

        The file's encoding and byte order mark stay what they are; nothing is written.
        """
        base = replace(version, encoding=self.post.encoding, bom=self.post.bom)
        before = Ground(self.post, self._base, self._lead)
        after = Ground(base, base, _blank_start(base))
        self._takes_version, self._has_text_step = True, False
        self._base, self._lead = after.base, after.lead
        self.text_wanted.emit(base.shown_body.removeprefix(after.lead))
        self._takes_version = False
        self._timeline.add_version_step(VersionStep(before, after, self._has_text_step))
        self.field_step_made.emit()
        self._take(after.post, Origin.UNDO)

    def accept_theirs(self, identity: FileIdentity | None, theirs: Post | None = None) -> None:
        """Take what lies on the disk now, or None for nothing, for what the next save replaces."""
        self.identity = identity
        if theirs is not None:
            self._saved = theirs
            self._tell_modified()
        self.file_changed.emit()

    def set_field(self, key: str, new: NewValue) -> None:
        """Set one field, or add it; `new` is what `FrontMatter.put` takes."""
        self._edit(key, lambda block: block.put(key, new))

    def set_date(self, key: str, when: datetime) -> None:
        """Set a date in the spelling that the file has for it, or add one."""
        self._edit(key, lambda block: block.put_date(key, when))

    def set_list(self, key: str, items: Sequence[str]) -> None:
        """Set a list item by item: what stays keeps its spelling."""
        self._edit(key, lambda block: block.set_list(key, list(items)))

    def remove_field(self, key: str) -> None:
        """Take a field out of the front matter."""
        self._edit(key, lambda block: block.delete(key))

    def edit_fields(self, key: str, edits: Sequence[FieldEdit]) -> None:
        """Make several edits as one step; a refusal is told at the field of `key`."""
        self._edit(key, lambda block: edited(block, edits))

    def repair(self) -> None:
        """Quote the value that makes the front matter unreadable."""
        self._edit("", FrontMatter.repaired)

    def set_raw_front_matter(self, text: str) -> None:
        """Take the whole block as it was typed, fences included, valid or not."""
        self._edit("", lambda _block: _block_read(text))

    def add_front_matter(self) -> None:
        """Give a post without front matter empty fences."""
        self._edit("", lambda block: block)

    def can_undo(self) -> bool:
        """Tell whether something can be taken back."""
        return self._timeline.can_undo()

    def can_redo(self) -> bool:
        """Tell whether something that was taken back can be done again."""
        return self._timeline.can_redo()

    def undo(self) -> None:
        """Take back the last thing that was done, in the text or in the form."""
        match self._timeline.undo():
            case TextStep():
                self.text_step_undone.emit()
            case FieldStep() as step:
                self._retrace(step.key, step.before)
            case VersionStep() as step:
                self._base, self._lead = step.before.base, step.before.lead
                if step.has_text:
                    self.text_step_undone.emit()
                self._take(step.before.post, Origin.UNDO)
            case None:
                pass

    def redo(self) -> None:
        """Do the last thing that was taken back once more."""
        match self._timeline.redo():
            case TextStep():
                self.text_step_redone.emit()
            case FieldStep() as step:
                self._retrace(step.key, step.after)
            case VersionStep() as step:
                self._base, self._lead = step.after.base, step.after.lead
                if step.has_text:
                    self.text_step_redone.emit()
                self._take(step.after.post, Origin.UNDO)
            case None:
                pass

    def _retrace(self, key: str, to: FrontMatter | None) -> None:
        was = self.post.front_matter
        self._take(self.post.with_front_matter(to), Origin.UNDO)
        self.field_step_retraced.emit(key, was)

    def _edit(self, key: str, edit: BlockEdit) -> None:
        before = self.post.front_matter
        try:
            after = edit(self.post.with_fences().front_matter or FrontMatter.empty())
        except DatelineError as refusal:
            self.edit_refused.emit(key, str(refusal))
            return
        if after == before:
            return
        self._timeline.add_field_step(FieldStep(key, before, after, time.monotonic()))
        self.field_step_made.emit()
        self._take(self.post.with_front_matter(after), Origin.FORM)

    def _take(self, post: Post, origin: Origin) -> None:
        self.post = post
        self.revision += 1
        self.post_changed.emit(Change(post, self.revision, origin))
        self._tell_modified()

    def _tell_modified(self) -> None:
        is_modified = self.post != self._saved
        if is_modified != self._is_modified:
            self._is_modified = is_modified
            self.modified_changed.emit(is_modified)


def _blank_start(post: Post) -> str:
    blank = _BLANK_START.match(post.shown_body)
    return blank[0] if blank is not None else ""


def _block_read(text: str) -> FrontMatter:
    try:
        return FrontMatter.read(text)
    except ValueError as error:
        raise EditRefused(
            "yaml-syntax", "The front matter begins and ends with a line of three dashes."
        ) from error
