"""Plant faults in a copy of the program, one at a time, and see that a test catches each.

python -m tests.reliability.planted
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Fault:
    """Hold a fault: where it is planted, what it does, and the tests that have to notice."""

    what: str
    file: str
    right: str
    wrong: str
    tests: str


FAULTS = (
    Fault(
        "the disk is not waited for",
        "site/temporary_file.py",
        "        files.flush(handle)\n",
        "        pass\n",
        "tests/site/test_atomic_write.py tests/site/test_links_and_rights.py",
    ),
    Fault(
        "what was written is not read back",
        "site/temporary_file.py",
        "    if files.read(path) != data:",
        "    if False:",
        "tests/site/test_atomic_write.py",
    ),
    Fault(
        "a write that was cut short counts as whole",
        "site/temporary_file.py",
        "        rest = rest[taken:]\n",
        "        rest = rest[len(rest) :]\n",
        "tests/site/test_atomic_write.py",
    ),
    Fault(
        "the file is not compared again before it is replaced",
        "site/atomic_write.py",
        "                unchanged_bytes(self.files, path, accepted)\n",
        "",
        "tests/site/test_atomic_write.py",
    ),
    Fault(
        "the folder is not waited for",
        "site/atomic_write.py",
        "            self.files.flush_folder(path.parent)\n",
        "            pass\n",
        "tests/site/test_atomic_write.py",
    ),
    Fault(
        "a changed file is known by size and date only",
        "site/outside_change.py",
        "not is_thorough and _seems_same",
        "_seems_same",
        "tests/reliability/test_campaigns.py -k X1",
    ),
    Fault(
        "the journal is not flushed",
        "services/private_database.py",
        "PRAGMA synchronous=FULL",
        "PRAGMA synchronous=OFF",
        "tests/services/test_private_database.py",
    ),
    Fault(
        "a damaged version is given out",
        "services/history_file.py",
        "content if content is not None and digest_of(content) == version.digest else None",
        "content",
        "tests/services/test_history_file.py",
    ),
    Fault(
        "a journal of a program that runs is offered",
        "services/journal_reading.py",
        "return None if _is_out_of_reach(error) else JournalReading",
        "return JournalReading",
        "tests/services/test_journal_file.py",
    ),
    Fault(
        "where both changed the same, theirs is dropped in silence",
        "post/merging/three_ways.py",
        "return self.base not in {self.mine, self.theirs}",
        "return False",
        "tests/post/merging",
    ),
    Fault(
        "fields are joined without proof",
        "post/merging/fields.py",
        "    return parts if _reads_as_both(parts, mine, theirs, lists) else whole",
        "    return parts",
        "tests/post/merging",
    ),
    Fault(
        "a link may lead out of the site",
        "site/write_target.py",
        "if not target.is_relative_to(root):",
        "if not path.is_relative_to(inside):",
        "tests/site/test_links_and_rights.py",
    ),
    Fault(
        "the preview's policy is sent in a way that Qt ignores",
        "ui/preview/scheme.py",
        "[QByteArray(v.encode())]",
        "QByteArray(v.encode())",
        "tests/ui/preview/test_policy.py",
    ),
    Fault(
        "scripts are left in the text",
        "render/sanitize.py",
        "\nscript style template",
        "\nstyle template",
        "tests/render/test_sanitize.py",
    ),
)


def planted(number: int, chance: random.Random, folder: Path) -> list[str]:
    """Plant that many of the faults; give those that no test noticed."""
    faults = chance.sample(FAULTS, min(number, len(FAULTS)))
    return [f"nobody noticed: {fault.what}" for fault in faults if _passes(fault, folder)]


def unplanted(number: int, _: random.Random, folder: Path) -> list[str]:
    """The same with nothing planted: the tests pass, so a fault would be what they notice."""
    same = [Fault(each.what, each.file, each.right, each.right, each.tests) for each in FAULTS]
    return [fault.what for fault in same[:number] if _passes(fault, folder)]


def _passes(fault: Fault, folder: Path) -> bool:
    copy = folder / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    ignored = shutil.ignore_patterns("__pycache__", ".git", ".venv", ".*cache")
    shutil.copytree(ROOT, copy, ignore=ignored)
    file = copy / "editor" / fault.file
    text = file.read_text(encoding="utf-8")
    if fault.right not in text:
        raise RuntimeError(f"{fault.file} has changed: {fault.what}")
    file.write_text(text.replace(fault.right, fault.wrong, 1), encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-x",
            "-p",
            "no:cacheprovider",
            *fault.tests.split(),
        ],
        cwd=copy,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    return done.returncode == 0


def main() -> None:
    """Plant every fault and print what became of each."""
    with tempfile.TemporaryDirectory(prefix="dateline-faults-") as folder:
        for fault in FAULTS:
            print(f"{'MISSED' if _passes(fault, Path(folder)) else 'caught'}  {fault.what}")


if __name__ == "__main__":
    main()
