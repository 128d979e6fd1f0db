"""What can happen to a list of chips: texts come, go and change places, none twice."""

import re
from collections.abc import Sequence

Items = tuple[str, ...]

_COMMAS = re.compile("[,،、\n\t\u2028\u2029]")
_BULLET = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+")
_ITEM = re.compile("(?:\"[^\"]*\"|'[^']*'(?=\\s*(?:[,،、\t]|$))|[^,،、\t])+")
_QUOTED = re.compile('"(.*)"?', re.DOTALL)


def ends_a_chip(typed: str) -> bool:
    """Tell whether a typed text has a comma that ends an item; within quotes none does."""
    return not typed.startswith('"') and _COMMAS.search(typed) is not None


def parted(typed: str) -> list[str]:
    """Give the items that a typed text names: parted by commas, or one within double quotes."""
    quoted = _QUOTED.fullmatch(typed.strip())
    return [quoted[1].removesuffix('"')] if quoted else _COMMAS.split(typed)


def pasted(text: str) -> list[str]:
    """Give the items of a list that was copied somewhere: one a line, or parted by commas.

    The signs of a Markdown or YAML list before the lines are left out, brackets around it too;
    what stands in quotes is one item.
    """
    items: list[str] = []
    for line in text.strip().splitlines():
        plain = _BULLET.sub("", line).strip()
        if plain.startswith("[") and plain.endswith("]"):
            plain = plain[1:-1]
        found = [_unquoted(part[0]) for part in _ITEM.finditer(plain)]
        items += [item for item in found if item]
    return items


def _unquoted(item: str) -> str:
    plain = item.strip().rstrip(",").strip()
    is_quoted = len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "\"'"
    return plain[1:-1] if is_quoted else plain


def as_typed(item: str) -> str:
    """Give an item as one would type it."""
    return f'"{item}"' if _COMMAS.search(item) else item


def added(items: Items, texts: Sequence[str]) -> Items:
    """Give the list with new texts at its end."""
    return (*items, *_new(texts, items))


def replaced(items: Items, number: int, texts: Sequence[str]) -> Items:
    """Give the list with new texts in place of one item."""
    before, after = items[:number], items[number + 1 :]
    return (*before, *_new(texts, before + after), *after)


def without(items: Items, number: int) -> Items:
    """Give the list without one item."""
    return items[:number] + items[number + 1 :]


def moved(items: Items, number: int, step: int) -> Items:
    """Give the list with one item a place further; at the ends it stays."""
    to = number + step
    if not 0 <= to < len(items):
        return items
    rest = without(items, number)
    return (*rest[:to], items[number], *rest[to:])


def _new(texts: Sequence[str], there: Items) -> list[str]:
    stripped = dict.fromkeys(text.strip() for text in texts)
    return [text for text in stripped if text and text not in there]
