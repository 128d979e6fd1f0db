"""Think of edits that could go wrong, for any front matter."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from independent_check import is_text, last_node

from editor.post.front_matter import FrontMatter

NASTY = (
    *("A plain title", "x", "Kelp: a guide", "yes", "No", "1,000", "012", "1.10", "12:30", "1e3"),
    *("0o12", "2016-01-01", "2016-01-01 10:00:00", ":wave", "- item", "? what", "#hash", "a #b"),
    *("ends:", "a: b: c", "'", '"', "It's", 'Say "hi"', "back\\slash", "\\n", "tab\there", "%x"),
    *("@x", "`x`", "&x", "*x", "!x", "|x", ">x", "{{ site.title }}", "[WIP] x", "a, b", "{a}"),
    *("---", "...", "--- x", "null", "~", "=", "<<", "true", ".5", "+1", "-", "?", ":", "", " "),
    *(" lead", "trail ", "a\nb", "a\n\nb\n", "\n", "line\r\nend", "\x07", "é", "日本語", "قديم"),
    *("😀", "a\u00a0b", "\u00a0x", "a\u2028b", "\ufeffx", "0x1F", "0b1", ".inf", ".nan", "1_000"),
    *("https://x.example/a?b=c&d=#e", "C:\\x", "a?b", "x]", "}", "50%", "1/2", "v1.2.3", "1.2.3"),
    *("very " * 60 + "long", "a  b", "<b>&amp;</b>", "// c", "a: 'b' \"c\"", "'quoted'", '"q"'),
)
WHEN = datetime(2031, 11, 28, 21, 43, 56, tzinfo=UTC)


@dataclass(frozen=True)
class Attempt:
    """Hold an edit, the keys it may touch, and how to see that it was made."""

    name: str
    keys: set[str]
    edit: Callable[[], FrontMatter]
    is_wanted: Callable[[object], bool]


def attempts(fields, chance):
    """Give many edits of each field, and some new fields."""
    for key in fields.keys:
        for text in chance.sample(NASTY, 3):
            yield Attempt("set", {key}, partial(fields.set, key, text), _reads(key, text))
        if key == "date":
            yield Attempt("set_date", {key}, partial(fields.set_date, key, WHEN), _anything)
        yield from _list_attempts(fields, key, chance)
        yield from _map_attempts(fields, key, chance)
        yield Attempt("delete", {key}, partial(fields.delete, key), _lacks(key))
        new = "renamed-key"
        yield Attempt("rename", {key, new}, partial(fields.rename, key, new), _has(new))
        place = chance.randrange(len(fields.entries))
        yield Attempt("move", {key}, partial(fields.move, key, place), _stands(key, place))
    for neighbour in (None, *fields.keys[:4]):
        text = chance.choice(NASTY)
        edit = partial(fields.insert, "new-key", text, before=neighbour)
        yield Attempt("insert", {"new-key"}, edit, _reads("new-key", text))


def _list_attempts(fields, key, chance):
    items = fields.value(key)
    if not isinstance(items, list):
        return
    at = chance.randrange(len(items)) if items else 0
    nasty = chance.choice(NASTY)
    wanted = {
        "append": [*items, "new"],
        "append nasty": [*items, nasty],
        "prepend": ["new", *items],
        "replace": [*items[:at], nasty, *items[at + 1 :]],
        "remove": [*items[:at], *items[at + 1 :]],
        "clear": [],
        "shuffle": chance.sample(items, len(items)),
    }
    for name, new in wanted.items():
        edit = partial(fields.set_list, key, new)
        yield Attempt(f"list {name}", {key}, edit, _counts(key, len(new)))
    for place, item in enumerate(items[:3]):
        if isinstance(item, dict):
            for name, part in _changed_maps(item, chance):
                new = [*items[:place], part, *items[place + 1 :]]
                edit = partial(fields.set, key, new)
                yield Attempt(f"item {name}", {key}, edit, _counts(key, len(new)))


def _map_attempts(fields, key, chance):
    value = fields.value(key)
    if isinstance(value, dict):
        for name, new in _changed_maps(value, chance):
            edit = partial(fields.set, key, new)
            yield Attempt(f"map {name}", {key}, edit, _counts(key, len(new)))


def _changed_maps(value, chance):
    names = list(value)
    name = chance.choice(names) if names else "new"
    yield "change", value | {name: chance.choice(NASTY)}
    yield "add", value | {"new-name": chance.choice(NASTY)}
    yield "remove", {other: part for other, part in value.items() if other != name}


def _anything(_new):
    return True


def _reads(key, text):
    return lambda new: is_text(last_node(new, key), text)


def _lacks(key):
    return lambda new: last_node(new, key) is None


def _has(key):
    return lambda new: last_node(new, key) is not None


def _counts(key, count):
    return lambda new: len(last_node(new, key).value) == count


def _stands(key, place):
    return lambda new: new.fields[place].key == key
