"""Decide which fields a form shows for a post's front matter, and of which kind each is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from editor.post.edits.block import Entry
from editor.post.edits.source_lines import column
from editor.post.field_specs import HOUSE_FIELDS, FieldKind, FieldSpec, spec_for
from editor.post.field_values import JekyllTime, Value
from editor.post.field_warnings import warnings_for
from editor.post.front_matter import FrontMatter
from editor.post.yaml_nodes import Node, Scalar
from editor.post.yaml_nodes import Sequence as SequenceNode

_Kind = FieldKind
# A file that has only the one gets no second, empty field for the other.
_STAND_INS = {"categories": "category", "tags": "tag"}
# What describes an image stands right under it, wherever the file has it.
_COMPANIONS = {"image": ("image_alt", "image_caption")}
_SPLIT_BY_JEKYLL = frozenset({"categories", "tags"})
_TAXONOMIES = frozenset({"categories", "tags", "category", "tag"})
_ALWAYS_TEXT = frozenset({_Kind.TITLE, _Kind.LONG_TEXT, _Kind.AUTHOR, _Kind.LAYOUT})
_LONG_FROM = 120
# Ruby's String#split takes only these for blanks: a no-break space stays inside a tag.
_RUBY_BLANKS = re.compile(r"[\0\t\n\v\f\r ]+")


@dataclass(frozen=True, slots=True)
class FormField:
    """Hold what the form shows for one key.

    Attributes:
        spec: The key, its label, and the kind of input that its value needs.
        value: The value as Jekyll reads it; None too when the key is absent.
        text: The value as one edits it as text.
        items: The value as one edits it as a list.
        spelling: The value as it stands in the file, "" when absent.
        is_present: Whether the file has the key.
        has_date: Whether another date can be written in the way that this one is.
        warning: A sentence about something that Jekyll will not do as the file seems to ask.
    """

    spec: FieldSpec
    value: Value = None
    text: str = ""
    items: tuple[str, ...] = ()
    spelling: str = ""
    is_present: bool = False
    has_date: bool = False
    warning: str = ""

    @property
    def key(self) -> str:
        """Give the key in the front matter."""
        return self.spec.key


def form_fields(front_matter: FrontMatter, added: Sequence[str] = ()) -> list[FormField]:
    """Give the fields of a form: the house's own, then the file's other keys in file order.

    Args:
        front_matter: The post's front matter, without a problem.
        added: Keys that the person asked for and that have no value yet; they come last.
    """
    entries = {entry.key: entry for entry in front_matter.entries}  # the last counts
    return [
        _field(spec_for(key), entries[key], front_matter)
        if key in entries
        else FormField(spec_for(key))
        for key in _order(front_matter.keys, added)
    ]


def items_as_text(key: str, value: Value, items: Sequence[str]) -> str | None:
    """Give the text that stands for `items` where the file wrote a text; None: write a list.

    Jekyll 4.3: `Utils.pluralized_array_from_hash`. `tags: one two` is two tags, `tag: one two`
    is one.
    """
    if not isinstance(value, str):
        return None
    if key in _SPLIT_BY_JEKYLL:
        is_splittable = all(item and not _RUBY_BLANKS.search(item) for item in items)
        return " ".join(items) if is_splittable else None
    return items[0] if len(items) == 1 else None


def _order(keys: Sequence[str], added: Sequence[str]) -> Iterator[str]:
    shown: set[str] = set()
    for spec in HOUSE_FIELDS:
        stand_in = _STAND_INS.get(spec.key, "")
        names = [name for name in (spec.key, stand_in) if name in keys] or [spec.key]
        names += [name for name in _COMPANIONS.get(spec.key, ()) if name in keys]
        yield from names
        shown.update(names)
    for key in (*keys, *added):
        if key not in shown:
            shown.add(key)
            yield key


def _field(spec: FieldSpec, entry: Entry, front_matter: FrontMatter) -> FormField:
    value = front_matter.value(spec.key)
    spelling = front_matter.spelling(spec.key)
    items = _items(spec.key, value, entry.value_node)
    kind = _kind(spec, value, has_items=items is not None)
    if kind is _Kind.RAW:
        text = _outdented(spelling.text, column(front_matter.text, entry.value_node.start))
    elif value is None:
        text = ""
    else:
        text = value if isinstance(value, str) else spelling.text
    return FormField(
        replace(spec, kind=kind),
        value,
        text,
        items or (),
        spelling.text,
        is_present=True,
        has_date=spelling.date is not None,
        warning=" ".join(warnings_for(spec.key, front_matter)),
    )


def _items(key: str, value: Value, node: Node) -> tuple[str, ...] | None:
    """Give the items of a list as Jekyll takes them, None for what is no list of words."""
    if value is None:
        return ()
    if isinstance(value, str):
        if key in _SPLIT_BY_JEKYLL:
            return tuple(word for word in _RUBY_BLANKS.split(value) if word)
        return (value,) if value else ()
    if not isinstance(value, list) or not isinstance(node, SequenceNode) or None in value:
        return None
    texts = tuple(item.text for item in node.items if isinstance(item, Scalar))
    return texts if len(texts) == len(value) else None


def _kind(spec: FieldSpec, value: Value, *, has_items: bool) -> FieldKind:
    """Give the kind of input that shows this value without changing what it is."""
    if value is None:
        return spec.kind
    if isinstance(value, dict | list):
        return _list_kind(spec) if has_items else _Kind.RAW
    if spec.kind is _Kind.MOMENT or spec.kind in _ALWAYS_TEXT:
        return spec.kind
    if isinstance(value, str):
        return _str_kind(spec, value)
    return _Kind.RAW if spec.key in _TAXONOMIES else _plain_kind(value)


def _list_kind(spec: FieldSpec) -> FieldKind:
    # Jekyll's plugins read a list of authors, or of layouts and titles, as no text at all.
    is_house = spec in HOUSE_FIELDS and spec.kind is not _Kind.CHIPS
    return _Kind.RAW if is_house else _Kind.CHIPS


def _str_kind(spec: FieldSpec, value: str) -> FieldKind:
    if spec.kind is _Kind.IMAGE or spec.key in _TAXONOMIES:
        return spec.kind
    is_long = "\n" in value or len(value) > _LONG_FROM
    return _Kind.LONG_TEXT if is_long else _Kind.TEXT


def _plain_kind(value: Value) -> FieldKind:
    if isinstance(value, bool):
        return _Kind.YES_NO
    if isinstance(value, int | float):
        return _Kind.NUMBER
    return _Kind.MOMENT if isinstance(value, date | JekyllTime) else _Kind.TEXT


def _outdented(spelling: str, margin: int) -> str:
    """Give a value of several lines without the blanks that set it under its key."""
    return "\n".join(line.removeprefix(" " * margin) for line in spelling.splitlines())
