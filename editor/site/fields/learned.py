"""Learn from a site's posts which fields they have, in which order, of which kind.

Every post is looked at once, so that ten thousand of them are learned from in the time that it
takes to read them.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from editor.post.field_specs import FieldKind
from editor.post.field_values import Value
from editor.site.fields.shapes import Shape, kind_of, shape_of
from editor.site.images_habits import ImageHabits, learned_habits

_LONGEST_WORD: Final = 60
_MOST_WORDS: Final = 3000
_MOST_PATHS: Final = 2000
_FEW_WORDS: Final = 30
_TIMES_EACH: Final = 3
_DEEPEST: Final = 2
_SHARED: Final = 0.2
_MOSTLY: Final = 0.8
_OWN: Final = ""


@dataclass(frozen=True, slots=True)
class LearnedField:
    """Hold what the posts of a site, or of one layout, say of a key.

    Attributes:
        key: the key.
        kind: the kind of field that its values ask for.
        posts: how many posts have it.
        words: its short texts, or the items of its lists, with the number of posts that use each.
        parts: what is known of the keys in its mappings.
    """

    key: str
    kind: FieldKind
    posts: int
    words: Mapping[str, int]
    parts: tuple["LearnedField", ...] = ()


@dataclass(frozen=True, slots=True)
class LearnedLayout:
    """Hold the fields of a number of posts, in the order in which they usually stand."""

    posts: int = 0
    fields: tuple[LearnedField, ...] = ()

    def count(self, key: str) -> int:
        """Give the number of posts that have a key."""
        return next((each.posts for each in self.fields if each.key == key), 0)


@dataclass(frozen=True, slots=True)
class LearnedFields:
    """Hold what a site's posts teach.

    Attributes:
        all: the fields of all posts.
        layouts: the fields of the posts that name a layout, by its name.
        images: where posts find their pictures.
    """

    all: LearnedLayout = field(default_factory=LearnedLayout)
    layouts: Mapping[str, LearnedLayout] = field(default_factory=dict)
    images: ImageHabits = field(default_factory=ImageHabits)

    def words(self) -> dict[str, Mapping[str, int]]:
        """Give the words of each key of which posts share some."""
        return {each.key: each.words for each in self.all.fields if each.words}


class Learner:
    """Look at one post after the other, then say what was learned."""

    def __init__(self) -> None:
        self._all = _Tally()
        self._layouts: dict[str, _Tally] = {}
        self._paths: list[str] = []
        self._names: set[str] = set()
        self._named: dict[str, Counter[str]] = {}

    def add(self, values: Mapping[str, Value], name: str = "") -> None:
        """Look at the front matter of a post, its keys in file order.

        Args:
            values: the front matter.
            name: the name of the post's file, without its ending.
        """
        self._names.add(name)
        shapes = {key: shape_of(value) for key, value in values.items()}
        for key, value in values.items():
            if isinstance(value, str) and shapes[key] is Shape.POST:
                self._named.setdefault(key, Counter())[value.rpartition("/")[2]] += 1
                self._named[key][_OWN] += value == name
        layout = values.get("layout")
        self._all.add(values, shapes)
        if isinstance(layout, str) and layout:
            self._layouts.setdefault(layout, _Tally(has_words=False)).add(values, shapes)
        if len(self._paths) < _MOST_PATHS:
            self._paths.extend(
                value
                for key, value in values.items()
                if isinstance(value, str) and shapes[key] is Shape.IMAGE
            )

    def learned(self) -> LearnedFields:
        """Say what the posts taught so far."""
        return LearnedFields(
            self._checked(self._all.learned()),
            {name: self._checked(tally.learned()) for name, tally in self._layouts.items()},
            learned_habits(self._paths),
        )

    def _checked(self, layout: LearnedLayout) -> LearnedLayout:
        """Let a field name posts only where they are there, and are not the post itself."""
        fields = (
            each
            if each.kind is not FieldKind.POST or self._names_posts(each.key)
            else replace(each, kind=FieldKind.TEXT)
            for each in layout.fields
        )
        return LearnedLayout(layout.posts, tuple(fields))

    def _names_posts(self, key: str) -> bool:
        named = Counter(self._named.get(key, {}))
        own = named.pop(_OWN, 0)
        there = sum(count for name, count in named.items() if name in self._names)
        return there >= _MOSTLY * named.total() and own * 2 < named.total()


class _Tally:
    """Count the keys of mappings, and what their values look like."""

    def __init__(self, depth: int = 0, *, has_words: bool = True) -> None:
        self._depth = depth
        self._has_words = has_words
        self._count = 0
        self._places: Counter[str] = Counter()
        self._posts: Counter[str] = Counter()
        self._shapes: dict[str, Counter[Shape]] = {}
        self._words: dict[str, Counter[str]] = {}
        self._parts: dict[str, _Tally] = {}

    def add(self, values: Mapping[str, Value], shapes: Mapping[str, Shape | None]) -> None:
        self._count += 1
        most = max(len(values) - 1, 1)
        for place, (key, value) in enumerate(values.items()):
            self._posts[key] += 1
            self._places[key] += round(1000 * place / most)
            shape = shapes[key]
            if shape is not None:
                self._shapes.setdefault(key, Counter())[shape] += 1
                self._look_into(key, value, shape)

    def learned(self) -> LearnedLayout:
        keys = sorted(self._posts, key=lambda key: self._places[key] / self._posts[key])
        return LearnedLayout(self._count, tuple(map(self._field, keys)))

    def usual(self) -> tuple[LearnedField, ...]:
        """Give the keys that are no names of their own, as in lists of `name: {...}`."""
        fields = self.learned().fields
        return tuple(each for each in fields if each.posts >= _SHARED * self._count)

    def _look_into(self, key: str, value: Value, shape: Shape) -> None:
        if shape in (Shape.TEXT, Shape.WORDS) and self._has_words:
            listed = value if isinstance(value, list) else [value]
            words = self._words.setdefault(key, Counter())
            if len(words) < _MOST_WORDS:
                words.update({item for item in listed if isinstance(item, str) and _is_word(item)})
        elif self._depth < _DEEPEST and shape in (Shape.MAP, Shape.MAPS):
            parts = self._parts.setdefault(key, _Tally(self._depth + 1, has_words=False))
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, dict):
                    named = {str(name): part for name, part in each.items()}
                    parts.add(named, {name: shape_of(part) for name, part in named.items()})

    def _field(self, key: str) -> LearnedField:
        kind = kind_of(self._shapes.get(key, {}))
        words = self._words.get(key, Counter[str]())
        posts = self._posts[key]
        if kind is FieldKind.TEXT and _are_few(words, posts):
            kind = FieldKind.WORD
        is_worth_offering = kind in (FieldKind.WORD, FieldKind.CHIPS)
        parts = self._parts[key].usual() if key in self._parts else ()
        offered = dict(words.most_common()) if is_worth_offering else {}
        return LearnedField(key, kind, posts, offered, parts)


def _is_word(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_WORD and "\n" not in text


def _are_few(words: Mapping[str, int], posts: int) -> bool:
    """Tell whether posts share a few words, which are then worth offering."""
    return 0 < len(words) <= _FEW_WORDS and len(words) * _TIMES_EACH <= posts
