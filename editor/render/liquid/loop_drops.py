"""Tell the loops of a template how far they are (Liquid 4: `ForloopDrop`, `TablerowloopDrop`)."""

from typing_extensions import override

from editor.render.liquid.values.kinds import Drop


class LoopDrop(Drop):
    """Tell a `for` loop how far it is.

    Attributes:
        index: The turn, from 0.
    """

    HAS_MEMBERS = False

    def __init__(self, name: str, length: int, outer: Drop | None) -> None:
        self.index = 0
        self._name = name
        self._length = length
        self._outer = outer

    @override
    def names(self) -> tuple[str, ...]:
        return tuple(self._fields())

    @override
    def has(self, key: object) -> bool:
        return True

    @override
    def get(self, key: object) -> object:
        return self._fields().get(key) if isinstance(key, str) else None

    @override
    def fields(self) -> None:
        return None

    @override
    def printed(self) -> str:
        return "Liquid::ForloopDrop"

    def _fields(self) -> dict[str, object]:
        return {
            "name": self._name,
            "length": self._length,
            "parentloop": self._outer,
            "index": self.index + 1,
            "index0": self.index,
            "rindex": self._length - self.index,
            "rindex0": self._length - self.index - 1,
            "first": self.index == 0,
            "last": self.index == self._length - 1,
        }


class TableRowDrop(LoopDrop):
    """Tell a `tablerow` loop how far it is, and in which row and column.

    Attributes:
        row: The row, from 1.
        column: The column, from 1.
    """

    def __init__(self, length: int, columns: int) -> None:
        super().__init__("", length, None)
        self.row = 1
        self.column = 1
        self._columns = columns

    @property
    def is_last_column(self) -> bool:
        """Say whether the row ends with this member."""
        return self.column == self._columns

    def advance(self) -> None:
        """Go on to the next member."""
        self.index += 1
        if self.is_last_column:
            self.column = 1
            self.row += 1
        else:
            self.column += 1

    @override
    def printed(self) -> str:
        return "Liquid::TablerowloopDrop"

    @override
    def _fields(self) -> dict[str, object]:
        fields = super()._fields()
        del fields["name"], fields["parentloop"]
        return fields | {
            "col": self.column,
            "col0": self.column - 1,
            "row": self.row,
            "col_first": self.column == 1,
            "col_last": self.is_last_column,
        }
