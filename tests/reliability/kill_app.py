"""Kill the whole program while a robot types and saves, and count what the next start lacks.

    .venv/bin/python -m tests.reliability.kill_app 40 [seed]

After each kill the program's own look at the past says what it would offer. A word that was typed
more than a second before the kill, and is neither there nor in the file, is lost; a file that is
neither as it was nor as a save made it is torn. The control runs without the journal: if no word
is lost there, the measurement sees nothing.
"""

import os
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from editor.services.safe_keeping import SafeKeeping
from editor.site.file_identity import digest_of

ROOT = Path(__file__).parents[2]
POST = "_posts/2025-11-17-ferry-named-after-the-soleil.md"
GRACE_S = 1.0


@dataclass
class Tally:
    """Count what was found after each kill."""

    trials: int = 0
    words: int = 0
    offered: int = 0
    lost: int = 0
    torn: int = 0
    lags: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def __str__(self):
        lags = sorted(self.lags) or [0.0]
        middle = lags[len(lags) // 2]
        return (
            f"{self.trials} kills, {self.words:,} words typed: lost {self.lost}, torn {self.torn};"
            f" offered after {self.offered}; last words not yet kept: median {middle:.2f} s,"
            f" most {lags[-1]:.2f} s before the kill"
        )


@dataclass
class Trial:
    """Hold one run of the robot: its folders, its log, its post."""

    folder: Path
    seed: int
    is_new: bool
    without_journal: bool

    @property
    def log(self):
        return self.folder / "log"

    @property
    def post(self):
        return self.folder / "site" / POST

    @property
    def data(self):
        return self.folder / "home" / ".local" / "share" / "dateline"

    def run(self, seconds: float) -> float:
        """Start the robot, kill it that long after its first key, give the moment of the kill."""
        shutil.copytree(ROOT / "resources" / "sample-site", self.folder / "site")
        home = self.folder / "home"
        home.mkdir()
        environment = {
            **os.environ,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_DATA_HOME": str(home / ".local" / "share"),
            "QT_QPA_PLATFORM": "offscreen",
        }
        rest = ["without-journal"] if self.without_journal else []
        post = "new" if self.is_new else str(self.post)
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.reliability.robot",
                str(self.log),
                post,
                str(self.seed),
                *rest,
            ],
            cwd=ROOT,
            env=environment,
            stderr=subprocess.DEVNULL,
        )
        _wait_until(lambda: self.log.exists() and self.log.stat().st_size > 0, process)
        select.select([], [], [], seconds)
        moment = time.monotonic()
        process.send_signal(signal.SIGKILL)
        process.wait()
        return moment

    def notes(self):
        lines = self.log.read_text(encoding="utf-8").splitlines()
        for line in lines:
            moment, what, value = line.split(" ")
            yield float(moment), what, value


def _wait_until(condition, process) -> None:
    end = time.monotonic() + 60
    while not condition():
        if process.poll() is not None or time.monotonic() > end:
            process.kill()
            raise RuntimeError("the robot did not start")
        select.select([], [], [], 0.02)


def judge(trial: Trial, killed: float, tally: Tally) -> None:
    """Look at what lies on the disk and what would be offered."""
    before = (ROOT / "resources" / "sample-site" / POST).read_bytes()
    keeping = SafeKeeping(trial.data)
    found = keeping.find()
    keeping.close()
    raw = trial.post.read_bytes()
    saves = {value for _, what, value in trial.notes() if what == "save"}
    words = [(moment, value) for moment, what, value in trial.notes() if what == "word"]
    text = found.unsaved[0].post().text if found.unsaved else raw.decode()
    missing = [moment for moment, word in words if word not in text]
    lag = killed - min(missing, default=killed)
    tally.trials += 1
    tally.words += len(words)
    tally.offered += bool(found.unsaved)
    tally.lags.append(lag)
    if digest_of(raw) not in {digest_of(before), *saves}:
        tally.torn += 1
        tally.failures.append(f"seed {trial.seed}: torn file")
    lost = sum(killed - moment > GRACE_S for moment in missing)
    tally.lost += lost
    if lost:
        tally.failures.append(f"seed {trial.seed}: {lost} words lost, {lag:.2f} s")


def trials(number: int, seed: int, *, without_journal: bool = False) -> Tally:
    """Run that many kills."""
    chance, tally = random.Random(seed), Tally()
    for count in range(number):
        with tempfile.TemporaryDirectory() as folder:
            trial = Trial(Path(folder), chance.randrange(10**6), count % 4 == 3, without_journal)
            killed = trial.run(chance.uniform(2.0 if without_journal else 0.05, 4.0))
            judge(trial, killed, tally)
    return tally


def main() -> None:
    """Print the figures, and those of the control."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
    print(f"seed {seed}")
    for name, many, without in (
        ("Dateline", number, False),
        ("without journal", max(2, number // 10), True),
    ):
        start = time.perf_counter()
        tally = trials(many, seed, without_journal=without)
        print(f"{name}: {tally}; {(time.perf_counter() - start) / many:.1f} s a trial")
        print(*tally.failures, sep="\n")


if __name__ == "__main__":
    main()
