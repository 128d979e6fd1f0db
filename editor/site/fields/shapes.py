"""Tell from a value what kind of field it comes from."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from enum import Enum, auto
from typing import Final

from editor.post.field_specs import FieldKind
from editor.post.field_values import JekyllTime, Value
from editor.site.images_habits import is_image_path

_LONG: Final = 120
_MOMENT = re.compile(r"\d{4}-\d\d?-\d\d?[T ]+\d\d?:\d\d.*", re.ASCII)
_DIGIT = re.compile(r"\d{4}-", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d?-\d\d?", re.ASCII)
_POST = re.compile(r"(?:[^\s/]+/)*\d{4}-\d\d-\d\d-[^\s/.]+", re.ASCII)
_MOSTLY: Final = 0.6
_SOME: Final = 0.2


class Shape(Enum):
    """What a single value looks like."""

    TEXT = auto()
    LONG = auto()
    WORDS = auto()
    MAP = auto()
    MAPS = auto()
    YES_NO = auto()
    NUMBER = auto()
    MOMENT = auto()
    DAY = auto()
    IMAGE = auto()
    POST = auto()
    OTHER = auto()


# A truth value is a number to Python, so it is asked for first.
_SIMPLE: Final = (
    (bool, Shape.YES_NO),
    (int | float, Shape.NUMBER),
    (JekyllTime, Shape.MOMENT),
    (date, Shape.DAY),
    (dict, Shape.MAP),
)
_KINDS: Final = {
    Shape.TEXT: FieldKind.TEXT,
    Shape.LONG: FieldKind.LONG_TEXT,
    Shape.WORDS: FieldKind.CHIPS,
    Shape.MAP: FieldKind.MAP,
    Shape.MAPS: FieldKind.MAPS,
    Shape.YES_NO: FieldKind.YES_NO,
    Shape.NUMBER: FieldKind.NUMBER,
    Shape.MOMENT: FieldKind.MOMENT,
    Shape.DAY: FieldKind.DATE,
    Shape.IMAGE: FieldKind.IMAGE,
    Shape.POST: FieldKind.POST,
    Shape.OTHER: FieldKind.TEXT,
}
# Of two shapes in one field the second can hold the first too, where it is not rare.
_WIDER: Final = (
    (Shape.TEXT, Shape.LONG),
    (Shape.DAY, Shape.MOMENT),
    (Shape.TEXT, Shape.WORDS),
    (Shape.IMAGE, Shape.TEXT),
    (Shape.POST, Shape.TEXT),
)


def shape_of(value: Value) -> Shape | None:
    """Tell what a value looks like; None for an empty one, which says nothing."""
    if value is None or value in ("", [], {}):
        return None
    if isinstance(value, str):
        return _shape_of_text(value)
    if isinstance(value, list):
        return _shape_of_list(value)
    return next(shape for kind, shape in _SIMPLE if isinstance(value, kind))


def kind_of(shapes: Mapping[Shape, int]) -> FieldKind:
    """Give the kind of a field from how often its values have each shape."""
    counts = Counter(shapes)
    total = counts.total()
    for narrow, wide in _WIDER:
        if counts[narrow] and counts[wide] >= _SOME * total:
            counts[wide] += counts.pop(narrow)
    if not counts:
        return FieldKind.TEXT
    shape, count = counts.most_common(1)[0]
    return _KINDS[shape] if count >= _MOSTLY * total else FieldKind.TEXT


def _shape_of_text(text: str) -> Shape:
    if "\n" in text.strip() or len(text) > _LONG:
        return Shape.LONG
    if is_image_path(text):
        return Shape.IMAGE
    plain = text.strip()
    if not _DIGIT.search(plain):
        return Shape.TEXT
    for pattern, shape in ((_DAY, Shape.DAY), (_MOMENT, Shape.MOMENT), (_POST, Shape.POST)):
        if pattern.fullmatch(plain):
            return shape
    return Shape.TEXT


def _shape_of_list(items: list[Value]) -> Shape:
    if all(isinstance(item, dict) for item in items):
        return Shape.MAPS
    return Shape.OTHER if any(isinstance(item, list | dict) for item in items) else Shape.WORDS
