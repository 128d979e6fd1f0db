"""Compare the kramdown engine with the real kramdown, byte for byte, on the posts of a folder.

    python tests/bench/kramdown_compare.py FOLDER [--sample N] [--seed N] [--show N]
                                           [--cut | --mutate]

With ``--cut`` each body ends at a random place, with ``--mutate`` it gets 1 to 25 random edits:
a preview sees half-typed text most of the time. Colours are left out on both sides. The exit
status is 1 where anything differs.
"""

import argparse
import difflib
import random
import re
import sys
import time
from pathlib import Path

from editor.render.kramdown import Converter
from tests.bench.real_kramdown import render

MARKS = "*_`[]()<>#-=|:~\\\"'{}!&$^ \n\t1."
FRONT_MATTER = re.compile(r"---[ \t]*\n.*?^(---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
SUFFIXES = {".md", ".markdown", ".mkd", ".mkdn"}


def bodies(folder: Path, sample: int, dice: random.Random) -> list[tuple[Path, str]]:
    """Return the text behind the front matter of up to ``sample`` files."""
    files = sorted(
        path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file()
    )
    if len(files) > sample:
        files = dice.sample(files, sample)
    texts = [path.read_text("utf-8", "replace").removeprefix("\ufeff") for path in files]
    return [
        (path, text[found.end() :] if (found := FRONT_MATTER.match(text)) else text)
        for path, text in zip(files, texts, strict=True)
    ]


def mutated(text: str, dice: random.Random) -> str:
    """Return ``text`` with 1 to 25 random insertions, deletions and repetitions."""
    for _ in range(dice.randint(1, 25)):
        place = dice.randrange(len(text) + 1)
        kind = dice.random()
        if kind < 0.4:
            text = text[:place] + dice.choice(MARKS) + text[place:]
        elif kind < 0.7:
            text = text[:place] + text[place + dice.randint(1, 6) :]
        else:
            text = text[:place] + text[max(place - 20, 0) : place] + text[place:]
    return text


def first_difference(want: str, got: str) -> str:
    """Return a few lines round the first difference."""
    lines = difflib.unified_diff(want.split("\n"), got.split("\n"), "kramdown", "ours", n=1)
    return "\n".join(line[:300] for line in list(lines)[:12])


def compare(texts: list[tuple[Path, str]], show: int) -> bool:
    """Print how many texts come out equal; tell whether all do."""
    started = time.perf_counter()
    wanted = render([text for _, text in texts])
    ruby = time.perf_counter() - started
    converter = Converter()
    equal = shown = spent = 0
    for (path, text), want in zip(texts, wanted, strict=True):
        started = time.perf_counter()
        got = converter.convert(text).html
        spent += time.perf_counter() - started
        if want is None or want == got:
            equal += want is not None
        elif shown < show:
            shown += 1
            print(f"== {path}\n{first_difference(want, got)}")
    judged = sum(want is not None for want in wanted)
    characters = sum(len(text) for _, text in texts)
    print(f"{equal} of {judged} equal ({100 * equal / max(judged, 1):.2f} %), ", end="")
    print(f"{len(texts) - judged} not rendered by kramdown; {characters:,} characters, ", end="")
    print(f"kramdown {ruby:.1f} s, ours {spent:.1f} s")
    return equal == judged


def main() -> int:
    """Read the command line and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=5)
    parser.add_argument("--cut", action="store_true")
    parser.add_argument("--mutate", action="store_true")
    chosen = parser.parse_args()
    dice = random.Random(chosen.seed)
    texts = bodies(chosen.folder, chosen.sample, dice)
    if chosen.cut:
        texts = [(path, text[: dice.randrange(len(text) + 1)]) for path, text in texts]
    if chosen.mutate:
        texts = [(path, mutated(text, dice)) for path, text in texts]
    return 0 if compare(texts, chosen.show) else 1


if __name__ == "__main__":
    sys.exit(main())
