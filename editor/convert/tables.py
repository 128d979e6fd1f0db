"""Tables as kramdown has them: one line a row, every cell in its column."""

from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from editor.convert.fragment import declarations, tags_of
from editor.convert.losses import Losses

_ALIGNMENTS = {"left": ":--", "center": ":-:", "right": "--:"}
_WIDEST = 200


@dataclass(slots=True)
class Grid:
    """Hold a table's cells as tags, row by row, each row as wide as the widest; None is empty."""

    rows: list[list[Tag | None]] = field(default_factory=list)
    has_head: bool = False

    def alignments(self) -> list[str]:
        """Give kramdown's sign for each column that all of its cells align alike."""
        return [_alignment([row[column] for row in self.rows]) for column in range(self.width())]

    def width(self) -> int:
        """Give the number of columns."""
        return len(self.rows[0]) if self.rows else 0


def unfold_layout_tables(soup: BeautifulSoup) -> None:
    """Take tables apart that only lay out: mail puts whole letters into them."""
    for table in reversed(soup.find_all("table")):
        rows = own_rows(table)
        widest = max((len(_cells(row)) for row in rows), default=0)
        if widest <= 1 or table.find("table") is not None:
            for part in list(tags_of(table)):
                if part.name in ("tr", "td", "th", "tbody", "thead", "tfoot"):
                    part.name, part.attrs = "div", {}
            table.name, table.attrs = "div", {}


def own_rows(table: Tag) -> list[Tag]:
    """Give the rows of a table, not those of tables in its cells."""
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def grid_of(table: Tag, losses: Losses) -> Grid:
    """Lay out a table's cells; a merged one stands once, and leaves the rest of its room empty."""
    grid = Grid()
    taken: dict[tuple[int, int], None] = {}
    rows = own_rows(table)
    for number, row in enumerate(rows):
        line: list[Tag | None] = []
        for cell in _cells(row):
            while (number, len(line)) in taken:
                line.append(None)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            if across * down > 1:
                losses.note("merged")
            for below in range(1, min(down, len(rows) - number)):
                taken.update(dict.fromkeys((number + below, len(line) + c) for c in range(across)))
            line += [cell, *[None] * (across - 1)]
        grid.rows.append(line)
    widest = max(map(len, grid.rows), default=0)
    full = ([*line, *[None] * (widest - len(line))] for line in grid.rows)
    grid.rows = [line for line in full if any(_has_words(cell) for cell in line)]
    grid.has_head = bool(rows) and _is_head(rows[0])
    if grid.has_head:
        # What a head is set in is the theme's to say.
        for tag in rows[0].find_all(["b", "strong"]):
            tag.unwrap()
    return grid


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def _span(cell: Tag, name: str) -> int:
    said = str(cell.get(name) or "1")
    return min(max(1, int(said)), _WIDEST) if said.isdecimal() else 1


def _has_words(cell: Tag | None) -> bool:
    return cell is not None and (bool(cell.get_text(strip=True)) or cell.find("img") is not None)


def _is_head(row: Tag) -> bool:
    parent = row.parent
    cells = _cells(row)
    # Word processors know no head: people set it in bold.
    is_marked = bool(cells) and all(cell.name == "th" or _is_bold(cell) for cell in cells)
    return is_marked or (parent is not None and parent.name == "thead")


def _is_bold(cell: Tag) -> bool:
    """Tell whether every word of a cell is set in bold."""
    words = cell.get_text(strip=True)
    bold = "".join(tag.get_text(strip=True) for tag in cell.find_all(["b", "strong"]))
    return bool(words) and bold == words


def _alignment(cells: list[Tag | None]) -> str:
    said = {_said_alignment(cell) for cell in cells if cell is not None} - {""}
    return _ALIGNMENTS.get(said.pop(), "---") if len(said) == 1 else "---"


def _said_alignment(cell: Tag) -> str:
    """Give how a cell, or the one paragraph in it, is aligned; empty where nothing says so."""
    paragraph = cell.find("p")
    for tag in (cell, paragraph):
        said = tag and (tag.get("align") or declarations(tag).get("text-align"))
        if said:
            return str(said).casefold()
    return ""
