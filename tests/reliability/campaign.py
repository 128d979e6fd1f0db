"""What a campaign is: a promise, many trials of it, and a control that has to break it."""

import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Trials = Callable[[int, random.Random, Path], list[str]]
"""Run that many trials in a folder of its own; give a sentence for each that failed."""


@dataclass(frozen=True)
class Campaign:
    """Hold a promise to the writer and how it is tried.

    Attributes:
        code: a short name.
        promise: a sentence that is true if no trial fails.
        trials: runs them.
        control: the same trials against something that is known to be bad.
        quick: trials with every test run.
        long: trials of a night.
        controls: trials of the control; at least one has to fail.
    """

    code: str
    promise: str
    trials: Trials
    control: Trials
    quick: int
    long: int
    controls: int = 10

    def run(self, number: int, seed: int) -> list[str]:
        """Run trials; the same seed gives the same ones."""
        return _in_folder(self.trials, number, seed)

    def run_control(self, seed: int) -> list[str]:
        """Run the control; what fails there shows that a failure would be seen."""
        return _in_folder(self.control, self.controls, seed)


def _in_folder(trials: Trials, number: int, seed: int) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="dateline-trials-") as folder:
        return trials(number, random.Random(seed), Path(folder))
