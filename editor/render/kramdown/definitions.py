"""What a text defines once and uses anywhere: links, footnotes, abbreviations, attribute lists."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.render.kramdown.characters import lowercase
from editor.render.kramdown.options import Options
from editor.render.kramdown.tree import AttributeList, Node, add_attribute


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Where a reference link leads; ``node`` marks the definition and carries its attributes."""

    url: str
    title: str | None
    node: Node | None


@dataclass(slots=True)
class Abbreviation:
    """The long form of an abbreviation; ``node`` marks the definition."""

    title: str
    node: Node


@dataclass(slots=True)
class Footnote:
    """The text of a footnote; ``is_read`` once its spans have been read.

    Its lines count from the segment it stands in, which has ``above`` lines before it.
    """

    content: Node
    above: int = 0
    is_read: bool = False


@dataclass(slots=True)
class Definitions:
    """All definitions of one text, or of a part of it; the last one with a name wins."""

    links: dict[str, LinkTarget] = field(default_factory=dict)
    footnotes: dict[str, Footnote] = field(default_factory=dict)
    abbreviations: dict[str, Abbreviation] = field(default_factory=dict)
    attribute_lists: dict[str, AttributeList] = field(default_factory=dict)

    def add_link_options(self, options: Options) -> None:
        """Take over the links of the setting ``link_defs``."""
        for name, (url, title) in options.link_defs.items():
            self.links[link_id(name)] = LinkTarget(url, title, None)

    def add(self, other: "Definitions") -> None:
        """Take over what is defined further down."""
        self.links |= other.links
        self.footnotes |= other.footnotes
        self.abbreviations |= other.abbreviations
        for name, more in other.attribute_lists.items():
            known = self.attribute_lists.setdefault(name, AttributeList())
            known.references += more.references
            for key, value in more.attributes.items():
                known.add(key, value)

    def __bool__(self) -> bool:
        """Tell whether anything is defined."""
        return bool(self.links or self.footnotes or self.abbreviations or self.attribute_lists)

    def reads_like(self, other: "Definitions") -> bool:
        """Tell whether running text comes out the same with these definitions as with others.

        It does not hang on what footnotes say. Where the definition of a link has attributes,
        each use of the link may change them for the next: then nothing can be said.
        """
        return (
            self.footnotes.keys() == other.footnotes.keys()
            and self.attribute_lists == other.attribute_lists
            and _compared(self.abbreviations) == _compared(other.abbreviations)
            and _compared(self.links) == _compared(other.links)
            and not any(link.node and link.node.attribute_list for link in self.links.values())
        )

    def apply(self, wanted: AttributeList, attributes: dict[str, str]) -> None:
        """Write ``wanted`` into ``attributes``, the lists it names first.

        Lists may name each other in a ring, on which kramdown breaks off with an error, and may
        multiply: after ``_MAX_LISTS`` lists the rest is left out.
        """
        waiting: list[AttributeList | tuple[str, str]] = [wanted]
        lists = 0
        while waiting:
            item = waiting.pop()
            if isinstance(item, tuple):
                add_attribute(attributes, *item)
                continue
            lists += 1
            waiting.extend(reversed(item.attributes.items()))
            if lists < _MAX_LISTS:
                named = [self.attribute_lists.get(name) for name in reversed(item.references)]
                waiting.extend(known for known in named if known is not None)


_MAX_LISTS = 100


def _compared(known: Mapping[str, LinkTarget | Abbreviation]) -> dict[str, object]:
    """Return what makes definitions differ: all but their places."""
    return {
        name: (
            one.title,
            one.url if isinstance(one, LinkTarget) else "",
            one.node and one.node.attribute_list,
        )
        for name, one in known.items()
    }


_SPACES = re.compile(r"[ \t\n\v\f\r]+")


def link_id(name: str) -> str:
    """Return the form in which names of links are compared: one blank, lower case."""
    return lowercase(_SPACES.sub(" ", name))
