"""Wonder about a word that is unlike the rest of the site."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from editor.post.field_edits import Cure, FieldEdit
from editor.post.unlike import usual_word


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


def doubt_about(
    words: Iterable[str],
    counts: Mapping[str, int],
    replaced: Callable[[str, str], FieldEdit],
) -> Doubt | None:
    """Give the first doubt about the words of a field; None where all are as usual.

    Args:
        words: The words.
        counts: The site's words with the number of posts that use each.
        replaced: Gives the edit that puts another word in the place of one.
    """
    for word in words:
        usual = usual_word(word, counts)
        if usual is not None:
            often = _times(counts[usual])
            rarely = "once" if counts.get(word, 0) == 1 else "nowhere else"
            if counts.get(word, 0) > 1:
                rarely = _times(counts[word])
            sentence = f"“{word}” is used {rarely}; “{usual}” {often}."
            return Doubt(word, sentence, Cure(f"Use “{usual}”", (replaced(word, usual),)))
    return None


def _times(count: int) -> str:
    return f"{count:,} times"
