"""What a text defines once and uses anywhere: links, footnotes, abbreviations, attribute lists."""

import re
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
class Definitions:
    """All definitions of one text; the last one with a name wins."""

    links: dict[str, LinkTarget] = field(default_factory=dict)
    footnotes: dict[str, Node] = field(default_factory=dict)
    abbreviations: dict[str, Abbreviation] = field(default_factory=dict)
    attribute_lists: dict[str, AttributeList] = field(default_factory=dict)

    def add_link_options(self, options: Options) -> None:
        """Take over the links of the setting ``link_defs``."""
        for name, (url, title) in options.link_defs.items():
            self.links[link_id(name)] = LinkTarget(url, title, None)

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
_SPACES = re.compile(r"[ \t\n\v\f\r]+")


def link_id(name: str) -> str:
    """Return the form in which names of links are compared: one blank, lower case."""
    return lowercase(_SPACES.sub(" ", name))
