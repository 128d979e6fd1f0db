"""Build the table of contents."""

from dataclasses import dataclass

from editor.render.kramdown.tree import Kind, Node


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading as the table of contents needs it."""

    level: int
    id: str
    children: list[Node]


def toc_tree(entries: list[TocEntry], template: Node) -> Node:
    """Return the list of ``entries``, in the kind and with the attributes of ``template``."""
    root = Node(template.kind)
    root.attributes = dict(template.attributes)
    root.attributes.setdefault("id", "markdown-toc")
    prefix = root.attributes["id"]
    above: list[Node] = []
    for entry in entries:
        item = _item(entry, prefix, template.kind)
        while above and above[-1].level >= entry.level:
            _drop_empty_list(above.pop())
        parent = above[-1].children[-1] if above else root
        parent.children.append(item)
        above.append(item)
    for item in above:
        _drop_empty_list(item)
    return root


def _item(entry: TocEntry, prefix: str, kind: Kind) -> Node:
    link = Node("a")
    link.attributes = {"href": f"#{entry.id}", "id": f"{prefix}-{entry.id}"}
    link.children = _label(entry.children)
    paragraph = Node("p")
    paragraph.transparent = True
    paragraph.children = [link]
    item = Node("li")
    item.level = entry.level
    item.children = [paragraph, Node(kind)]
    return item


def _drop_empty_list(item: Node) -> None:
    if not item.children[-1].children:
        item.children.pop()


def _label(nodes: list[Node]) -> list[Node]:
    """Copy the spans of a heading without footnotes, and with links replaced by their text.

    Spans nest only so deep (see ``span_scanner.MAX_DEPTH``), so this may call itself.
    """
    label: list[Node] = []
    for node in nodes:
        if node.kind == "footnote":
            continue
        inner = _label(node.children)
        if node.kind == "a":
            label.extend(inner)
            continue
        label.append(node.with_children(inner))
    return label
