"""Wonder about a word that is unlike the rest of the site."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from editor.post.field_edits import Cure, FieldEdit
from editor.post.unlike import usual_word

_RARELY = ("nowhere else", "once")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Hold a calm sentence about a value, and the one click that does as it suggests.

    Attributes:
        word: The word that it is about.
        sentence: The sentence.
        cure: What puts the usual word in its place.
    """

    word: str
    sentence: str
    cure: Cure


class Doubts:
    """Look at the words of one field, and only when they or the site's words are others."""

    def __init__(self, replaced: Callable[[str, str], FieldEdit]) -> None:
        """Take `replaced`, which gives the edit that puts another word in the place of one."""
        self._replaced = replaced
        self._words: tuple[str, ...] = ()
        self._counts: Mapping[str, int] = {}
        self._doubt: Doubt | None = None

    def about(self, words: Iterable[str], counts: Mapping[str, int]) -> Doubt | None:
        """Give the first doubt about the words; None where all are as usual.

        Args:
            words: The words.
            counts: The site's words with the number of posts that use each.
        """
        looked_at = tuple(words)
        if looked_at != self._words or counts is not self._counts:
            self._words, self._counts = looked_at, counts
            found = ((word, usual_word(word, counts)) for word in looked_at)
            self._doubt = next((self._made(word, usual) for word, usual in found if usual), None)
        return self._doubt

    def _made(self, word: str, usual: str) -> Doubt:
        own = self._counts.get(word, 0)
        rarely = _RARELY[own] if own < len(_RARELY) else _times(own)
        sentence = f"“{word}” is used {rarely}; “{usual}” {_times(self._counts[usual])}."
        return Doubt(word, sentence, Cure(f"Use “{usual}”", (self._replaced(word, usual),)))


def _times(count: int) -> str:
    return f"{count:,} times"
