"""Keep the variables and counters of one rendering (Liquid 4: `Context`)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from editor.render.liquid.errors import LiquidError, Reason
from editor.render.liquid.limits import Budget
from editor.render.liquid.problems import LiquidProblem, Severity, problem_of
from editor.render.liquid.setup import LiquidSetup
from editor.render.liquid.values.kinds import Drop

_MOST_SCOPES: Final = 100
_MOST_PROBLEMS: Final = 200


class Interrupt(Enum):
    """Say that a loop is to go to its next turn, or to end."""

    BREAK = "break"
    CONTINUE = "continue"


@dataclass(slots=True)
class Registers:
    """Remember what tags of one kind tell one another.

    Attributes:
        offsets: How far the loop of each name has come, for ``offset: continue``.
        loops: The loops that are running, the innermost last.
        cycles: The turn of each `cycle`.
        changed: The last output of `ifchanged`; None before the first.
        includes: The includes that are being rendered, the innermost last.
        include_line: The line of the template at which the outermost include stands.
        texts: The includes that have been read, by tag and name.
    """

    offsets: dict[str, int] = field(default_factory=dict)
    loops: list[Drop] = field(default_factory=list)
    cycles: dict[object, int] = field(default_factory=dict)
    changed: str | None = None
    includes: list[str] = field(default_factory=list)
    include_line: int | None = None
    texts: dict[tuple[str, str], str | None] = field(default_factory=dict)


class Context:
    """Answer what a name means at this point of a rendering.

    Attributes:
        setup: What was handed in from outside.
        budget: What may still be used.
        registers: What tags tell one another.
        interrupts: Loops to be left, the newest last.
        problems: What went wrong so far.
        top: The names that every template knows, and the counters of `increment`.
    """

    def __init__(self, setup: LiquidSetup, top: dict[str, object]) -> None:
        self.setup = setup
        self.budget = Budget(setup.limits)
        self.registers = Registers()
        self.interrupts: list[Interrupt] = []
        self.problems: list[LiquidProblem] = []
        self.top = top
        self._scopes: list[dict[object, object]] = [{}]
        self._has_own_scope = False

    def find(self, name: object) -> object:
        """Return the value of `name`, from the innermost scope out; nil where there is none.

        With `strict_variables`, raises LiquidError there instead.
        """
        if isinstance(name, list | dict):
            return None
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        if self.setup.strictness.strict_variables and name not in self.top:
            raise LiquidError(Reason.UNKNOWN_VARIABLE, f"undefined variable {name}")
        return self.top.get(name) if isinstance(name, str) else None

    def assign(self, name: str, value: object) -> None:
        """Give `name` a value for the rest of the template (`assign`, `capture`)."""
        self._scopes[0][name] = value

    def set_local(self, name: str, value: object) -> None:
        """Give `name` a value until the block that began with `scope` ends."""
        if not self._has_own_scope:
            if len(self._scopes) >= _MOST_SCOPES:
                raise LiquidError(Reason.NESTING, "Nesting too deep")
            self._scopes.append({})
            self._has_own_scope = True
        self._scopes[-1][name] = value

    @contextmanager
    def scope(self) -> Iterator[None]:
        """Begin a block whose own names are forgotten when it ends.

        As in Liquid, the room for them is made only when the first one is set.
        """
        outer = self._has_own_scope
        self._has_own_scope = False
        self.budget.enter()
        try:
            yield
        finally:
            self.budget.leave()
            if self._has_own_scope:
                self._scopes.pop()
            self._has_own_scope = outer

    def report(self, error: LiquidError, severity: Severity = Severity.ERROR) -> None:
        """Add `error` to the problems, at the line of the template that it belongs to.

        After two hundred the writer has enough to do.
        """
        if self.registers.includes and error.file is None:
            error.file = self.registers.includes[-1]
        problem = problem_of(error, severity, self.registers.include_line)
        if len(self.problems) < _MOST_PROBLEMS and problem not in self.problems:
            self.problems.append(problem)
