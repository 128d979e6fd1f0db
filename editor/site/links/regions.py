"""Tell where a text shows code, which is no place for links."""

import re
from bisect import bisect_right

_FENCED = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n`]*\n.*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)",
    re.DOTALL | re.MULTILINE,
)
_SPAN = re.compile(
    r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL
)
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.DOTALL)
_HIGHLIGHT = re.compile(r"\{%-?\s*highlight\b.*?%\}.*?\{%-?\s*endhighlight\s*-?%\}", re.DOTALL)
_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


class Regions:
    """Hold stretches of a text, and tell whether a place lies in one."""

    def __init__(self, stretches: list[tuple[int, int]]) -> None:
        self._stretches: list[tuple[int, int]] = []
        for start, end in sorted(stretches):
            if self._stretches and start < self._stretches[-1][1]:
                first, last = self._stretches.pop()
                self._stretches.append((first, max(last, end)))
            else:
                self._stretches.append((start, end))
        self._starts = [start for start, _ in self._stretches]

    def hold(self, place: int) -> bool:
        """Tell whether a place lies in one of the stretches."""
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._stretches[at][1]


def raw_regions(text: str) -> Regions:
    """Find what Liquid leaves as it is."""
    return Regions([match.span() for match in _RAW.finditer(text)])


def code_regions(text: str, start: int) -> Regions:
    """Find the code in a Markdown text: fences, spans, `highlight`, and what Liquid leaves.

    Args:
        text: a whole file.
        start: where its body begins.
    """
    found = [match.span() for match in _RAW.finditer(text, start)]
    found += [match.span() for match in _HIGHLIGHT.finditer(text, start)]
    fences = [match.span() for match in _FENCED.finditer(text, start)]
    fenced = Regions(fences)
    # A backtick in the quotes of a tag begins no code.
    tags = Regions([match.span() for match in _TAG.finditer(text, start)])
    spans = [
        match.span()
        for match in _SPAN.finditer(text, start)
        if not fenced.hold(match.start()) and not tags.hold(match.start())
    ]
    return Regions([*found, *fences, *spans])
