"""Change a list in brackets: what stays keeps its bytes, what comes looks like its neighbour."""

from collections.abc import Sequence

from editor.post.edits.flow_parts import Part, put_together
from editor.post.edits.layout import Manner, lay_out_item
from editor.post.edits.list_steps import steps
from editor.post.edits.slots import Slot, Source
from editor.post.edits.source_lines import content_start
from editor.post.edits.splices import Splice
from editor.post.field_values import NewValue
from editor.post.yaml_nodes import Scalar, Style
from editor.post.yaml_nodes import Sequence as SequenceNode


def flow_list_splices(
    source: Source, slot: Slot, node: SequenceNode, new: Sequence[NewValue]
) -> list[Splice]:
    """Give the splice that turns the list into the wanted one."""
    parts: list[Part] = []
    beside = 0
    for step in steps(slot, node, new):
        beside = beside if step.old is None else step.old
        if step.new is None:
            continue
        if step.kept:
            item = node.items[beside]
            parts.append(Part(source.text[item.start : item.end], step.old))
            continue
        manner = Manner(source.habits, _style(node, beside), in_flow=True)
        parts.append(Part(lay_out_item(new[step.new], 0, manner).head, step.old))
    inside = content_start(source.text, node) + 1, node.end - 1
    return [put_together(source, inside, [(item.start, item.end) for item in node.items], parts)]


def _style(node: SequenceNode, beside: int) -> Style:
    item = node.items[beside] if node.items else None
    return item.style if isinstance(item, Scalar) else ""
