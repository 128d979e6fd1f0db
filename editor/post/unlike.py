"""Find the word that somebody meant: the same but for case, an accent or a slip of the keys."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

_FEW: Final = 2
_MANY_TIMES: Final = 8
_LEAST_OF_OTHERS: Final = 5
_SHORT: Final = 4
_LONG: Final = 9
_LONGEST: Final = 60
_MOST_SLIPS: Final = 2


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Give a text without accents, marks and case, to compare by."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def usual_word(word: str, counts: Mapping[str, int]) -> str | None:
    """Give the word of a site that a rare one is nearly the same as; None where it stands alone.

    Args:
        word: a word that a post uses.
        counts: the words of the site, each with the number of posts that use it.

    Returns:
        A word used many times as often, which differs only by case, accents, a blank against a
        hyphen, or one or two keys.
    """
    own = counts.get(word, 0)
    if own > _FEW or len(word) > _LONGEST:
        return None
    least = max(_LEAST_OF_OTHERS, own * _MANY_TIMES)
    wanted = _plain(word)
    best: tuple[int, int, str] | None = None
    for other, count in counts.items():
        if count < least or other == word or abs(len(other) - len(word)) > _MOST_SLIPS:
            continue
        steps = _steps(wanted, _plain(other))
        if steps is not None and (best is None or (steps, -count) < best[:2]):
            best = (steps, -count, other)
    return best[2] if best else None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the name among a few that was probably meant by a wrong one."""
    found = [
        (steps, other)
        for other in known
        if (steps := _steps(_plain(word), _plain(other))) is not None
    ]
    return min(found)[1] if found else None


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    return fold(word).replace("-", " ").replace("_", " ").strip()


def _steps(one: str, other: str) -> int | None:
    """Count the slips between two words; None for more than a word of that length can have."""
    if one == other:
        return 0
    shorter = min(len(one), len(other))
    if shorter < _SHORT or _digits(one) != _digits(other):
        return None  # `2024` and `2025` are two years, and `ai` is no slip of `aid`
    allowed = _MOST_SLIPS if shorter >= _LONG else 1
    return _distance(one, other, allowed)


def _differ_by(one: str, other: str) -> int:
    """Count the letters that only one of the words has: each slip makes two of them at most."""
    return len(set(one) ^ set(other))


def _digits(word: str) -> str:
    return "".join(char for char in word if char.isdecimal())


def _distance(one: str, other: str, most: int) -> int | None:
    """Count letters to add, drop, change or swap (Damerau and Levenshtein), up to `most`."""
    if abs(len(one) - len(other)) > most or _differ_by(one, other) > 2 * most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if older and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None
