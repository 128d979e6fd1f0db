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


def counted(words: Mapping[str, int] | Sequence[str]) -> Mapping[str, int]:
    """Give words with their counts; words without counts keep their order."""
    return words if isinstance(words, Mapping) else dict.fromkeys(words, 0)


def suggestions(said: str, words: Mapping[str, int], without: Sequence[str] = ()) -> list[str]:
    """Give the words that fit what was typed, the best first, at most eight.

    Accents and case do not matter. A word that begins with what was typed comes before one in
    which only a later word does; among equals the one used most comes first.
    """
    wanted = fold(said.strip())
    left_out = set(without)
    ranked = [
        (place, -count, word)
        for word, count in words.items()
        if word not in left_out and (place := _place(wanted, fold(word))) != _NOT
    ]
    ranked.sort(key=lambda item: item[:2])
    return [word for _, _, word in ranked[:_MOST]]


def _place(wanted: str, word: str) -> int:
    if word.startswith(wanted):
        return _PREFIX
    if f" {wanted}" in word or f"-{wanted}" in word:
        return _WORD
    return _INSIDE if len(wanted) >= _LEAST_INSIDE and wanted in word else _NOT
