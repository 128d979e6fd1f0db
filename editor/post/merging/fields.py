"""Join two edits of front matter, field by field; every line stays as one of both wrote it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from editor.post.edits.block import Block, read_block
from editor.post.edits.keys import place_above
from editor.post.errors import EditRefused
from editor.post.field_values import Value
from editor.post.front_matter import FrontMatter
from editor.post.merging.three_ways import Part
from editor.post.yaml_nodes import Mapping as MappingNode
from editor.post.yaml_nodes import anchors_in
from editor.post.yaml_text import NotYaml


@dataclass(frozen=True, slots=True)
class _Cut:
    """Hold a block cut into what stands above the fields, the lines of each, and the fence."""

    head: str
    fields: Mapping[str, str]
    foot: str


def field_parts(base: FrontMatter, mine: FrontMatter, theirs: FrontMatter) -> list[Part]:
    """Cut three blocks into parts, one for each field; or one part where that is not possible.

    It is not where a block cannot be read, has a key twice or refers from one field to another,
    and where the joined block would not read as its fields did. Items that two put into one list,
    or took out of it, are no conflict.
    """
    whole = [Part(base.text, mine.text, theirs.text, key="front matter")]
    cuts = [_cut(each) for each in (base, mine, theirs)]
    if None in cuts:
        return whole
    parts = _parts(*[cut for cut in cuts if cut is not None])
    lists = {
        part.key: items
        for part in parts
        if part.is_conflict and (items := _joined_items(part, base, mine, theirs)) is not None
    }
    parts = [_with_items(part, mine, lists) for part in parts]
    return parts if _reads_as_both(parts, mine, theirs, lists) else whole


def _joined_items(
    part: Part, base: FrontMatter, mine: FrontMatter, theirs: FrontMatter
) -> list[str] | None:
    """Give what both put into a list, without what either took out; None where it is none."""
    was, here, there = (_items(each, part.key) for each in (base, mine, theirs))
    if was is None or here is None or there is None:
        return None
    if _lines(base, part.key, there) != part.theirs:
        return None  # they changed more than the items: a remark, or how the list is written
    stayed = [item for item in here if item in there or item not in was]
    return stayed + [item for item in there if item not in was and item not in here]


def _items(block: FrontMatter, key: str) -> list[str] | None:
    value = block.value(key)
    if not isinstance(value, list):
        return None
    texts = [item for item in value if isinstance(item, str)]
    return texts if len(set(texts)) == len(value) else None


def _lines(block: FrontMatter, key: str, items: Sequence[str]) -> str | None:
    """Give the lines of a field once its list has these items."""
    try:
        cut = _cut(block.set_list(key, items))
    except EditRefused:
        return None
    return cut.fields.get(key) if cut is not None else None


def _with_items(part: Part, mine: FrontMatter, lists: Mapping[str, list[str]]) -> Part:
    lines = _lines(mine, part.key, lists[part.key]) if part.key in lists else None
    return replace(part, both=lines) if lines else part


def _cut(front_matter: FrontMatter) -> _Cut | None:
    block = _sound_block(front_matter)
    if block is None:
        return None
    text = block.text
    starts = [place_above(block, at) for at in range(len(block.entries))]
    first = starts[0] if starts else block.closing
    fields = {
        entry.key: text[start:end]
        for entry, start, end in zip(
            block.entries, starts, [*starts[1:], block.closing], strict=False
        )
    }
    return _Cut(text[:first], fields, text[block.closing :])


def _sound_block(front_matter: FrontMatter) -> Block | None:
    if front_matter.problem is not None:
        return None
    try:
        block = read_block(front_matter.text)
    except NotYaml:
        return None
    if block is None or len({entry.key for entry in block.entries}) != len(block.entries):
        return None
    root = block.document.root
    is_plain = root is None or (
        isinstance(root, MappingNode) and not root.flow and not anchors_in(root)
    )
    return block if is_plain and not block.document.aliases else None


def _parts(base: _Cut, mine: _Cut, theirs: _Cut) -> list[Part]:
    fields = [
        Part(
            base.fields.get(key, ""), mine.fields.get(key, ""), theirs.fields.get(key, ""), key=key
        )
        for key in _order(list(base.fields), list(mine.fields), list(theirs.fields))
    ]
    return [
        Part(base.head, mine.head, theirs.head, key="front matter"),
        *fields,
        Part(base.foot, mine.foot, theirs.foot, key="front matter"),
    ]


def _order(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Give every key once, in the order of whoever moved some; keys of one side beside theirs."""
    stayed = [key for key in base if key in mine]
    first, second = (theirs, mine) if _only(mine, stayed) == stayed else (mine, theirs)
    keys = list(first)
    for key in [*second, *base]:
        if key not in keys:
            source = second if key in second else base
            above = source[: source.index(key)]
            after = next((other for other in reversed(above) if other in keys), None)
            keys.insert(keys.index(after) + 1 if after is not None else 0, key)
    return keys


def _only(keys: Sequence[str], wanted: Sequence[str]) -> list[str]:
    return [key for key in keys if key in wanted]


def _reads_as_both(
    parts: Sequence[Part],
    mine: FrontMatter,
    theirs: FrontMatter,
    lists: Mapping[str, list[str]],
) -> bool:
    """Tell whether the joined block has each field as the side has it that it was taken from."""
    for takes_mine in (True, False):
        text = "".join(
            (part.mine if takes_mine else part.theirs) if part.is_conflict else part.joined
            for part in parts
        )
        try:
            joined = FrontMatter.read(text)
        except ValueError:
            return False
        expected: dict[str, Value] = {}
        for part in parts:
            takes_theirs = part.mine == part.base or (part.is_conflict and not takes_mine)
            side = theirs if takes_theirs else mine
            if part.both:
                expected[part.key] = list(lists[part.key])
            elif side.has(part.key):
                expected[part.key] = side.value(part.key)
        if len(parts) > 1 and (joined.problem is not None or joined.values != expected):
            return False
    return True
