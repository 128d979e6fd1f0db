"""Name what can be done to a field of the front matter, and do it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from editor.post.field_values import NewValue
from editor.post.front_matter import FrontMatter


@dataclass(frozen=True, slots=True)
class Put:
    """Give `key` another value: text, a `Literal` spelling, a list or a mapping."""

    key: str
    new: NewValue


@dataclass(frozen=True, slots=True)
class Insert:
    """Add `key` with a value right after another key."""

    key: str
    new: NewValue
    after: str


@dataclass(frozen=True, slots=True)
class PutDate:
    """Give `key` another moment, in the spelling that it has."""

    key: str
    when: datetime


@dataclass(frozen=True, slots=True)
class PutList:
    """Give `key` another list of texts; the items that stay keep their bytes."""

    key: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remove:
    """Take `key` out of the front matter."""

    key: str


@dataclass(frozen=True, slots=True)
class Rename:
    """Give the field `key` another name."""

    key: str
    to: str


FieldEdit = Put | Insert | PutDate | PutList | Remove | Rename


@dataclass(frozen=True, slots=True)
class Cure:
    """Offer to mend something with one click.

    Attributes:
        words: What the button says.
        edits: What it does, as one step.
    """

    words: str
    edits: tuple[FieldEdit, ...]


def edited(front_matter: FrontMatter, edits: Iterable[FieldEdit]) -> FrontMatter:
    """Make edits one after the other.

    Raises:
        EditRefused: One of them is refused; then none of them counts.
    """
    for edit in edits:
        front_matter = _edited(front_matter, edit)
    return front_matter


def _edited(front_matter: FrontMatter, edit: FieldEdit) -> FrontMatter:
    match edit:
        case Put(key, new):
            return front_matter.put(key, new)
        case Insert(key, new, after):
            return front_matter.insert(key, new, after=after)
        case PutDate(key, when):
            return front_matter.put_date(key, when)
        case PutList(key, items):
            return front_matter.set_list(key, list(items))
        case Remove(key):
            return front_matter.delete(key)
        case Rename(key, to):
            return front_matter.rename(key, to)
