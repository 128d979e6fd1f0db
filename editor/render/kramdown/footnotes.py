"""Number footnotes and write their list."""

from collections.abc import Callable
from dataclasses import dataclass

from editor.render.kramdown.definitions import Definitions
from editor.render.kramdown.escaping import attributes_html, escape_text
from editor.render.kramdown.options import Options
from editor.render.kramdown.tree import Node


@dataclass(slots=True)
class UsedFootnote:
    """A footnote that was referred to, ``repeats`` times more than once."""

    key: str
    name: str
    number: int
    repeats: int = 0


class FootnoteList:
    """Keeps the footnotes of a text in the order in which they are first referred to."""

    def __init__(self, options: Options, definitions: Definitions, space: str) -> None:
        """Begin with no footnote; ``space`` is the blank before a link back."""
        self.options = options
        self.definitions = definitions
        self.space = space
        self.used: dict[str, UsedFootnote] = {}
        self.order: list[UsedFootnote] = []

    def mark(self, name: str) -> str:
        """Return the raised number for a reference to the footnote ``name``."""
        repeat = ""
        note = self.used.get(name)
        if note is None:
            number = self.options.footnote_nr + len(self.used)
            full_name = self.options.footnote_prefix + name
            note = UsedFootnote(name, full_name, number)
            self.used[name] = note
            self.order.append(note)
        else:
            note.repeats += 1
            repeat = f":{note.repeats}"
        outer, inner, text = ' role="doc-noteref"', "", str(note.number)
        if self.options.release == "2.5":
            outer, inner = inner, outer
            text = self.options.footnote_link_text.replace("%s", text)
        return (
            f'<sup id="fnref:{note.name}{repeat}"{outer}><a href="#fn:{note.name}" '
            f'class="footnote" rel="footnote"{inner}>{text}</a></sup>'
        )

    def write(self, inside: Callable[[UsedFootnote], str]) -> str:
        """Return the list of footnotes; ``inside`` writes what is in an item.

        Writing a footnote may bring up further ones.
        """
        items: list[str] = []
        while len(items) < len(self.order):
            note = self.order[len(items)]
            attributes = {"id": f"fn:{note.name}"}
            if self.options.release == "2.4":
                attributes["role"] = "doc-endnote"
            opening = f"    <li{attributes_html(attributes)}>\n"
            items.append(f"{opening}{inside(note)}    </li>\n")
        if not items:
            return ""
        first = self.options.footnote_nr
        start = f' start="{first}"' if first != 1 else ""
        return (
            '<div class="footnotes" role="doc-endnotes">\n'
            f"  <ol{start}>\n{''.join(items)}  </ol>\n</div>\n"
        )

    def item(self, note: UsedFootnote) -> Node:
        """Return what stands in an item: the footnote's text, and the links back."""
        content = self.definitions.footnotes[note.key].content
        item = Node("li")
        item.children = list(content.children)
        paragraph = self._last_paragraph(item)
        space = self.space
        if paragraph is None:
            paragraph, space = Node("p"), ""
            item.children.append(paragraph)
        if self.options.footnote_backlink:
            paragraph.children.extend(self._links_back(note, space))
        return item

    def _last_paragraph(self, item: Node) -> Node | None:
        """Return the paragraph or heading that the links back belong to, with a way of its own."""
        ends_in_text = bool(item.children) and item.children[-1].kind == "p"
        if not ends_in_text and not self.options.footnote_backlink_inline:
            return None
        parent = item
        while parent.children:
            # The footnote itself stays as it was read: it may be written again.
            last = parent.children[-1]
            parent.children[-1] = last.with_children(list(last.children))
            parent = parent.children[-1]
            if parent.kind in {"p", "heading"}:
                return parent
        return None

    def _links_back(self, note: UsedFootnote, space: str) -> list[Node]:
        """Return a link to each reference, numbered from the second on."""
        text = escape_text(self.options.footnote_backlink)
        links: list[Node] = []
        for repeat in range(note.repeats + 1):
            target = f"{note.name}:{repeat}" if repeat else note.name
            shown = f"{text}<sup>{repeat + 1}</sup>" if repeat else text
            link = Node(
                "raw",
                f'{self.space if repeat else space}<a href="#fnref:{target}" '
                f'class="reversefootnote" role="doc-backlink">{shown}</a>',
            )
            link.inline = True
            links.append(link)
        return links
