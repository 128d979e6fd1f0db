"""Find the edits that an anchor or an alias forbids."""

from collections.abc import Collection, Iterable

from editor.post.edits.block import Block, Entry
from editor.post.yaml_nodes import aliases_in, anchors_in


def used_elsewhere(block: Block, indices: Collection[int]) -> str | None:
    """Give a name that these entries define and another one refers to, if there is one."""
    if not block.document.aliases:
        return None
    names: set[str] = set()
    used: set[str] = set()
    for index, entry in enumerate(block.entries):
        if index in indices:
            names |= anchors_in(entry.key_node) | anchors_in(entry.value_node)
        else:
            used |= _used(entry)
    return min(names & used, default=None)


def is_in_order(entries: Iterable[Entry]) -> bool:
    """Tell whether every alias comes after its anchor."""
    known: set[str] = set()
    for entry in entries:
        known |= anchors_in(entry.key_node) | anchors_in(entry.value_node)
        if not _used(entry) <= known:
            return False
    return True


def _used(entry: Entry) -> frozenset[str]:
    return aliases_in(entry.key_node) | aliases_in(entry.value_node)
