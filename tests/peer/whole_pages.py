"""Build a site with the real Jekyll and with Dateline, and print where the pages differ.

    python tests/peer/whole_pages.py FOLDER [--drafts] [--show N]

FOLDER is a site. Every post and document with a page, and every page of HTML, is compared: as a
tree of elements and texts, in which the order of attributes, white space outside `pre` and the
colours of code do not count. The version that Jekyll names itself by does not count either.
"""

import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from editor.render.pages.page_renderer import PageRenderer
from editor.render.pages.stand_ins import STAND_IN_THEMES
from editor.site.model import SiteModel

_VERSION = re.compile(r"\bv?4\.3\.\d+\b")
_KEEPING = {"pre", "textarea", "script", "style"}
_VOID = {"br", "img", "hr", "meta", "link", "input", "source", "area", "col", "embed", "wbr"}


class Outline(HTMLParser):
    """Read a page as a list of its tags and texts, in a form that can be compared."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines = []
        self._text = ""
        self._open = []

    def handle_starttag(self, tag, attrs):
        if self._is_colour(tag, attrs):
            self._open.append("")
            return
        self._flush()
        written = sorted({name: value or "" for name, value in attrs}.items())
        self.lines.append(f"<{tag}{''.join(f' {name}={value!r}' for name, value in written)}>")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in _VOID:
            return
        if self._open and self._open[-1] == "" and tag == "span":
            self._open.pop()
            return
        self._flush()
        self.lines.append(f"</{tag}>")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data):
        self._text += data

    def handle_comment(self, data):
        self._flush()
        self.lines.append(f"<!--{' '.join(data.split())}-->")

    def close(self):
        super().close()
        self._flush()

    def _flush(self):
        keeps = any(tag in _KEEPING for tag in self._open)
        text = self._text if keeps else " ".join(self._text.split())
        if text:
            self.lines += text.split("\n")
        self._text = ""

    def _is_colour(self, tag, attrs):
        return tag == "span" and "code" in self._open and [name for name, _ in attrs] == ["class"]


def outline(html):
    """Give a page as lines."""
    reader = Outline()
    reader.feed(_VERSION.sub("VERSION", html))
    reader.close()
    return reader.lines


@dataclass
class Comparison:
    """Hold what was found: the names of equal pages, and the differences of the others."""

    equal: list = field(default_factory=list)
    exact: int = 0
    different: dict = field(default_factory=dict)
    not_built: list = field(default_factory=list)
    stubs: set = field(default_factory=set)
    ours: float = 0.0
    theirs: float = 0.0


def built(source, destination, *options):
    """Build a site with Jekyll; its words are raised when it stops."""
    command = ["jekyll", "build", "-s", source, "-d", destination, "--disable-disk-cache"]
    ran = subprocess.run(
        [*command, *options],
        env=os.environ | {"TZ": "UTC", "LANG": "C.UTF-8", "JEKYLL_ENV": "development"},
        cwd=source,
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        said = [line for line in f"{ran.stdout}{ran.stderr}".split("\n") if "Exception" in line]
        raise RuntimeError("\n".join(said) or ran.stderr[-2000:])


def compare(source, *options):
    """Compare all posts, documents and pages of a site."""
    found = Comparison()
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        built(source, folder, *options)
        found.theirs = time.perf_counter() - started
        model = SiteModel.open(Path(source), stand_ins=STAND_IN_THEMES)
        renderer = PageRenderer(model)
        documents = [
            document
            for collection in model.collections.values()
            if collection.output
            for document in collection.docs
        ]
        started = time.perf_counter()
        for each in (*documents, *model.pages):
            target = Path(folder, each.address.file)
            if target.suffix in {".html", ".htm"}:
                _compare_one(each, target, renderer, found)
        found.ours = time.perf_counter() - started
    return found


def _compare_one(each, target, renderer, found):
    name = each.relative_path
    if not target.is_file():
        found.not_built.append(name)
        return
    page = renderer.page(each.path)
    found.stubs.update(page.stubs)
    theirs = target.read_text("utf-8")
    found.exact += theirs == page.html
    expected, given = outline(theirs), outline(page.html)
    if expected == given:
        found.equal.append(name)
    else:
        found.different[name] = list(
            difflib.unified_diff(expected, given, "jekyll", "dateline", lineterm="", n=1)
        )


def main():
    """Compare one site, and print."""
    reader = argparse.ArgumentParser()
    reader.add_argument("site", type=Path)
    reader.add_argument("--drafts", action="store_true")
    reader.add_argument("--show", type=int, default=5)
    asked = reader.parse_args()
    if shutil.which("jekyll") is None:
        raise SystemExit("Jekyll is not installed.")
    found = compare(asked.site.resolve(), *(["--drafts"] if asked.drafts else []))
    count = len(found.equal) + len(found.different)
    for name, lines in list(found.different.items())[: asked.show]:
        print(f"\n{name}")
        print("\n".join(line[:300] for line in lines[:24]))
    print(
        f"\npages {count}, equal {len(found.equal)} ({len(found.equal) / max(1, count):.1%}), ",
        end="",
    )
    print(f"byte for byte {found.exact}, not built by Jekyll {len(found.not_built)}")
    print(f"stubs {sorted(found.stubs)}; Jekyll {found.theirs:.1f} s, Dateline {found.ours:.1f} s")
    print("different:", *found.different)


if __name__ == "__main__":
    main()
