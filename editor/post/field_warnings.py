"""Say in sentences what Jekyll does with a key that a writer would not expect, and the cure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.post.field_edits import Cure, Put, PutList, Remove, Rename
from editor.post.field_specs import FieldKind, FieldSpec
from editor.post.field_values import Literal, Value
from editor.post.front_matter import FrontMatter

_TIMES = {2: "twice", 3: "three times"}
_READ_BY_JEKYLL = frozenset(
    {
        "title",
        "date",
        "author",
        "categories",
        "category",
        "tags",
        "tag",
        "excerpt",
        "image",
        "layout",
        "published",
        "permalink",
        "slug",
        "description",
    }
)
_TRUTHS = {
    **dict.fromkeys(("yes", "true", "on"), "true"),
    **dict.fromkeys(("no", "false", "off"), "false"),
}
_PARTS = re.compile("[,;]")


@dataclass(frozen=True, slots=True)
class FieldWarning:
    """Hold a sentence for the line under a field, and what mends it with one click."""

    sentence: str
    cure: Cure | None = None


def warnings_for(spec: FieldSpec, front_matter: FrontMatter) -> Iterator[FieldWarning]:
    """Give the warnings that belong under a field."""
    key = spec.key
    count = sum(entry.key == key for entry in front_matter.entries)
    if count > 1:
        times = _TIMES.get(count, f"{count} times")
        yield FieldWarning(f"{key} appears {times}; Jekyll uses the last.")
    value = front_matter.value(key)
    if key == "tags" and front_matter.value("tag") not in (None, False):
        yield FieldWarning(
            "Jekyll does not read these tags, because the file has “tag” too.",
            _both_as_tags(value, front_matter.value("tag")),
        )
    if key != key.lower() and key.lower() in _READ_BY_JEKYLL:
        name = key.lower()
        cure = Cure(f"Call it “{name}”", (Rename(key, name),))
        yield FieldWarning(
            f"Jekyll looks for “{name}” and does not read “{key}”.",
            None if front_matter.has(name) or count > 1 else cure,
        )
    if spec.kind is FieldKind.YES_NO and isinstance(value, str) and value.lower() in _TRUTHS:
        yield _about_truth(key, value)
    if key in {"tags", "categories"}:
        yield from _about_words(key, value, front_matter)


def _about_truth(key: str, value: str) -> FieldWarning:
    """Warn of a word in quotes: Liquid takes every text for true, `"false"` too."""
    word = _TRUTHS[value.lower()]
    return FieldWarning(
        f"This is the text “{value}”, which Jekyll takes for yes.",
        Cure(f"Write {word} without quotes", (Put(key, Literal(word)),)),
    )


def _about_words(key: str, value: Value, front_matter: FrontMatter) -> Iterator[FieldWarning]:
    if isinstance(value, str) and any(mark in value for mark in ",;"):
        parts = [part.strip() for part in _PARTS.split(value)]
        items: list[str] = [part for part in dict.fromkeys(parts) if part]
        yield FieldWarning(
            "Jekyll parts these at blanks only; the commas stay in the names.",
            Cure(f"Make it a list: {' · '.join(items)}", (Put(key, items),)),
        )
    elif value is not None and not isinstance(value, str | list):
        lost = "drops these tags" if key == "tags" else "drops the whole front matter"
        is_word = not isinstance(value, dict)
        cure = Cure("Make it a list", (Put(key, [front_matter.spelling(key).text]),))
        yield FieldWarning(f"This is no list of words: Jekyll {lost}.", cure if is_word else None)


def _both_as_tags(plural: Value, single: Value) -> Cure | None:
    """Put what stands under `tag` among the tags; None where either is no list of words."""
    if not isinstance(plural, str | list):
        return None
    singles = single if isinstance(single, list) else [single]
    items = [*singles, *(plural.split() if isinstance(plural, str) else plural)]
    if not all(isinstance(item, str | int | float) for item in items):
        return None
    texts = tuple(dict.fromkeys(str(item) for item in items))
    return Cure("Put all under “tags”", (PutList("tags", texts), Remove("tag")))
