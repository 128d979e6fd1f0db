"""The tree between reading Markdown and writing HTML."""

from dataclasses import dataclass, field
from typing import Literal

from editor.render.kramdown.characters import STRIPPED

Kind = Literal[
    "root", "blank", "boundary", "p", "heading", "blockquote", "codeblock", "ul", "ol", "li",
    "dl", "dt", "dd", "hr", "table", "thead", "tbody", "tfoot", "tr", "td", "html", "html_comment",
    "html_instruction", "math", "comment", "raw", "raw_text", "text", "a", "img", "em", "strong",
    "code", "footnote", "entity", "smart_quote", "symbol", "br", "abbreviation",
]  # fmt: skip

Model = Literal["block", "span", "raw"]
"""How the inside of an HTML element is read: as blocks, as running text, or not at all."""


@dataclass(slots=True)
class AttributeList:
    """What stands between ``{:`` and ``}``: attributes, and names of lists defined elsewhere."""

    attributes: dict[str, str] = field(default_factory=dict)
    references: list[str] = field(default_factory=list)

    def add(self, key: str, value: str) -> None:
        """Set an attribute; classes add up."""
        add_attribute(self.attributes, key, value)


def add_attribute(attributes: dict[str, str], key: str, value: str) -> None:
    """Set ``key`` in ``attributes``, or add to the classes that are there."""
    if key == "class":
        value = f"{attributes.get(key, '')} {value}".lstrip(STRIPPED)
    attributes[key] = value


class Node:
    """A block or a span of the text.

    ``value`` is text of leaves, the tag name of HTML, the name of a footnote or symbol.
    ``line`` and ``last_line`` count from 1 in the whole text; 0 means "not known", as for spans.
    """

    attribute_list: AttributeList | None = None
    line: int = 0
    last_line: int = 0
    inline: bool = False  # comment, math, raw, html: part of running text
    transparent: bool = False  # p: written without its tags, as in tight lists
    level: int = 0  # heading
    id_text: str = ""  # heading, dt: the text that an id is made from
    gfm_id: str | None = None  # heading: the id that GFM numbers
    language: str = ""  # codeblock: the info string with its options
    formats: tuple[str, ...] = ()  # raw: for which output formats
    model: Model | None = None  # html
    closed: bool = False  # html: written as <x/>
    definition: str | None = None  # boundary: what was defined there; abbreviation: its name
    alignments: tuple[str, ...] = ()  # table: "left", "right", "center" or "" a column
    original: str | None = None  # entity: as the writer typed it
    as_paragraph: bool = False  # dd: keeps its first <p>

    __slots__ = ("__dict__", "attributes", "children", "kind", "value")

    def __init__(self, kind: Kind, value: str = "") -> None:
        self.kind = kind
        self.value = value
        self.attributes: dict[str, str] = {}
        self.children: list[Node] = []

    def ensure_attribute_list(self) -> AttributeList:
        """Return the attribute list of this node, an empty new one if it had none."""
        if self.attribute_list is None:
            self.attribute_list = AttributeList()
        return self.attribute_list

    def with_children(self, children: list["Node"]) -> "Node":
        """Return a node like this one, which has ``children``."""
        copied = Node(self.kind, self.value)
        copied.__dict__.update(self.__dict__)
        copied.attributes = self.attributes
        copied.children = children
        return copied

    def refers_to(self, name: str) -> bool:
        """Tell whether the attribute list names ``name``, as ``{:toc}`` does."""
        return self.attribute_list is not None and name in self.attribute_list.references


_BLOCKS: tuple[Kind, ...] = (
    "blank", "p", "heading", "blockquote", "codeblock", "ul", "ol", "li", "dl", "dt", "dd",
    "table", "td", "hr",
)  # fmt: skip
_EITHER: tuple[Kind, ...] = ("html", "html_comment", "html_instruction", "math", "comment", "raw")


def is_block(node: Node) -> bool:
    """Tell whether kramdown counts ``node`` as a block."""
    return node.kind in _BLOCKS or (node.kind in _EITHER and not node.inline)


def add_raw_text(node: Node, text: str) -> None:
    """Append text whose spans are still to be read to ``node``."""
    last = node.children[-1] if node.children else None
    if last is not None and last.kind == "raw_text":
        last.value += text
    elif text:
        node.children.append(Node("raw_text", text))
