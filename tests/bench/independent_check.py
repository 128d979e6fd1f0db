"""Judge an edit of front matter by other means than the program's own.

Nothing of `editor` is imported here. A field is the lines from its key to the next one, without
the blank lines and remarks at their end; what it means is what PyYAML composes.
"""

import re
from dataclasses import dataclass

import yaml

BOM = b"\xef\xbb\xbf"
OPENING = re.compile(rb"---[ \t\r\f\v]*\n")
CLOSING = re.compile(rb"^(---|\.\.\.)[ \t\r\f\v]*(?:\n|\Z)", re.MULTILINE)
NO_TEXT = re.compile(
    r"(?i)(y|n|yes|no|on|off|true|false|null|~|=|<<|:.*"
    r"|[-+]?[\d_,]*\d[\d_,]*(:[\d_]+)*(\.[\d_,]*)?(e[-+]?\d+)?|[-+]?\.\d[\d_]*(e[-+]?\d+)?"
    r"|[-+]?0[xob][\da-f_,]*|[-+]?\.(inf|nan)|\d{4}-\d\d?-\d\d?([t\s].*)?)?"
)
RESOLVER = yaml.resolver.Resolver()


@dataclass(frozen=True)
class Field:
    """Hold a key, the bytes it takes up, and what stands there."""

    key: str
    start: int
    end: int
    meaning: tuple
    node: yaml.Node


@dataclass(frozen=True)
class Reading:
    """Hold a file and its fields."""

    raw: bytes
    fields: tuple[Field, ...]


def read(raw):
    """Read a file's fields; None where it has no front matter or PyYAML cannot compose it."""
    offset = len(BOM) if raw.startswith(BOM) else 0
    opening = OPENING.match(raw, offset)
    closing = CLOSING.search(raw, opening.end()) if opening else None
    if closing is None:
        return None
    try:
        text = raw[offset : closing.start()].decode()
        documents = list(yaml.compose_all(text, Loader=yaml.CBaseLoader))
    except (UnicodeDecodeError, yaml.YAMLError):
        return None
    if len(documents) > 1:
        return None
    root = documents[0]
    if isinstance(root, yaml.ScalarNode) and not root.value:
        return Reading(raw, ())
    if not isinstance(root, yaml.MappingNode):
        return None
    starts = [offset + _line_start(text, key.start_mark.index) for key, _ in root.value]
    ends = [*starts, closing.start()][1:]
    return Reading(
        raw,
        tuple(
            Field(key.value, start, _own_end(raw, start, end, value), _meaning(value), value)
            for (key, value), start, end in zip(root.value, starts, ends, strict=True)
        ),
    )


def _line_start(text, at):
    return len(text[: text.rfind("\n", 0, at) + 1].encode())


def _own_end(raw, start, end, value):
    block = isinstance(value, yaml.ScalarNode) and value.style in {"|", ">"}
    lines = raw[start:end].splitlines(keepends=True)
    keeps = block and re.search(rb"[|>]\d?[+]", lines[0])
    while len(lines) > 1 and not keeps:
        # The text of a block is indented, so that a remark in column 0 is none of it.
        line = lines[-1].strip(b"\r\n" if block else None)
        if line and line[:1] != b"#":
            break
        end -= len(lines.pop())
    return end


def _meaning(node):
    if isinstance(node, yaml.ScalarNode):
        return (node.value, node.style or "", node.tag)
    if isinstance(node, yaml.SequenceNode):
        return ("list", node.flow_style, *map(_meaning, node.value))
    pairs = ((_meaning(key), _meaning(value)) for key, value in node.value)
    return ("map", node.flow_style, *pairs)


def last_node(reading, key):
    """Give the value that counts under a key."""
    return next((field.node for field in reversed(reading.fields) if field.key == key), None)


def outside(old, new, keys):
    """Tell whether bytes outside the lines of some fields differ."""
    at = place = 0
    for field in old.fields:
        if field.key in keys:
            kept = old.raw[at : field.start]
            place = new.find(kept, place) + len(kept)
            if not new.startswith(kept) if at == 0 else place < len(kept):
                return True
            at = field.end
    return not new.endswith(old.raw[at:]) or len(new) - len(old.raw[at:]) < place


def others_changed(old, new, keys):
    """Tell whether another field means something else, or stands in another order."""
    before = [(field.key, field.meaning) for field in old.fields if field.key not in keys]
    return before != [(field.key, field.meaning) for field in new.fields if field.key not in keys]


def is_text(node, wanted):
    """Tell whether a node is a text to every reader, and this one."""
    if not isinstance(node, yaml.ScalarNode) or node.value != wanted:
        return False
    if node.style in {"'", '"', "|", ">"}:
        return True
    tag = RESOLVER.resolve(yaml.ScalarNode, wanted, (True, False))
    return tag == "tag:yaml.org,2002:str" and NO_TEXT.fullmatch(wanted) is None
