"""Decide which fields a form shows for a post's front matter, and in which order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.post.edits.block import Entry
from editor.post.field_checks import complaint, is_wanted
from editor.post.field_warnings import FieldWarning, warnings_for
from editor.post.form_field import FormField, field_of
from editor.post.form_plan import HOUSE_PLAN, FormPlan
from editor.post.front_matter import FrontMatter

# A file that has only the one gets no second, empty field for the other.
_STAND_INS = {
    "categories": "category",
    "tags": "tag",
    "category": "categories",
    "tag": "tags",
}
# What describes an image stands right under it, wherever the file has it.
_COMPANIONS = ("image_alt", "image_caption")


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
    field = field_of(spec, value, entry.value_node, front_matter.text)
    inherited = plan.inherited.get(spec.key)
    counts = inherited.value if inherited is not None and value is None else value
    said = complaint(spec, counts, field.items if isinstance(value, list) else ())
    warnings = [*warnings_for(spec, front_matter), *([FieldWarning(said)] if said else [])]
    return replace(
        field,
        warning=" ".join(warning.sentence for warning in warnings),
        cure=next((warning.cure for warning in warnings if warning.cure), None),
        inherited=inherited,
    )
