"""Read a settings file node by node, so that a wrong setting gets a sentence with its line."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from editor.post.field_values import Value
from editor.post.unlike import nearest
from editor.post.yaml_nodes import Mapping as MappingNode
from editor.post.yaml_nodes import Node, Scalar
from editor.post.yaml_nodes import Sequence as SequenceNode
from editor.post.yaml_values import ValueReader

_LONGEST_SHOWN = 40
# The forms in which a pattern may take time without end: a repeated group that repeats inside.
_RUNAWAY = re.compile(r"\([^()]*[+*][^()]*\)[+*{]")


class WrongSetting(Exception):
    """Say what a setting should have been; the text goes on after “label ”."""


@dataclass(frozen=True, slots=True)
class FormProblem:
    """Hold a sentence about a setting that was passed over, and its line, from 1."""

    line: int
    sentence: str


Reader: TypeAlias = Callable[[Node], object]


@dataclass(slots=True)
class SettingsReader:
    """Read settings from the nodes of one text, and collect what is wrong with them."""

    text: str
    problems: list[FormProblem] = field(default_factory=list)

    def settings(self, node: Node, where: str, readers: Mapping[str, Reader]) -> dict[str, Any]:
        """Read a mapping whose keys are known; a wrong one is passed over with a sentence.

        Args:
            node: the mapping.
            where: what it describes, in words that follow “a setting of”.
            readers: how the value of each key is read.
        """
        found: dict[str, Any] = {}
        for key, value in self.pairs(node, where):
            reader = readers.get(key.text)
            if reader is None:
                self._complain_unknown(key, where, readers)
                continue
            try:
                found[key.text] = reader(value)
            except WrongSetting as wrong:
                self.complain(value, f"“{key.text}” {wrong}")
        return found

    def pairs(self, node: Node, where: str) -> list[tuple[Scalar, Node]]:
        """Give the keys and values of a mapping, none for what is no mapping."""
        if isinstance(node, Scalar) and not node.text and not node.quoted:
            return []
        if not isinstance(node, MappingNode):
            self.complain(node, f"The settings of {where} are “name: value” lines.")
            return []
        return [(key, value) for key, value in node.pairs if isinstance(key, Scalar)]

    def complain(self, node: Node, sentence: str) -> None:
        """Note what is wrong at a node."""
        self.problems.append(FormProblem(self.text.count("\n", 0, node.start) + 1, sentence))

    def _complain_unknown(self, key: Scalar, where: str, known: Mapping[str, Reader]) -> None:
        meant = nearest(key.text, known)
        hint = f" Did you mean “{meant}”?" if meant else ""
        self.complain(key, f"“{_short(key.text)}” is no setting of {where}.{hint}")


def text_in(node: Node) -> str:
    """Read a text."""
    if not isinstance(node, Scalar):
        raise WrongSetting("should be a text.")
    return node.text


def name_in(node: Node) -> str:
    """Read a text that is not empty."""
    text = text_in(node).strip()
    if not text:
        raise WrongSetting("is empty.")
    return text


def yes_or_no_in(node: Node) -> bool:
    """Read yes or no."""
    value = value_in(node)
    if not isinstance(value, bool):
        raise WrongSetting("should be true or false.")
    return value


def count_in(node: Node) -> int:
    """Read a whole number from 0 on."""
    value = value_in(node)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise WrongSetting("should be a whole number.")
    return value


def number_in(node: Node) -> float:
    """Read a number."""
    value = value_in(node)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WrongSetting("should be a number.")
    return value


def names_in(node: Node) -> tuple[str, ...]:
    """Read a list of texts."""
    if not isinstance(node, SequenceNode):
        raise WrongSetting("should be a list.")
    return tuple(name_in(item) for item in node.items)


def pattern_in(node: Node) -> str:
    """Read a regular expression that can be tried at each key."""
    pattern = name_in(node)
    try:
        re.compile(pattern)
    except re.error as error:
        raise WrongSetting(f"is no regular expression: {error}.") from error
    if _RUNAWAY.search(pattern):
        raise WrongSetting("repeats what repeats already, which can take without end.")
    return pattern


def value_in(node: Node) -> Value:
    """Read any value, as Jekyll would."""
    return ValueReader().read(node)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
