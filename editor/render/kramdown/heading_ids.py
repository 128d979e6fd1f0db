"""Give headings their ids, and GFM its hard line breaks."""

import re
from dataclasses import dataclass, field

import regex

from editor.render.kramdown.characters import lowercase
from editor.render.kramdown.options import Options
from editor.render.kramdown.tree import Kind, Node, is_block

_NOT_IN_ID = regex.compile(r"[^\p{Word}\- \t]|[\u200c\u200d]")
_BLANKS = str.maketrans(" \t", "--")
_NOT_IN_PLAIN_ID = re.compile(r"[^a-zA-Z0-9 -]")
_BEFORE_FIRST_LETTER = re.compile(r"^[^a-zA-Z]+", re.MULTILINE)


_AROUND_HEADINGS: frozenset[Kind] = frozenset(("root", "blockquote", "ul", "ol", "li", "dl", "dd"))


@dataclass(slots=True)
class IdCounter:
    """Makes ids unique in one text; a GFM text counts its own ids apart from kramdown's."""

    options: Options
    seen: dict[str, int] = field(default_factory=dict)

    def gfm(self, text: str) -> str:
        """Return an id as GitHub makes it; it may be empty."""
        name = _NOT_IN_ID.sub("", lowercase(text)).translate(_BLANKS)
        return self.options.auto_id_prefix + self._numbered(name)

    def plain(self, text: str) -> str:
        """Return an id of plain kramdown: ASCII letters, digits, hyphens, or "section"."""
        return self.options.auto_id_prefix + self._numbered(plain_id(text) or "section")

    def _numbered(self, name: str) -> str:
        count = self.seen.get(name, -1) + 1
        self.seen[name] = count
        return f"{name}-{count}" if count else name


def plain_id(text: str) -> str:
    """Return the id that kramdown makes of ``text``, empty if it has no letter."""
    name = _NOT_IN_PLAIN_ID.sub("", _BEFORE_FIRST_LETTER.sub("", text))
    return name.replace(" ", "-").lower()


def finish_gfm(root: Node, options: Options, source: str) -> list[Node]:
    """Turn a backslash (or any line end) into a break where GFM does; return headings without id.

    Nothing is done inside HTML elements, nor in footnotes: kramdown leaves those to plain rules.
    ``source`` is what ``root`` was read from.
    """
    headings: list[Node] = []
    hard_break = "\n" if options.hard_wrap else "\\\n"
    has_breaks = hard_break in source
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.kind == "heading" and options.auto_ids and "id" not in node.attributes:
            headings.append(node)
        elif has_breaks and node.kind != "html":
            _break_lines(node, hard_break)
            waiting.extend(reversed(node.children))
        elif node.kind in _AROUND_HEADINGS:
            waiting.extend(reversed(node.children))
    return headings


def _break_lines(node: Node, hard_break: str) -> None:
    if not any(child.kind == "text" and hard_break in child.value for child in node.children):
        return
    children: list[Node] = []
    last = node.children[-1]
    for child in node.children:
        if child.kind == "text" and hard_break in child.value:
            children.extend(_lines(child, hard_break, ends_block=is_block(node) and child is last))
        else:
            children.append(child)
    node.children = children


def _lines(text: Node, hard_break: str, *, ends_block: bool) -> list[Node]:
    lines = text.value.split(hard_break)
    breaks = len(lines) - 1
    if ends_block and lines[-1] == "":
        breaks -= 1
    nodes: list[Node] = []
    for index, line in enumerate(lines):
        nodes.append(Node("text", f"\n{line}" if index else line))
        if index < breaks:
            nodes.append(Node("br"))
    return nodes
