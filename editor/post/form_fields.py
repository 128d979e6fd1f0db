"""Decide which fields a form shows for a post's front matter, and of which kind each is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from editor.post.edits.block import Entry
from editor.post.edits.source_lines import column
from editor.post.field_checks import complaint, is_wanted
from editor.post.field_edits import Cure
from editor.post.field_specs import HOUSE_FIELDS, FieldKind, FieldSpec
from editor.post.field_values import JekyllTime, Value
from editor.post.field_warnings import FieldWarning, warnings_for
from editor.post.form_plan import HOUSE_PLAN, FormPlan, Inherited
from editor.post.front_matter import FrontMatter
from editor.post.groups import is_group, is_list_of_groups
from editor.post.yaml_nodes import Node, Scalar
from editor.post.yaml_nodes import Sequence as SequenceNode

_Kind = FieldKind
# A file that has only the one gets no second, empty field for the other.
_STAND_INS = {
    "categories": "category",
    "tags": "tag",
    "category": "categories",
    "tag": "tags",
}
# What describes an image stands right under it, wherever the file has it.
_COMPANIONS = ("image_alt", "image_caption")
_HOUSE_KEYS = frozenset(spec.key for spec in HOUSE_FIELDS)
_SPLIT_BY_JEKYLL = frozenset({"categories", "tags"})
_TAXONOMIES = frozenset({"categories", "tags", "category", "tag"})
_MOMENTS = frozenset({_Kind.MOMENT, _Kind.DATE})
_SHOWN_AS_YAML = frozenset({_Kind.RAW, _Kind.MAP, _Kind.MAPS})
_ALWAYS_TEXT = frozenset({_Kind.TITLE, _Kind.LONG_TEXT, _Kind.AUTHOR, _Kind.LAYOUT, _Kind.RAW})
_KEPT_FOR_TEXT = frozenset({_Kind.IMAGE, _Kind.WORD, _Kind.POST, _Kind.CHOICE})
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

    @property
    def is_inherited(self) -> bool:
        """Tell whether the config's value counts, because the post does not say its own."""
        return self.inherited is not None and self.value is None

    @property
    def inherited_words(self) -> str:
        """Give the config's value as one reads it, "" where the config gives none."""
        return in_words(self.inherited.value) if self.inherited is not None else ""

    @property
    def key(self) -> str:
        """Give the key in the front matter."""
        return self.spec.key


def form_fields(
    front_matter: FrontMatter, added: Sequence[str] = (), plan: FormPlan = HOUSE_PLAN
) -> list[FormField]:
    """Give the fields of a form: those that the plan names, then the file's other keys.

    Args:
        front_matter: The post's front matter, without a problem.
        added: Keys that the person asked for and that have no value yet; they come last.
        plan: What the site taught the form.
    """
    entries = {entry.key: entry for entry in front_matter.entries}  # the last counts
    shown = [key for key in _order(plan, front_matter, added) if key not in plan.hidden]
    return [
        _field(plan, entries[key], front_matter) if key in entries else _absent(plan, key)
        for key in shown
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


def in_words(value: Value) -> str:
    """Give a value as one reads it, on one line."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return ", ".join(in_words(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {in_words(part)}" for key, part in value.items())
    return "" if value is None else str(value)


def _order(plan: FormPlan, front_matter: FrontMatter, added: Sequence[str]) -> Iterator[str]:
    keys = front_matter.keys
    given = {key: each.value for key, each in plan.inherited.items()} | front_matter.values
    shown: set[str] = set()
    for key in plan.order:
        stand_in = _STAND_INS.get(key, "")
        names = [name for name in (key, stand_in) if name in keys] or [key]
        names += [name for name in _companions(key, plan) if name in keys or name in added]
        for name in names:
            is_asked = name in keys or is_wanted(plan.spec_for(name).shown_when, given)
            if is_asked and name not in shown:
                shown.add(name)
                yield name
    for key in (*keys, *added):
        if key not in shown:
            shown.add(key)
            yield key


def _companions(key: str, plan: FormPlan) -> tuple[str, ...]:
    return (plan.alt_key, *_COMPANIONS) if key == "image" else ()


def _absent(plan: FormPlan, key: str) -> FormField:
    spec = plan.spec_for(key)
    inherited = plan.inherited.get(key)
    said = complaint(spec, inherited.value if inherited else None)
    return FormField(spec, warning=said, inherited=inherited)


def _field(plan: FormPlan, entry: Entry, front_matter: FrontMatter) -> FormField:
    spec = plan.spec_for(entry.key)
    value = front_matter.value(spec.key)
    spelling = front_matter.spelling(spec.key)
    items = _items(spec.key, value, entry.value_node)
    kind = _kind(spec, value, entry.value_node, has_items=items is not None)
    if kind in _SHOWN_AS_YAML:
        text = _outdented(spelling.text, column(front_matter.text, entry.value_node.start))
    elif value is None:
        text = ""
    else:
        text = value if isinstance(value, str) else spelling.text
    inherited = plan.inherited.get(spec.key)
    counts = inherited.value if inherited is not None and value is None else value
    said = complaint(spec, counts, items if isinstance(value, list) and items else ())
    warnings = [*warnings_for(spec.key, front_matter), *([FieldWarning(said)] if said else [])]
    return FormField(
        replace(spec, kind=kind),
        value,
        text,
        items or (),
        spelling.text,
        is_present=True,
        has_date=spelling.date is not None,
        warning=" ".join(warning.sentence for warning in warnings),
        cure=next((warning.cure for warning in warnings if warning.cure), None),
        inherited=inherited,
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
        is_house = spec.kind is not _Kind.CHIPS and spec.key in _HOUSE_KEYS
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
