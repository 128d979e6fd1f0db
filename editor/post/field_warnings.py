"""Say in sentences what Jekyll does with a key that a writer would not expect."""

from collections.abc import Iterator

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


def warnings_for(key: str, front_matter: FrontMatter) -> Iterator[str]:
    """Give the sentences that stand under the field of `key`."""
    count = sum(entry.key == key for entry in front_matter.entries)
    if count > 1:
        yield f"{key} appears {_TIMES.get(count, f'{count} times')}; Jekyll uses the last."
    if key == "tags" and front_matter.value("tag") not in (None, False):
        yield "Jekyll does not read these tags, because the file has “tag” too."
    if key != key.lower() and key.lower() in _READ_BY_JEKYLL:
        yield f"Jekyll looks for “{key.lower()}” and does not read “{key}”."
    value = front_matter.value(key)
    if key in {"tags", "categories"}:
        yield from _about_words(key, value)


def _about_words(key: str, value: object) -> Iterator[str]:
    if isinstance(value, str) and any(mark in value for mark in ",;"):
        yield "Jekyll parts these at blanks only; the commas stay in the names."
    elif value is not None and not isinstance(value, str | list):
        lost = "drops these tags" if key == "tags" else "drops the whole front matter"
        yield f"This is no list of words: Jekyll {lost}."
