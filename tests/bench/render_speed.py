"""Time the Markdown engine: whole posts, one key in them, and texts that were made to be slow.

    python -m tests.bench.render_speed [--posts FOLDER] [--hostile CHARACTERS] [--only WORD]

First 10 kB, 100 kB and 1 MB of an ordinary post: all of it, a letter typed into its middle, and
a new line there; beside them Python-Markdown with its `extra` extensions in the same run. Then
both on up to 200 posts of FOLDER, without colours, which `extra` does not give either. Then every
hostile text, of CHARACTERS (100,000) and of half of them, so that growth shows, and with a letter
typed at its end; the slowest are printed. WORD picks those whose name has it. Figures are in
processor time. The exit status is 1 where a hostile text takes a second.
"""

import argparse
import gc
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from markdown import Markdown

from editor.render.highlight import Highlighter
from editor.render.kramdown import Converter, Options
from tests.bench.hostile_texts import PATTERNS

SHOWN = 30
LIMIT = 1.0
MOST_POSTS = 200
WORDS = """
the harbour council votes on Sunday after a long debate about boats trams bridges prices and the
night market that everybody wants to keep as it is
""".split()  # noqa: SIM905  # words read best in a row


def sentence(dice: random.Random, words: int) -> str:
    """Return a sentence with some emphasis, a link, a quotation and code in it."""
    parts = [dice.choice(WORDS) for _ in range(words)]
    if words > 20:
        parts[3] = f"**{parts[3]}**"
        parts[9] = f"[{parts[9]}](https://harbour.example/{parts[9]})"
        parts[14] = f'"{parts[14]}"'
        parts[17] = f"`{parts[17]}`"
    return " ".join(parts).capitalize() + "."


def block(dice: random.Random) -> str:
    """Return a block as a long post has them."""
    kind = dice.random()
    if kind < 0.1:
        return "## " + sentence(dice, 5)
    if kind < 0.18:
        return "\n".join("- " + sentence(dice, 9) for _ in range(5))
    if kind < 0.22:
        return "> " + sentence(dice, 30)
    if kind < 0.25:
        return "```python\nfor boat in boats:\n    print(boat.name)\n```"
    if kind < 0.28:
        return "| Pier | Boats |\n|------|-------|\n| 1 | 2 |\n| 3 | 4 |"
    return sentence(dice, 60)


def post_of(characters: int) -> str:
    """Return an ordinary post of about this many characters."""
    dice = random.Random(7)
    blocks: list[str] = []
    length = 0
    while length < characters:
        blocks.append(block(dice))
        length += len(blocks[-1]) + 2
    return "\n\n".join(blocks) + "\n"


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes, in processor time."""
    started = time.process_time()
    work()
    return time.process_time() - started


def after_each(converter: Converter, text: str, key: str, times: int = 15) -> list[float]:
    """Return how long it takes to follow a key typed into the middle again and again."""
    converter.convert(text)
    # In the middle of a word.
    place = text.index("har", len(text) // 2) + 1
    taken: list[float] = []
    for _ in range(times):
        text = text[:place] + key + text[place:]
        taken.append(seconds(lambda typed=text: converter.follow(typed)))
    return taken


def ordinary() -> None:
    """Print a line for each size of an ordinary post."""
    converter = Converter(Options(source_lines=True), Highlighter().highlight)
    extra = Markdown(extensions=["extra"])
    print("milliseconds     all    letter (worst)    new line (worst)   Python-Markdown   share")
    for name, size in (("10 kB", 10_000), ("100 kB", 100_000), ("1 MB", 1_000_000)):
        text = post_of(size)
        rounds = 5 if size < 1_000_000 else 2
        own = min(seconds(lambda text=text: converter.convert(text)) for _ in range(rounds))
        other = min(seconds(lambda text=text: extra.reset().convert(text)) for _ in range(rounds))
        letter, line = after_each(converter, text, "x"), after_each(converter, text, "\n")
        print(
            f"{name:>12} {1000 * own:7.1f} {1000 * statistics.median(letter):9.2f}"
            f" ({1000 * max(letter):5.2f}) {1000 * statistics.median(line):11.2f}"
            f" ({1000 * max(line):5.2f}) {1000 * other:17.1f} {own / other:7.2f}"
        )


def real(folder: Path) -> None:
    """Print how long the posts of a folder take, one after another."""
    files = sorted(path for path in folder.rglob("*.md") if path.is_file())
    files = random.Random(7).sample(files, min(MOST_POSTS, len(files)))
    texts = [path.read_text("utf-8", "replace") for path in files]
    converter = Converter(Options(source_lines=True))
    extra = Markdown(extensions=["extra"])
    own = sum(seconds(lambda text=text: converter.convert(text)) for text in texts)
    other = sum(seconds(lambda text=text: extra.reset().convert(text)) for text in texts)
    print(f"{len(texts):>6} posts {1000 * own:7.1f} {1000 * other:56.1f} {own / other:7.2f}")


def hostile(size: int, word: str) -> bool:
    """Print the slowest of the hostile texts; tell whether one takes too long."""
    converter = Converter()
    rows: list[tuple[float, float, float, str]] = []
    for name, make in PATTERNS.items():
        if word not in name:
            continue
        text = make(size)
        half = seconds(lambda make=make: converter.convert(make(size // 2)))
        whole = seconds(lambda text=text: converter.convert(text))
        key = seconds(lambda text=text: converter.follow(text.removesuffix("\n") + "x\n"))
        rows.append((whole, half, key, name))
    print(f"\nseconds   half   whole   a letter more   of {size:,} characters")
    for whole, half, key, name in sorted(rows, reverse=True)[:SHOWN]:
        print(f"        {half:6.3f}  {whole:6.3f}  {key:14.3f}   {name}")
    slow = sum(max(whole, key) >= LIMIT for whole, _, key, _ in rows)
    print(f"{len(rows)} texts, {slow} take a second or more")
    return slow > 0


def main() -> int:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=Path)
    parser.add_argument("--hostile", type=int, default=100_000)
    parser.add_argument("--only", default="")
    chosen = parser.parse_args()
    # Looking for garbage would be counted to whichever text it meets.
    gc.disable()
    if not chosen.only:
        ordinary()
        if chosen.posts is not None:
            real(chosen.posts)
    return 1 if hostile(chosen.hostile, chosen.only) else 0


if __name__ == "__main__":
    sys.exit(main())
