"""The words a site uses already, offered while one types."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from editor.post.unlike import fold

_MOST = 8
_LEAST_INSIDE = 2  # one letter is inside of nearly every word
_PREFIX, _WORD, _INSIDE, _NOT = range(4)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Hold what the site's posts use, each word with the number of posts that use it."""

    layouts: Mapping[str, int] = field(default_factory=dict)
    authors: Mapping[str, int] = field(default_factory=dict)
    categories: Mapping[str, int] = field(default_factory=dict)
    tags: Mapping[str, int] = field(default_factory=dict)
    others: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    author_names: Mapping[str, str] = field(default_factory=dict)

    def names_for(self, key: str) -> Mapping[str, str]:
        """Give how people call what a key holds, where that is not the word itself."""
        return self.author_names if key in ("author", "authors") else {}

    def words_for(self, key: str) -> Mapping[str, int]:
        """Give the words that suit a key, none for a key without a vocabulary."""
        return {
            **self.others,
            "layout": self.layouts,
            "author": self.authors,
            "authors": self.authors,
            "categories": self.categories,
            "category": self.categories,
            "tags": self.tags,
            "tag": self.tags,
        }.get(key, {})


def suggestions(
    said: str,
    words: Mapping[str, int],
    without: Sequence[str] = (),
    names: Mapping[str, str] | None = None,
) -> list[str]:
    """Give the words that fit what was typed, the best first, at most eight.

    Accents and case do not matter. A word that begins with what was typed comes before one in
    which only a later word does; among equals the one used most comes first. A word may also be
    found by the name that people know it by.
    """
    known_by = names or {}
    wanted = fold(said.strip())
    left_out = set(without)
    ranked = [
        (place, -count, word)
        for word, count in words.items()
        if word not in left_out
        and (place := min(_place(wanted, fold(word)), _place_of_name(wanted, word, known_by)))
        != _NOT
    ]
    ranked.sort(key=lambda item: item[:2])
    return [word for _, _, word in ranked[:_MOST]]


def _place_of_name(wanted: str, word: str, names: Mapping[str, str]) -> int:
    name = names.get(word)
    return _NOT if name is None else _place(wanted, fold(name))


def _place(wanted: str, word: str) -> int:
    if word.startswith(wanted):
        return _PREFIX
    if f" {wanted}" in word or f"-{wanted}" in word:
        return _WORD
    return _INSIDE if len(wanted) >= _LEAST_INSIDE and wanted in word else _NOT
