"""Read what a `dateline.yml` says of single fields."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from editor.post.field_specs import Choice, Condition, FieldKind, FieldSpec
from editor.post.unlike import nearest
from editor.post.yaml_nodes import Mapping as MappingNode
from editor.post.yaml_nodes import Node, Scalar
from editor.post.yaml_nodes import Sequence as SequenceNode
from editor.site.site_form_reading import (
    SettingsReader,
    WrongSetting,
    count_in,
    name_in,
    number_in,
    pattern_in,
    text_in,
    value_in,
    yes_or_no_in,
)

KINDS: Final = {
    "text": FieldKind.TEXT,
    "long text": FieldKind.LONG_TEXT,
    "date and time": FieldKind.MOMENT,
    "date": FieldKind.DATE,
    "number": FieldKind.NUMBER,
    "yes or no": FieldKind.YES_NO,
    "choice": FieldKind.CHOICE,
    "list": FieldKind.CHIPS,
    "image": FieldKind.IMAGE,
    "author": FieldKind.AUTHOR,
    "post": FieldKind.POST,
    "group": FieldKind.MAP,
    "list of groups": FieldKind.MAPS,
    "yaml": FieldKind.RAW,
}
"""The kinds of fields by their names in the file."""

_Changes: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DeclaredField:
    """Hold what the site says of a field; what it does not say stays as it is known.

    Attributes:
        key: the key in the front matter.
        changes: the attributes of `FieldSpec` that it sets.
        is_hidden: whether the form leaves it out.
    """

    key: str
    changes: _Changes
    is_hidden: bool = False

    def applied(self, known: FieldSpec) -> FieldSpec:
        """Give what is known of the field now."""
        return replace(known, **self.changes)


def read_fields(reader: SettingsReader, node: Node, where: str) -> tuple[DeclaredField, ...]:
    """Read the fields under `fields:`, in their order."""
    return tuple(
        _field(reader, key.text, value) for key, value in reader.pairs(node, where) if key.text
    )


def _field(reader: SettingsReader, key: str, node: Node) -> DeclaredField:
    where = f"the field “{key}”"

    def parts(inner: Node) -> tuple[FieldSpec, ...]:
        declared = read_fields(reader, inner, f"“fields” of {where}")
        return tuple(each.applied(_unknown(each.key)) for each in declared)

    found = reader.settings(
        node,
        where,
        {
            "label": lambda inner: name_in(inner).replace("&", "&&"),
            "kind": _kind_in,
            "help": text_in,
            "required": yes_or_no_in,
            "limit": count_in,
            "choices": _choices_in,
            "least": number_in,
            "most": number_in,
            "pattern": pattern_in,
            "pattern_help": text_in,
            "show_when": _conditions_in,
            "fields": parts,
            "hidden": yes_or_no_in,
        },
    )
    is_hidden = found.pop("hidden", False) is True
    _settle(found)
    return DeclaredField(key, found, is_hidden=is_hidden)


def _settle(found: dict[str, Any]) -> None:
    """Name the attributes as the form does, and give what has choices or parts its kind."""
    for setting, attribute in (("show_when", "shown_when"), ("fields", "parts")):
        if setting in found:
            found[attribute] = found.pop(setting)
    if "choices" in found:
        found.setdefault("kind", FieldKind.CHOICE)
    if "parts" in found:
        found.setdefault("kind", FieldKind.MAP)


def _unknown(key: str) -> FieldSpec:
    label = key.replace("_", " ").replace("-", " ").replace("&", "&&")
    return FieldSpec(key, label[:1].upper() + label[1:], FieldKind.TEXT)


def _kind_in(node: Node) -> FieldKind:
    said = text_in(node).strip().lower().replace("_", " ")
    if said in KINDS:
        return KINDS[said]
    meant = nearest(said, KINDS)
    hint = f" Did you mean “{meant}”?" if meant else ""
    raise WrongSetting(f"should be one of: {', '.join(KINDS)}.{hint}")


def _choices_in(node: Node) -> tuple[Choice, ...]:
    """Read choices: a list of values, or values with what a writer reads for each."""
    if isinstance(node, SequenceNode):
        values = [value_in(item) for item in node.items]
        choices = [Choice(value, str(value)) for value in values]
    elif isinstance(node, MappingNode):
        choices = [
            Choice(value_in(key), text_in(label))
            for key, label in node.pairs
            if isinstance(key, Scalar)
        ]
    else:
        raise WrongSetting("should be a list, or values with a label each.")
    if not choices or any(
        isinstance(each.value, list | dict) or each.value is None for each in choices
    ):
        raise WrongSetting("should hold texts, numbers, or true and false.")
    return tuple(choices)


def _conditions_in(node: Node) -> tuple[Condition, ...]:
    """Read `field: value`, `field: [value, value]`, or the name of a field that must be filled."""
    if isinstance(node, Scalar):
        return (Condition(name_in(node)),)
    if not isinstance(node, MappingNode):
        raise WrongSetting("should name a field, or give “field: value” lines.")
    conditions: list[Condition] = []
    for key, value in node.pairs:
        wanted = value_in(value)
        values = tuple(wanted) if isinstance(wanted, list) else (wanted,)
        conditions.append(Condition(text_in(key), values))
    return tuple(conditions)
