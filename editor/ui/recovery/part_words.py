"""Name the parts of a post in words."""

from editor.post.merging.three_ways import Part

_LABEL_LENGTH = 26


def label(part: Part) -> str:
    """Name a part: a field, or the words that a paragraph begins with."""
    if part.key == "front matter":
        return "The front matter"
    if part.key:
        return f"Field “{part.key}”"
    text = " ".join((part.mine.strip() or part.theirs.strip() or part.base).split())
    short = text if len(text) <= _LABEL_LENGTH else f"{text[:_LABEL_LENGTH].rstrip()}…"
    return f"“{short}”" if short else "Blank lines"
