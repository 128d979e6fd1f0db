"""Read the categories and tags of a post as Jekyll does, from all the places they come from.

Jekyll 4.3: `Document#merge_categories!`, `populate_categories`, `populate_tags` and
`Utils.pluralized_array_from_hash`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from editor.post.field_values import Value
from editor.post.ruby.text import ruby_text
from editor.site.merging import is_true

_ASCII_SPACE = re.compile(r"[ \t\n\v\f\r]+")


class NoCategories(Exception):
    """Say that `categories` is no text and no list: Jekyll then drops the whole front matter."""


def categories_of(
    folders: Sequence[str], defaults: Mapping[str, Value], values: Mapping[str, Value]
) -> tuple[str, ...]:
    """List the categories of a post as texts: folders, defaults and front matter united.

    Args:
        folders: the folders above `_posts`.
        defaults: what the config gives to all such posts.
        values: the post's own front matter.

    Raises:
        NoCategories: `categories` is a number, a truth value, a date or a mapping.
    """
    return tuple(dict.fromkeys(map(ruby_text, category_values(folders, defaults, values))))


def category_values(
    folders: Sequence[str], defaults: Mapping[str, Value], values: Mapping[str, Value]
) -> list[Value]:
    """List the categories as templates see them: what is no text stands beside its text.

    Args:
        folders: the folders above `_posts`.
        defaults: what the config gives to all such posts.
        values: the post's own front matter.

    Raises:
        NoCategories: `categories` is a number, a truth value, a date or a mapping.
    """
    plural: list[Value] = list(folders)
    for given in (defaults.get("categories"), values.get("categories")):
        if given is not None:
            plural = _united(plural, _as_list(given))
    single = _first_set("category", defaults, values)
    # With no `category` the plural is read once more, as it is.
    again = [single] if is_true(single) else plural
    texts = [*map(ruby_text, plural), *map(ruby_text, _flat(again))]
    return _united(plural, texts)


def tags_of(defaults: Mapping[str, Value], values: Mapping[str, Value]) -> tuple[str, ...]:
    """List the tags of a post as texts; `tag` wins over `tags`, and doubles stay."""
    return tuple(map(ruby_text, tag_values(defaults, values)))


def tag_values(defaults: Mapping[str, Value], values: Mapping[str, Value]) -> list[Value]:
    """List the tags of a post as templates see them: numbers and truth values stay such."""
    single = _first_set("tag", defaults, values)
    if is_true(single):
        return list(_flat([single]))
    plural = _first_set("tags", defaults, values)
    if isinstance(plural, str):
        return list(split_words(plural))
    return list(_flat(plural)) if isinstance(plural, list) else []


def split_words(text: str) -> list[str]:
    """Split a text at white space as Ruby does: a no-break space is none."""
    return [word for word in _ASCII_SPACE.split(text) if word]


def _first_set(key: str, defaults: Mapping[str, Value], values: Mapping[str, Value]) -> Value:
    """Give the post's own value; an empty one lets the default through."""
    own = values.get(key)
    return defaults.get(key) if own is None else own


def _as_list(given: Value) -> list[Value]:
    """Give a list of categories; a text is split into words."""
    if isinstance(given, str):
        return list(split_words(given))
    if not isinstance(given, list):
        raise NoCategories(ruby_text(given))
    return given


def _united(one: Iterable[Value], other: Iterable[Value]) -> list[Value]:
    """Unite two lists; equal entries of one kind count once (1 and true and 1.0 are three)."""
    united: list[Value] = []
    seen: set[tuple[type, str]] = set()
    for value in (*one, *other):
        mark = (type(value), ruby_text(value))
        if mark not in seen:
            seen.add(mark)
            united.append(value)
    return united


def _flat(values: Iterable[Value]) -> Iterator[Value]:
    """Give the entries of lists in lists, without the empty ones."""
    for value in values:
        if isinstance(value, list):
            yield from _flat(value)
        elif value is not None:
            yield value
