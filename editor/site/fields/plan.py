"""Put together what a form shows for the posts of a layout: learned, declared and inherited."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from editor.post.field_specs import (
    HOUSE_FIELDS,
    FieldKind,
    FieldSpec,
    is_known,
    plain_spec,
    spec_for,
)
from editor.post.field_values import Value
from editor.post.form_plan import FormPlan, Inherited
from editor.site.fields.learned import LearnedField, LearnedFields, LearnedLayout
from editor.site.site_form import SiteForm
from editor.site.site_form_fields import DeclaredField

_ENOUGH: Final = 5
"""A layout teaches the form from this many posts on; before, the whole site does."""

_ENOUGH_TO_MISS: Final = 12
"""From this many posts on it means something that none of them has a field."""

_USUAL: Final = 0.5
_HOUSE: Final = tuple(spec.key for spec in HOUSE_FIELDS)
_ALWAYS: Final = frozenset({"title", "date", "categories", "tags", "layout"})
_FIRST: Final = ("title",)
_TECHNICAL: Final = ("permalink", "slug")
_LAST: Final = (*_TECHNICAL, "layout", "published")
_SINGULAR: Final = {"categories": "category", "tags": "tag"}
_MOST_INHERITED: Final = 12
_ALT_KEYS: Final = (
    "image_alt",
    "image-alt",
    "alt",
    "image_description",
    "image_accessibility",
    "alt_text",
    "img_alt",
    "imagealt",
    "featured_image_alt",
    "image_alt_text",
)


def plan_for(
    layout: Value,
    learned: LearnedFields,
    site_form: SiteForm,
    inherited: Mapping[str, Inherited],
) -> FormPlan:
    """Give the fields of a post.

    Args:
        layout: the post's own layout; None where it names none.
        learned: what the site's posts teach.
        site_form: what the site says of its form.
        inherited: what the config gives to the post.
    """
    own = layout if layout is not None or "layout" not in inherited else inherited["layout"].value
    posts = _posts_of(own, learned)
    declared = (*site_form.fields, *_of_layout(own, site_form))
    order = _learned_order(posts)
    order += [key for key in list(inherited)[:_MOST_INHERITED] if key not in order]
    return FormPlan(
        _declared_order(order, declared, site_form.order),
        _specs(posts, learned, declared),
        inherited,
        frozenset(each.key for each in declared if each.is_hidden),
        site_form.alt_key or _alt_key(learned.all),
        tuple(each.key for each in posts.fields if each.posts >= _ENOUGH),
    )


def _alt_key(posts: LearnedLayout) -> str:
    """Give the key under which most posts say what their picture shows."""
    return max(_ALT_KEYS, key=posts.count)  # of equals the first


def _posts_of(layout: Value, learned: LearnedFields) -> LearnedLayout:
    own = learned.layouts.get(layout) if isinstance(layout, str) else None
    return own if own is not None and own.posts >= _ENOUGH else learned.all


def _of_layout(layout: Value, site_form: SiteForm) -> tuple[DeclaredField, ...]:
    return site_form.layouts.get(layout, ()) if isinstance(layout, str) else ()


def _learned_order(posts: LearnedLayout) -> list[str]:
    """Give the house's fields as far as the site uses them, and the site's usual ones."""
    usual = [each.key for each in posts.fields if each.posts >= _USUAL * posts.posts]
    if posts.posts < _ENOUGH:
        usual = []
    house = [_own_name(key, posts) for key in _HOUSE if _is_wanted(key, posts)]
    order = _in_learned_order(house, usual)
    technical = [key for key in _TECHNICAL if key in usual]
    order[_foot(order) : _foot(order)] = technical
    for place, key in enumerate(usual):
        if key in order or key in _SINGULAR.values() or key in _SINGULAR:
            continue
        above = [order.index(each) for each in usual[:place] if each in order]
        last = _foot(order)
        # A field that follows the layout in the files does not follow it to the form's foot.
        after = max((spot for spot in above if spot < last), default=0)
        order.insert(after + 1, key)
    return order


def _foot(order: list[str]) -> int:
    """Give the place of the first field that belongs to the form's foot."""
    return min((order.index(key) for key in _LAST if key in order), default=len(order))


def _is_wanted(key: str, posts: LearnedLayout) -> bool:
    return key in _ALWAYS or posts.posts < _ENOUGH_TO_MISS or posts.count(key) > 0


def _own_name(key: str, posts: LearnedLayout) -> str:
    """Give `category` for `categories` where that is the one that the site uses."""
    singular = _SINGULAR.get(key, key)
    return singular if posts.count(singular) > posts.count(key) else key


def _in_learned_order(house: list[str], usual: list[str]) -> list[str]:
    """Let the fields in the middle of the form trade places as the site's files have them."""
    movable = [key for key in house if key in usual and key not in (*_FIRST, *_LAST)]
    learned = iter(sorted(movable, key=usual.index))
    return [next(learned) if key in movable else key for key in house]


def _declared_order(
    order: list[str], declared: tuple[DeclaredField, ...], first: tuple[str, ...]
) -> tuple[str, ...]:
    named = [each.key for each in declared if each.key not in order]
    last = _foot(order)
    whole = [*first, *order[:last], *named, *order[last:]]
    hidden = {each.key for each in declared if each.is_hidden}
    return tuple(key for key in dict.fromkeys(whole) if key not in hidden)


def _specs(
    posts: LearnedLayout, learned: LearnedFields, declared: tuple[DeclaredField, ...]
) -> dict[str, FieldSpec]:
    """Give what is known of each key beyond what every form knows."""
    taught = {each.key: each for each in (*learned.all.fields, *posts.fields)}
    words = learned.words()
    specs = {
        key: _taught(field, has_words=bool(words.get(key)))
        for key, field in taught.items()
        if not is_known(key) or field.parts
    }
    for each in declared:
        specs[each.key] = each.applied(specs.get(each.key) or spec_for(each.key))
    return specs


def _taught(field: LearnedField, *, has_words: bool = False) -> FieldSpec:
    known = spec_for(field.key)
    parts = tuple(_taught_part(part) for part in field.parts)
    if is_known(field.key):
        return replace(known, parts=parts)
    kind = field.kind
    if kind is FieldKind.TEXT and has_words:
        kind = FieldKind.WORD
    return replace(known, kind=kind, parts=parts)


def _taught_part(field: LearnedField) -> FieldSpec:
    """Give what is known of a key in a mapping, where Jekyll's own names mean nothing."""
    parts = tuple(map(_taught_part, field.parts))
    return replace(plain_spec(field.key), kind=field.kind, parts=parts)
