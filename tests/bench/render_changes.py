"""Prove that following changes brings what reading the whole text brings, on random edits.

    python -m tests.bench.render_changes FOLDER [--posts N] [--edits N] [--seed N] [--only SEED]

Every post of FOLDER (or N of them) is edited again and again, as a writer does and worse: letters,
marks, whole lines and blocks are put in, taken out, moved, and undone. After each edit the HTML,
the blocks and the lines must equal those of a fresh conversion. Each post has a seed, which is
printed where anything differs; `--only` takes that one alone. The exit status is 1 then.
"""

import argparse
import random
import sys
import time
from pathlib import Path

from editor.render.kramdown import Converter, Options

LINES = (
    "# Heading\n", "a[^1] b[^n] c\n", "[^1]: note\n", "[^n]: note\n\n    more[^1]\n", "[a]: /b\n",
    "[a][a] [b]\n", "*[HTML]: long\n", "HTML is HTML\n", "* toc\n{:toc}\n", "{: .c #d}\n",
    "{:x: .y}\n", "text\n{:x}\n", "```\ncode\n```\n", "```\n", "~~~ ruby\n", "<div>\n", "</div>\n",
    "<!-- a\n", "b -->\n", "<div markdown='1'>\n", "<b a='\n", "<p x\n", "y>\n", "$$\na\n", "$$\n",
    "term\n: definition\n", ": more\n", "- item\n\n  more\n", "1. item\n", "> quote\nlazy\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n", "    code\n", "^\n", "---\n", "\n", "\n\n", "   \ttext\n",
    "{::comment}\n", "{:/comment}\n", "{::options auto_ids='false' /}\n", "{::nomarkdown}\n",
    "{:/}\n", "Heading\n===\n", "'quoted' -- text...\n", "<br/>\n", "\\\n", "x  \n", "</b\n",
    ">\n",
)  # fmt: skip
"""What opens, closes and defines: all that could reach across a border."""
SUFFIXES = {".md", ".markdown"}
MARKS = "abc *_`[]()<>#-=|:~\\\"'{}!&$^ \n\t1.\ue000"
SETTINGS = (
    Options(),
    Options(source_lines=True),
    Options(source_lines=True),
    Options(input="kramdown", source_lines=True),
    Options(hard_wrap=True, parse_block_html=True, release="2.5"),
    Options(html_to_native=True, footnote_backlink_inline=True, auto_id_prefix="p-"),
)


def edited(text: str, before: str, dice: random.Random) -> str:
    """Return `text` with one edit; `before` is what it was an edit ago."""
    place = dice.randrange(len(text) + 1)
    kind = dice.random()
    if kind < 0.35:
        return text[:place] + dice.choice(MARKS) + text[place:]
    if kind < 0.5:
        return text[:place] + text[place + dice.randint(1, 6) :]
    line = text.rfind("\n", 0, place) + 1
    if kind < 0.75:
        gap = dice.choice(("", "\n"))
        return text[:line] + gap + dice.choice(LINES) + gap + text[line:]
    if kind < 0.85:
        return text[:line] + text[line + dice.choice((20, 200, 2000)) :]
    if kind < 0.95:
        other = dice.randrange(len(text) + 1)
        return text[:line] + text[other : other + dice.choice((20, 300))] + text[line:]
    return before


def differs(text: str, options: Options, edits: int, dice: random.Random) -> str:
    """Return the text on which following and reading anew differ; empty where they never do."""
    live, fresh = Converter(options), Converter(options)
    before = text
    for _ in range(edits):
        text, before = edited(text, before, dice), text
        got, wanted = live.follow(text), fresh.convert(text)
        if got != wanted or live.source_spans() != fresh.source_spans():
            return text
    return ""


def main() -> int:
    """Read the command line and try."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--posts", type=int, default=1_000_000)
    parser.add_argument("--edits", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    chosen = parser.parse_args()
    posts = [
        (str(path), path.read_text("utf-8", "replace"))
        for path in sorted(chosen.folder.rglob("*"))
        if path.suffix in SUFFIXES and path.is_file()
    ]
    random.Random(chosen.seed).shuffle(posts)
    numbered = [(chosen.seed * 1_000_003 + index, post) for index, post in enumerate(posts)]
    numbered = numbered[: chosen.posts]
    if chosen.only is not None:
        numbered = [each for each in numbered if each[0] == chosen.only]
    started = time.perf_counter()
    wrong = 0
    for seed, (name, text) in numbered:
        dice = random.Random(seed)
        # Half of the posts are short, so that edits meet.
        start = text[: dice.choice((300, 1_000, 5_000, 50_000))]
        found = differs(start, dice.choice(SETTINGS), chosen.edits, dice)
        if found:
            wrong += 1
            print(f"seed {seed}: {name} differs on a text of {len(found)} characters")
    print(
        f"{len(numbered)} posts, {len(numbered) * chosen.edits} edits, {wrong} posts differ, "
        f"{time.perf_counter() - started:.0f} s"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
