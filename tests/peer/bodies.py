"""Render the bodies of posts with the real kramdown and with Dateline, and print what differs.

    python -m tests.peer.bodies FOLDER [--mutants N] [--seed N] [--only SEED] [--show N]

Every Markdown file below FOLDER is compared, its Liquid taken as text on both sides. Two bodies
are the same where their elements, attributes and texts are; how many are the same byte for byte
is printed beside it. The colours of code do not count.

With ``--mutants`` as many posts with 1 to 25 random edits are compared in their place, as a
preview sees half-typed text most of the time. Each has a seed, which is printed where it differs;
``--only`` takes that mutant alone. The exit status is 1 where less than 99.9 % of the posts, or
99.5 % of the mutants, are the same.
"""

import argparse
import random
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from editor.render.kramdown import Converter
from tests.peer.outline import differences, kind, outline
from tests.peer.real_kramdown import render

MARKS = "*_`[]()<>#-=|:~\\\"'{}!&$^ \n\t1."
FRONT_MATTER = re.compile(r"---[ \t]*\n.*?^(---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
SUFFIXES = {".md", ".markdown", ".mkd", ".mkdn"}
WANTED_POSTS, WANTED_MUTANTS = 0.999, 0.995


@dataclass
class Found:
    """Hold how many bodies were compared, and what differs."""

    judged: int = 0
    same: int = 0
    exact: int = 0
    not_rendered: int = 0
    different: dict[str, list[str]] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """The share of bodies that are the same."""
        return self.same / max(1, self.judged)


def bodies(folder: Path) -> list[tuple[str, str]]:
    """Return the name of each Markdown file, and the text behind its front matter."""
    files = sorted(
        path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file()
    )
    texts = [path.read_text("utf-8", "replace").removeprefix("\ufeff") for path in files]
    return [
        (str(path), text[found.end() :] if (found := FRONT_MATTER.match(text)) else text)
        for path, text in zip(files, texts, strict=True)
    ]


def mutated(text: str, dice: random.Random) -> str:
    """Return ``text`` with 1 to 25 random insertions, deletions and repetitions."""
    for _ in range(dice.randint(1, 25)):
        place = dice.randrange(len(text) + 1)
        kind_of_edit = dice.random()
        if kind_of_edit < 0.4:
            text = text[:place] + dice.choice(MARKS) + text[place:]
        elif kind_of_edit < 0.7:
            text = text[:place] + text[place + dice.randint(1, 6) :]
        else:
            text = text[:place] + text[max(place - 20, 0) : place] + text[place:]
    return text


def mutant(texts: list[tuple[str, str]], seed: int) -> tuple[str, str]:
    """Return the mutant of a seed, which stands in its name."""
    dice = random.Random(seed)
    name, text = dice.choice(texts)
    return f"seed {seed}: {name}", mutated(text, dice)


def compare(texts: list[tuple[str, str]]) -> Found:
    """Render all texts on both sides."""
    found = Found()
    converter = Converter()
    for (name, text), want in zip(texts, render([text for _, text in texts]), strict=True):
        if want is None:
            found.not_rendered += 1
            continue
        got = converter.convert(text).html
        found.judged += 1
        found.exact += want == got
        lines = [] if want == got else differences(outline(want), outline(got))
        if lines:
            found.different[name] = lines
            found.kinds[kind(lines)] += 1
        else:
            found.same += 1
    return found


def report(found: Found, show: int) -> None:
    """Print the figures, the kinds of difference and the first differences."""
    for name, lines in list(found.different.items())[:show]:
        print(f"\n{name}")
        print("\n".join(line[:300] for line in lines[2:14]))
    print(f"\nbodies {found.judged:,}, the same {found.same:,} ({found.share:.2%}), ", end="")
    print(f"byte for byte {found.exact:,} ({found.exact / max(1, found.judged):.2%}), ", end="")
    print(f"not rendered by kramdown {found.not_rendered}")
    for what, count in found.kinds.most_common():
        print(f"  {count:4} {what}")


def main() -> int:
    """Read the command line and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mutants", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    parser.add_argument("--show", type=int, default=5)
    chosen = parser.parse_args()
    texts, wanted = bodies(chosen.folder), WANTED_POSTS
    if chosen.only is not None:
        texts = [mutant(texts, chosen.only)]
    elif chosen.mutants:
        print(f"mutants with the seeds {chosen.seed} to {chosen.seed + chosen.mutants - 1}")
        seeds = range(chosen.seed, chosen.seed + chosen.mutants)
        texts, wanted = [mutant(texts, seed) for seed in seeds], WANTED_MUTANTS
    started = time.perf_counter()
    found = compare(texts)
    report(found, chosen.show)
    print(f"{time.perf_counter() - started:.1f} s")
    return 0 if found.share >= wanted else 1


if __name__ == "__main__":
    sys.exit(main())
