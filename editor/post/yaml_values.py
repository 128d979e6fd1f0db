"""Give the values of YAML nodes as Jekyll reads them.

Jekyll 4.3 with SafeYAML 1.0.5 (`PsychHandler`): tags are ignored but for `!!binary`, the last of
equal keys wins, an alias to a quoted text is guessed again, `<<` merges an alias over what stands
before it and drops anything else, and after a null key the next value becomes the key.
"""

from base64 import b64decode
from typing import Final

from editor.post.field_values import Key, Value
from editor.post.yaml_nodes import Alias, Mapping, Node, Scalar, Sequence, children
from editor.post.yaml_scalars import read_plain

_BINARY_TAGS = frozenset({"tag:yaml.org,2002:binary", "x-private:binary", "!binary"})
MERGE: Final = "<<"


class ValueReader:
    """Read the nodes of one document, in file order, so that aliases find their anchors."""

    def __init__(self) -> None:
        self._anchored: dict[str, Value] = {}

    def read(self, node: Node) -> Value:
        """Give the value of a node and remember it under its anchor."""
        if isinstance(node, Alias):
            value = self._anchored.get(node.anchor)
            return read_plain(value) if isinstance(value, str) else value
        if isinstance(node, Scalar):
            return self._remembered(node, _scalar(node))
        if isinstance(node, Sequence):
            items: list[Value] = []
            self._remembered(node, items)
            items.extend(map(self.read, node.items))
            return items
        return self._mapping(node)

    def _mapping(self, node: Mapping) -> dict[Key, Value]:
        filled: dict[Key, Value] = {}
        self._remembered(node, filled)
        key: Key | None = None
        for part in children(node):
            value = self.read(part)
            if key is None:
                key = _as_key(value)
                continue
            if key != MERGE:
                filled[key] = value
            elif isinstance(part, Alias) and isinstance(value, dict):
                filled.update(value)
            key = None
        return filled

    def _remembered(self, node: Scalar | Sequence | Mapping, value: Value) -> Value:
        if node.anchor is not None:
            self._anchored[node.anchor] = value
        return value


def _scalar(node: Scalar) -> Value:
    if node.tag in _BINARY_TAGS:
        return _decoded(node.text)
    return node.text if node.quoted else read_plain(node.text)


def _decoded(text: str) -> str:
    """Decode base64 as Ruby's `Base64.decode64` does: as far as it goes."""
    kept = "".join(char for char in text if char.isascii() and (char.isalnum() or char in "+/"))
    whole = kept[: len(kept) - len(kept) % 4] if len(kept) % 4 == 1 else kept
    return b64decode(whole + "=" * (-len(whole) % 4)).decode("utf-8", "surrogateescape")


def _as_key(value: Value) -> Key | None:
    return str(value) if isinstance(value, list | dict) else value
