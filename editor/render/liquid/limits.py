"""Keep a template from running for ever, or from filling the memory."""

from dataclasses import dataclass

from editor.render.liquid.errors import LimitReachedError


@dataclass(frozen=True, slots=True)
class Limits:
    """Say how much one rendering may use.

    Attributes:
        steps: Nodes rendered, loop turns and list members looked at, all together.
        output: Characters written, each inner block counted again.
        text: Characters of one value, or members of one list.
        digits: Digits of one whole number.
        depth: Blocks and includes inside one another.
    """

    steps: int = 400_000
    output: int = 20_000_000
    text: int = 4_000_000
    digits: int = 4_000
    depth: int = 100


class Budget:
    """Count what a rendering uses, and stop it at its limits.

    Every method raises LimitReachedError when its limit is passed.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._steps = limits.steps
        self._output = limits.output
        self._depth = 0
        self._longest_int = 1 << int(limits.digits * 3.3219)

    def step(self, count: int = 1) -> None:
        """Take `count` steps."""
        self._steps -= count
        if self._steps < 0:
            raise LimitReachedError(f"more than {self.limits.steps:,} steps")

    def write(self, length: int) -> None:
        """Write `length` characters."""
        self._output -= length
        if self._output < 0:
            raise LimitReachedError(f"more than {self.limits.output:,} characters")

    def reserve(self, length: int) -> None:
        """Ask for a value of `length` characters or members before it is made."""
        if length > self.limits.text:
            raise LimitReachedError(f"a value longer than {self.limits.text:,}")

    def check_number(self, value: int) -> None:
        """Ask whether a whole number can still be printed."""
        if not -self._longest_int < value < self._longest_int:
            raise LimitReachedError(f"a number of more than {self.limits.digits:,} digits")

    def enter(self) -> None:
        """Go into a block or an include; `leave` goes out of it again."""
        self._depth += 1
        if self._depth > self.limits.depth:
            raise LimitReachedError("Nesting too deep")

    def leave(self) -> None:
        """Go out of the block that `enter` went into."""
        self._depth -= 1
