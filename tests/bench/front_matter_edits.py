"""Open every post of a folder, save it, edit each of its fields, and look for collateral damage.

    python tests/bench/front_matter_edits.py FOLDER [--every N] [--twin crlf|bom|remarks]

Every edit is judged by `independent_check`, which shares no code with the program. As a control,
a byte outside the edited field is changed in one good edit of each file, and the judge must
object. `--twin` turns each file into one with CRLF, with a BOM and no final newline, or with
remarks and trailing blanks first. The exit status is 1 where anything is wrong.
"""

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

from edits_to_try import Attempt, attempts
from independent_check import others_changed, outside, read

from editor.post.errors import EditRefused
from editor.post.post import Post


class Tally:
    """Count what happened."""

    def __init__(self):
        self.files = self.identical = self.off = self.unjudged = self.planted = self.caught = 0
        self.done = Counter()
        self.refused = Counter()
        self.wrong = Counter()
        self.milliseconds = []

    def show(self):
        """Print the figures."""
        times = sorted(self.milliseconds) or [0.0]
        print(f"files {self.files}, saved without change identical {self.identical}, ", end="")
        print(f"form off {self.off}, not judged (PyYAML cannot compose them) {self.unjudged}")
        print(f"edits {sum(self.done.values())}: {dict(self.done)}")
        print(f"refused {sum(self.refused.values())}: {dict(self.refused)}")
        print(f"wrong, or bytes changed outside the field: {sum(self.wrong.values())}", end="")
        print(f" {dict(self.wrong) or ''}")
        print(f"control: {self.caught} of {self.planted} planted damages found")
        print(f"open + set + bytes: median {times[len(times) // 2]:.3f} ms, ", end="")
        print(f"p99 {times[len(times) * 99 // 100]:.3f} ms, max {times[-1]:.1f} ms")

    def is_good(self):
        """Tell whether all is as it must be."""
        identical = self.identical == self.files
        return identical and not self.wrong and self.caught == self.planted


class File:
    """Try the edits of one file."""

    def __init__(self, path, raw, tally, chance):
        self.path = path
        self.raw = raw
        self.tally = tally
        self.chance = chance
        self.post = Post.from_bytes(raw)
        self.old = read(raw)
        self.controlled = False

    def run(self):
        """Save the file as it is, then edit each field."""
        fields = self.post.front_matter
        if fields is None:
            return
        self.tally.files += 1
        self.tally.identical += self.post.to_bytes() == self.raw
        if fields.problem is not None:
            self.tally.off += 1
            return
        keys = [entry.key for entry in fields.entries]
        if self.old is None or [field.key for field in self.old.fields] != keys:
            self.tally.unjudged += 1
            return
        self.clock(fields)
        for attempt in attempts(fields, self.chance):
            self.attempt(attempt)

    def clock(self, fields):
        """Measure opening the file, setting a field and giving the bytes."""
        for key in fields.keys:
            start = time.perf_counter()
            post = Post.from_bytes(self.raw)
            post.with_front_matter(post.front_matter.set(key, "A new value")).to_bytes()
            self.tally.milliseconds.append(1000 * (time.perf_counter() - start))

    def attempt(self, attempt: Attempt):
        """Make one edit and judge it."""
        try:
            new = self.post.with_front_matter(attempt.edit()).to_bytes()
        except EditRefused as refusal:
            self.tally.refused[f"{attempt.name}: {refusal.reason}"] += 1
            return
        self.tally.done[attempt.name] += 1
        if not self.is_good(attempt, new):
            self.tally.wrong[attempt.name] += 1
            print(f"WRONG {attempt.name} {attempt.keys} in {self.path}")
        elif not self.controlled and attempt.name not in {"move", "insert"}:
            self.plant(attempt, new)

    def is_good(self, attempt, new):
        """Judge an edit by its bytes and by what PyYAML composes."""
        reading = read(new)
        if reading is None or not attempt.is_wanted(reading):
            return False
        if others_changed(self.old, reading, attempt.keys):
            return False
        if attempt.name == "move":
            return sorted(new.splitlines()) == sorted(self.raw.splitlines())
        if attempt.name == "insert":
            added = reading.fields[[field.key for field in reading.fields].index("new-key")]
            return new[: added.start] + new[added.end :] == self.raw
        return not outside(self.old, new, attempt.keys)

    def plant(self, attempt, new):
        """Damage one byte that the edit must not touch, and see whether the judge objects."""
        self.controlled = True
        own = [field for field in self.old.fields if field.key in attempt.keys]
        places = range(len(self.raw))
        free = [at for at in places if not any(f.start <= at < f.end for f in own)]
        at = self.chance.choice(free)
        if at >= own[0].start:
            at += len(new) - len(self.raw)
        damaged = new[:at] + bytes([new[at] ^ 1]) + new[at + 1 :]
        self.tally.planted += 1
        self.tally.caught += not self.is_good(attempt, damaged)


def with_crlf(raw, _chance):
    """Turn every line end into CRLF."""
    return raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def with_bom(raw, _chance):
    """Put a BOM before the text and take the last newline away."""
    return b"\xef\xbb\xbf" + raw.removeprefix(b"\xef\xbb\xbf").rstrip(b"\n")


def with_remarks(raw, chance):
    """Put remarks and blank lines between the fields, and blanks after some."""
    old = read(raw)
    if old is None or not old.fields:
        return raw
    parts, done = [], 0
    for field in old.fields:
        extra = chance.choice([b"", b"# remark\n", b"\n", b"\n# two\n# lines\n\n"])
        one_line = field.end - field.start == len(raw[field.start : field.end].splitlines()[0]) + 1
        line = raw[field.start : field.end]
        if one_line and chance.random() < 1 / 2 and not line.endswith((b"|\n", b"\r\n", b">\n")):
            line = line[:-1] + chance.choice([b"  ", b"   # note"]) + b"\n"
        parts += [raw[done : field.start], extra, line]
        done = field.end
    return b"".join(parts) + raw[done:]


TWINS = {"crlf": with_crlf, "bom": with_bom, "remarks": with_remarks}


def main():
    """Run over a folder and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--twin", choices=TWINS)
    arguments = parser.parse_args()
    chance = random.Random(20261125)
    tally = Tally()
    paths = sorted(path for path in arguments.folder.rglob("*") if path.is_file())
    for path in paths[:: arguments.every]:
        raw = path.read_bytes()
        if arguments.twin:
            raw = TWINS[arguments.twin](raw, chance)
        File(path, raw, tally, chance).run()
    tally.show()
    return not tally.is_good()


if __name__ == "__main__":
    sys.exit(main())
