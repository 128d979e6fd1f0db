"""Show the tags and filters of plugins that cannot run here as labelled stubs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from typing_extensions import override

from editor.render.liquid.context import Context
from editor.render.liquid.filter_table import Filter
from editor.render.liquid.nodes import Body
from editor.render.liquid.output import Output
from editor.render.liquid.parser import TagReader, TagStart, TemplateParser

_DIVIDERS = frozenset({"else", "elsif", "when", "end"})
_MOST_ARGUMENTS = 20


class StubLog:
    """Remember which plugins were asked for since the last `clear`."""

    def __init__(self) -> None:
        self._labels: dict[str, None] = {}

    def add(self, label: str) -> None:
        """Note that a stub of a plugin is shown."""
        self._labels[label] = None

    def clear(self) -> None:
        """Forget what was noted."""
        self._labels.clear()

    @property
    def labels(self) -> tuple[str, ...]:
        """The plugins, in the order in which they were asked for."""
        return tuple(self._labels)


@dataclass(frozen=True, slots=True)
class StubNode:
    """Write a label in the place of a tag, and what stands in its block."""

    source: str
    label: str
    body: Body | None
    log: StubLog
    line: int
    is_blank: bool = False
    is_silent: bool = False

    def render(self, context: Context, output: Output) -> None:
        """Write the label and the block."""
        self.log.add(self.label)
        shown = escape(self.source)
        output.write(
            f'<span class="dl-stub" title="{escape(self.label)}">{shown}</span>', self.line
        )
        if self.body is not None:
            self.body.render(context, output)


@dataclass(frozen=True, slots=True)
class NothingNode:
    """Write nothing: the end of a block that is not known to be one."""

    line: int
    is_blank: bool = True
    is_silent: bool = False

    def render(self, context: Context, output: Output) -> None:
        """Write nothing."""
        del context, output


def stub_reader(label: str, log: StubLog, *, is_block: bool) -> TagReader:
    """Make the stub of a tag that is known by name."""

    def read(start: TagStart, parser: TemplateParser) -> StubNode:
        body = Body() if is_block else None
        if body is not None:
            parser.block(start, body)
        return StubNode(start.source, label, body, log, start.line)

    return read


def stub_filter(label: str, log: StubLog) -> Filter:
    """Make the stub of a filter: the value goes through as it is."""

    def unchanged(context: Context, value: object, *arguments: object) -> object:
        del context, arguments
        log.add(label)
        return value

    return Filter(unchanged, 1, _MOST_ARGUMENTS)


class TagsOfUnknownPlugins(Mapping[str, TagReader]):
    """Give a stub for each tag that nobody knows, where a plugin may well know it.

    Which of them have an end cannot be told, so an end without a known beginning is passed over.
    """

    def __init__(self, known: Mapping[str, TagReader], label: str, log: StubLog) -> None:
        self._known = known
        self._stub = stub_reader(label, log, is_block=False)

    @override
    def __getitem__(self, name: str) -> TagReader:
        if name in self._known:
            return self._known[name]
        if name in _DIVIDERS or name.removeprefix("end") in self._known:
            raise KeyError(name)
        return _read_nothing if name.startswith("end") else self._stub

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    @override
    def __len__(self) -> int:
        return len(self._known)


def _read_nothing(start: TagStart, parser: TemplateParser) -> NothingNode:
    del parser
    return NothingNode(start.line)
