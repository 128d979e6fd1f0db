"""Collect what a template writes, and remember which of its lines wrote it."""

from editor.render.liquid.limits import Budget


class Output:
    """Collect text in pieces, each from a line of the template."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._pieces: list[tuple[str, int, bool]] = []

    def write(self, text: str, line: int, *, written_there: bool = False) -> None:
        """Add `text` that comes from `line`.

        `written_there` says that the text stands in the template itself, so that its second line
        comes from the line after; else all of it comes from the one line.
        """
        if text:
            self._budget.write(len(text))
            self._pieces.append((text, line, written_there))

    def append(self, other: "Output") -> None:
        """Add all that `other` has collected."""
        self._pieces += other.pieces()

    def pieces(self) -> list[tuple[str, int, bool]]:
        """Return what was collected: texts, their lines, and whether they stand there."""
        return self._pieces

    def text(self) -> str:
        """Return everything as one text."""
        return "".join(text for text, _, _ in self._pieces)

    def lines(self) -> tuple[int, ...]:
        """Return, for each line of the text, the line of the template where it begins."""
        found: list[int] = []
        at_start = True
        last_line = 1
        for text, line, written_there in self._pieces:
            if at_start:
                found.append(line)
            breaks = text.count("\n")
            step = 1 if written_there else 0
            at_start = text.endswith("\n")
            starts = breaks - 1 if at_start else breaks
            found += [line + step * (number + 1) for number in range(starts)]
            last_line = line + step * breaks
        if at_start:
            found.append(last_line)
        return tuple(found)
