"""Build sites with the real Jekyll and with Dateline, and print where their pages differ.

    python -m tests.peer.whole_pages SITE ... [--drafts] [--show N]

Every post and document with a page, and every page of HTML, is compared whole, its head
included: as elements and texts, in which the order of attributes, white space outside `pre` and
the colours of code do not count. The version that Jekyll names itself by does not count either.
How many are the same to the byte, but for that version and the colours, is printed beside it.
"""

import argparse
import re
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from editor.render.pages.build import BuildSettings, without_limits
from editor.render.pages.page_renderer import PageRenderer
from editor.render.pages.stand_ins import STAND_IN_THEMES
from editor.site.model import SiteModel
from tests.peer.outline import differences, kind, outline
from tests.peer.real_ruby import build_site, missing

_VERSION = re.compile(r"\bv?4\.3\.\d+\b")
_COLOUR = re.compile(r'<span class="[a-z0-9]{1,3}">|</span>')
_PAGES = {".html", ".htm"}


class NotBuilt(Exception):
    """Say why Jekyll did not build a site."""


@dataclass
class Comparison:
    """Hold what was found: the names of equal pages, and the differences of the others."""

    equal: list[str] = field(default_factory=list)
    exact: int = 0
    different: dict[str, list[str]] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    only_here: list[str] = field(default_factory=list)
    only_there: list[str] = field(default_factory=list)
    stubs: set[str] = field(default_factory=set)
    ours: float = 0.0
    theirs: float = 0.0

    @property
    def pages(self) -> int:
        """How many pages were compared."""
        return len(self.equal) + len(self.different)


def built(source: Path, destination: str, now: datetime, *options: str) -> None:
    """Build a site with Jekyll, at a moment.

    Raises:
        NotBuilt: Jekyll stopped; its words are the message.
    """
    ran = build_site(source, Path(destination), "--trace", *options, now=now)
    if ran.returncode:
        said = [line for line in f"{ran.stdout}{ran.stderr}".split("\n") if "rror" in line]
        raise NotBuilt("\n".join(said[:3]) or ran.stderr[-2000:])


def compare(source: Path, *options: str) -> Comparison:
    """Compare all posts, documents and pages of a site."""
    found = Comparison()
    with tempfile.TemporaryDirectory() as folder:
        now = datetime.now(UTC).replace(microsecond=0)
        started = time.perf_counter()
        built(source, folder, now, *options)
        found.theirs = time.perf_counter() - started
        model = SiteModel.open(source, now, stand_ins=STAND_IN_THEMES)
        renderer = PageRenderer(model, without_limits(BuildSettings()))
        documents = [
            document
            for collection in model.collections.values()
            if collection.output
            for document in collection.docs
        ]
        started = time.perf_counter()
        left = {path for path in Path(folder).rglob("*") if path.suffix in _PAGES}
        left -= {Path(folder, file.url.lstrip("/")) for file in model.static_files}
        for each in (*documents, *model.pages):
            target = Path(folder, each.address.file)
            if target.suffix in _PAGES:
                _compare_one(each, target, renderer, found)
                left.discard(target)
        found.only_there = sorted(str(path.relative_to(folder)) for path in left)
        found.ours = time.perf_counter() - started
    return found


def _compare_one(each, target: Path, renderer: PageRenderer, found: Comparison) -> None:
    name = each.relative_path
    if not target.is_file():
        found.only_here.append(name)
        return
    page = renderer.page(each.path)
    found.stubs.update(page.stubs)
    theirs = target.read_bytes().decode()
    theirs, ours = (_VERSION.sub("VERSION", html) for html in (theirs, page.html))
    found.exact += _COLOUR.sub("", theirs) == _COLOUR.sub("", ours)
    expected, given = outline(theirs), outline(ours)
    if expected == given:
        found.equal.append(name)
    else:
        found.different[name] = differences(expected, given)
        found.kinds[kind(found.different[name])] += 1


def report(site: Path, found: Comparison, show: int) -> None:
    """Print the figures of a site, and its first differences."""
    print(f"\n{site.name}: pages {found.pages}, equal {len(found.equal)}", end=" ")
    print(f"({len(found.equal) / max(1, found.pages):.1%}), to the byte {found.exact}", end="; ")
    print(f"Jekyll {found.theirs:.1f} s, Dateline {found.ours:.1f} s")
    for names, what in (
        (found.only_there, "only Jekyll made"),
        (found.only_here, "only Dateline makes"),
        (sorted(found.stubs), "stubs"),
    ):
        if names:
            print(f"  {what}:", *names[:8], *(["..."] if len(names) > 8 else []))
    for what, count in found.kinds.most_common(12):
        print(f"  {count:4} {what}")
    for name, lines in list(found.different.items())[:show]:
        print(f"  {name}")
        print("\n".join(f"    {line[:300]}" for line in lines[2:18]))


def main() -> None:
    """Compare the sites, and print."""
    reader = argparse.ArgumentParser()
    reader.add_argument("sites", type=Path, nargs="+")
    reader.add_argument("--drafts", action="store_true")
    reader.add_argument("--show", type=int, default=3)
    asked = reader.parse_args()
    reason = missing("jekyll", "kramdown")
    if reason:
        raise SystemExit(reason)
    equal = pages = 0
    for site in asked.sites:
        try:
            found = compare(site.resolve(), *(["--drafts"] if asked.drafts else []))
        except NotBuilt as error:
            print(f"\n{site.name}: Jekyll does not build it: {error}")
            continue
        report(site, found, asked.show)
        equal, pages = equal + len(found.equal), pages + found.pages
    print(f"\nall: pages {pages}, equal {equal} ({equal / max(1, pages):.2%})")


if __name__ == "__main__":
    main()
