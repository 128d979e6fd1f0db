"""Print how many characters of the code in a folder's posts have the class that Rouge gives.

    python -m tests.bench.code_colours FOLDER [--show LANGUAGE]

Code is what stands in fences and in Liquid's tag ``highlight``, with the name of its language;
languages that Rouge does not know are left out, as Jekyll leaves them plain. ``--show`` lists
the differences of one language. Ruby with Rouge has to be installed.
"""

import argparse
import re
import textwrap
import time
from collections import Counter
from itertools import chain, repeat
from pathlib import Path

from editor.render.code.names import TAGS
from editor.render.highlight import LARGEST_CODE, Highlighter
from tests.peer.real_rouge import tokens

SUFFIXES = {".md", ".markdown", ".mkd", ".mkdn"}
FENCE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<mark>`{3,}|~{3,})[ \t]*(?P<language>[^\s`~{]+)[^\n`]*\n"
    r"(?P<code>.*?)^[ \t]*(?P=mark)[`~]*[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
TAG = re.compile(
    r"\{%-?\s*highlight\s+(?P<language>[\w.+#-]+)[^%]*%\}(?P<code>.*?)\{%-?\s*endhighlight\s*-?%\}",
    re.DOTALL,
)


def blocks(folder: Path) -> list[tuple[str, str]]:
    """Return language and code of each block in the posts below ``folder``."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in SUFFIXES and path.is_file():
            text = path.read_text("utf-8", "replace").replace("\r\n", "\n")
            found += [
                (tag["language"].lower(), tag["code"].strip("\n\r")) for tag in TAG.finditer(text)
            ]
            found += [
                (fence["language"], textwrap.dedent(fence["code"]))
                for fence in FENCE.finditer(TAG.sub("", text))
            ]
    return [
        (name, code)
        for name, code in found
        if name in TAGS and len(code) <= LARGEST_CODE and not _is_template(name, code)
    ]


def _is_template(name: str, code: str) -> bool:
    """Tell whether Liquid would make another code of it before it gets its colours."""
    return "{%" in code and TAGS[name] not in {"liquid", "jinja", "twig", "html"}


def classes(pieces: list[tuple[str, str]]) -> list[str]:
    """Return the class of each character."""
    return list(chain.from_iterable(repeat(short, len(text)) for short, text in pieces))


def show(code: str, wanted: list[str], got: list[str]) -> None:
    """Print where runs of other classes begin."""
    before = None
    for index, pair in enumerate(zip(wanted, got, strict=True)):
        if pair[0] != pair[1] and pair != before:
            print(f"  Rouge {pair[0]!r}, here {pair[1]!r}: {code[index : index + 40]!r}")
        before = pair


def main() -> None:
    """Colour all code on both sides and print the shares."""
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--show", default="")
    asked = options.parse_args()
    code = blocks(asked.folder)
    highlighter = Highlighter()
    total, equal = Counter[str](), Counter[str]()
    inked, inked_equal = Counter[str](), Counter[str]()
    seconds = 0.0
    for (name, text), pieces in zip(code, tokens(code), strict=True):
        started = time.process_time()
        ours = highlighter.tokens(text, name)
        seconds += time.process_time() - started
        wanted, got = classes(pieces or []), classes(ours or [])
        language = TAGS[name]
        if language == asked.show:
            show(text, wanted, got)
        for character, left, right in zip(text, wanted, got, strict=True):
            total[language] += 1
            equal[language] += left == right
            if not character.isspace():
                inked[language] += 1
                inked_equal[language] += left == right
    print(f"{'language':20} {'characters':>10} {'equal':>8} {'without blanks':>15}")
    for language, characters in [*total.most_common(), ("all", total.total())]:
        if language == "all":
            shares = equal.total() / total.total(), inked_equal.total() / inked.total()
        else:
            shares = (
                equal[language] / characters,
                inked_equal[language] / max(1, inked[language]),
            )
        print(f"{language:20} {characters:10,} {shares[0]:8.2%} {shares[1]:15.2%}")
    print(f"{len(code)} blocks, {seconds:.2f} s")


if __name__ == "__main__":
    main()
