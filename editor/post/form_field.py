"""Hold what the form shows for one key, and work it out from the value in the file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from editor.post.edits.source_lines import column
from editor.post.field_edits import Cure
from editor.post.field_specs import HOUSE_FIELDS, FieldKind, FieldSpec, plain_spec
from editor.post.field_values import JekyllTime, Key, Value
from editor.post.form_plan import Inherited
from editor.post.groups import is_group, is_list_of_groups
from editor.post.spellings import spelling_of
from editor.post.yaml_nodes import Mapping as MappingNode
from editor.post.yaml_nodes import Node, Scalar
from editor.post.yaml_nodes import Sequence as SequenceNode

_Kind = FieldKind
_HOUSE_KEYS = frozenset(spec.key for spec in HOUSE_FIELDS)
_SPLIT_BY_JEKYLL = frozenset({"categories", "tags"})
_TAXONOMIES = frozenset({"categories", "tags", "category", "tag"})
_SHOWN_AS_YAML = frozenset({_Kind.RAW, _Kind.MAP, _Kind.MAPS})
_MOMENTS = frozenset({_Kind.MOMENT, _Kind.DATE})
_ALWAYS_TEXT = frozenset({_Kind.TITLE, _Kind.LONG_TEXT, _Kind.AUTHOR, _Kind.LAYOUT, _Kind.RAW})
_KEPT_FOR_TEXT = frozenset({_Kind.IMAGE, _Kind.WORD, _Kind.POST, _Kind.CHOICE})
# A key of the same name in a group is a plain text.
_NO_HOUSE_KIND = frozenset({_Kind.CHIPS, _Kind.TEXT})
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
        warning: A sentence about something that Jekyll will not do as the file seems to ask, or
            that the site does not want.
        cure: What mends it.
        inherited: What the post gets from the site's config; also where it says something else.
        groups: The parts of a mapping, or of each mapping in a list.
        within: The group that the field is a part of, in words.
    """

    spec: FieldSpec
    value: Value = None
    text: str = ""
    items: tuple[str, ...] = ()
    spelling: str = ""
    is_present: bool = False
    has_date: bool = False
    warning: str = ""
    cure: Cure | None = None
    inherited: Inherited | None = None
    groups: tuple[tuple["FormField", ...], ...] = ()
    within: str = ""

    @property
    def is_inherited(self) -> bool:
        """Tell whether the config's value counts, because the post does not say its own."""
        return self.inherited is not None and self.value is None

    @property
    def inherited_words(self) -> str:
        """Give the config's value as one reads it, "" where the config gives none."""
        return in_words(self.inherited.value) if self.inherited is not None else ""

    @property
    def is_post_date(self) -> bool:
        """Tell whether this is the date of the post itself, which its file's name has too."""
        return self.spec.key == "date" and not self.within

    @property
    def name(self) -> str:
        """Give the name by which the field is told from all others."""
        return f"{self.spec.name}, {self.within}" if self.within else self.spec.name

    @property
    def key(self) -> str:
        """Give the key in the front matter."""
        return self.spec.key


def field_of(
    spec: FieldSpec, value: Value, node: Node, text: str, within: str | None = None
) -> FormField:
    """Give what the form shows for a value that is there.

    Args:
        spec: What is known of the key.
        value: The value as Jekyll reads it.
        node: Where it stands.
        text: The whole text that it stands in.
        within: The group that it is a part of, in words; None for a key of the post itself, where
            Jekyll knows categories and tags.
    """
    is_part = within is not None
    spelling = spelling_of(text, node)
    items = _items("" if is_part else spec.key, value, node)
    kind = _kind(spec, value, node, has_items=items is not None)
    if kind in _SHOWN_AS_YAML:
        shown = _outdented(spelling.text, column(text, node.start))
    elif value is None:
        shown = ""
    else:
        shown = value if isinstance(value, str) else spelling.text
    return FormField(
        replace(spec, kind=kind),
        value,
        shown,
        items or (),
        spelling.text,
        is_present=True,
        has_date=spelling.date is not None,
        groups=_groups(spec, kind, value, node, text),
        within=within or "",
    )


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


def in_words(value: Value) -> str:
    """Give a value as one reads it, on one line."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return ", ".join(in_words(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {in_words(part)}" for key, part in value.items())
    return "" if value is None else str(value)


def _groups(
    spec: FieldSpec, kind: FieldKind, value: Value, node: Node, text: str
) -> tuple[tuple[FormField, ...], ...]:
    """Give the parts of a mapping, or of each mapping in a list."""
    if kind is _Kind.MAP and isinstance(value, dict) and isinstance(node, MappingNode):
        return (_parts(spec, value, node, text, spec.name),)
    if kind is not _Kind.MAPS or not isinstance(value, list) or not isinstance(node, SequenceNode):
        return ()
    return tuple(
        _parts(spec, item, part, text, f"{spec.name} {number}")
        for number, (item, part) in enumerate(zip(value, node.items, strict=True), 1)
        if isinstance(item, dict) and isinstance(part, MappingNode)
    )


def _parts(
    spec: FieldSpec, value: dict[Key, Value], node: MappingNode, text: str, within: str
) -> tuple[FormField, ...]:
    known = {part.key: part for part in spec.parts}
    there = [
        field_of(known.get(key.text) or plain_spec(key.text), value[key.text], part, text, within)
        for key, part in node.pairs
        if isinstance(key, Scalar)
    ]
    keys = {field.key for field in there}
    absent = [FormField(part, within=within) for part in spec.parts if part.key not in keys]
    return (*there, *absent)


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


def _kind(spec: FieldSpec, value: Value, node: Node, *, has_items: bool) -> FieldKind:
    """Give the kind of input that shows this value without changing what it is."""
    if value is None:
        return spec.kind
    if isinstance(value, dict | list):
        return _list_kind(spec, value, node, has_items=has_items)
    if spec.kind in _MOMENTS:
        return _Kind.MOMENT if isinstance(value, JekyllTime) else spec.kind
    if spec.kind in _ALWAYS_TEXT or spec.kind is _Kind.CHOICE:
        return spec.kind
    if isinstance(value, str):
        return _str_kind(spec, value)
    return _Kind.RAW if spec.key in _TAXONOMIES else _plain_kind(value)


def _list_kind(spec: FieldSpec, value: Value, node: Node, *, has_items: bool) -> FieldKind:
    if spec.kind is _Kind.RAW:
        return spec.kind
    if has_items:
        # Jekyll's plugins read a list of authors, or of layouts and titles, as no text at all.
        is_house = spec.kind not in _NO_HOUSE_KIND and spec.key in _HOUSE_KEYS
        return _Kind.RAW if is_house else _Kind.CHIPS
    if isinstance(value, dict):
        return _Kind.MAP if is_group(value, node) else _Kind.RAW
    return _Kind.MAPS if is_list_of_groups(value, node) else _Kind.RAW


def _str_kind(spec: FieldSpec, value: str) -> FieldKind:
    is_long = "\n" in value or len(value) > _LONG_FROM
    if spec.key in _TAXONOMIES or (spec.kind in _KEPT_FOR_TEXT and not is_long):
        return spec.kind
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
