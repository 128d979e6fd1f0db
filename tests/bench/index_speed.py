"""Print how fast the index of a site is: read, read again, filtered, searched, scrolled, replaced.

QT_QPA_PLATFORM=offscreen python tests/bench/index_speed.py [POSTS] [POSTS IN THE LIST]
"""

import random
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from editor.site.folders import Site
from editor.site.index.answers import Hits
from editor.site.index.finding import EXACT, PATTERN, TextFinder, Wanted
from editor.site.index.query import read_query
from editor.site.index.replacing import replacement_plan
from editor.site.index.shelf import Shelf
from editor.site.index.site_index import SiteIndex
from editor.site.publishing.carrying_out import carry_out
from editor.ui.posts.posts_pane import PostsPane
from editor.ui.theme import LIGHT

SYLLABLES = (
    "ba",
    "co",
    "di",
    "fu",
    "ga",
    "he",
    "ji",
    "ko",
    "lu",
    "ma",
    "ne",
    "pi",
    "ro",
    "té",
    "zü",
)
BAD = [b"---\ntitle: a: b\n---\n", b"---\ntitle: [\n---\n", b"\xff\xfe", b"---\ndate: no\n---\n"]
FRONT = """---
layout: post
title: "{title}"
date: {day} 02:08:21 +0000
categories: [News, {kind}]
tags:
  - {tag}
  - harbour
author: {author}
excerpt: "{title} and what came of it"
---

"""
FRAME_MS = 1000 / 60


def words(rng):
    """Give twenty thousand words, used as unevenly as those of a language."""
    found = [
        "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 4))) for _ in range(20_000)
    ]
    return found, [1 / (place + 3) for place in range(len(found))]


def written(root, count):
    """Write a site of posts of 1 to 4 kB; one in a hundred is bad, one in fifty is not Latin."""
    rng = random.Random(7)
    vocabulary, weights = words(rng)
    (root / "_posts").mkdir(parents=True)
    (root / "_config.yml").write_text("title: Many\ntimezone: Europe/London\n")
    for number in range(count):
        text = rng.choices(vocabulary, weights, k=rng.choice((150, 300, 450, 600)))
        title = " ".join(text[:6]).capitalize()
        day = f"{2005 + number % 20}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        front = FRONT.format(
            title=title, day=day, kind=text[7], tag=text[8], author=f"a{number % 40}"
        ).encode()
        if number % 100 == 99:
            front = BAD[number // 100 % len(BAD)]
        body = ". ".join(" ".join(text[at : at + 12]) for at in range(0, len(text), 12))
        other = (
            "\n\n港の夜市、今年も始まる。\n\nمهرجان الميناء يعود\n" if number % 50 == 0 else "\n"
        )
        path = root / "_posts" / f"{day}-post-{number}.md"
        path.write_bytes(front + (body + other).encode())


def filled(site, cache):
    """Open an index, let it read all that waits, and give it with the posts it knows."""
    index = SiteIndex(site, cache)
    news = index.look()
    posts = {str(post.path): post for post in news.posts}
    while news.left:
        news = index.read_some()
        posts |= {str(post.path): post for post in news.posts}
    return index, posts


class Watch:
    """Know how long something took by the clock, and how much of that this process worked."""

    def __init__(self):
        self.wall, self.work = time.perf_counter(), time.process_time()

    def stop(self):
        """Give the seconds by the clock and the seconds of work."""
        return time.perf_counter() - self.wall, time.process_time() - self.work


def median(work, times=15):
    """Give the median times of some work, in seconds."""
    took = []
    for _ in range(times):
        watch = Watch()
        work()
        took.append(watch.stop())
    return tuple(statistics.median(each) for each in zip(*took, strict=True))


def say(what, took, limit, unit="ms"):
    """Print one line: what was measured, and what it should stay under on a quiet machine."""
    wall, work = (seconds * (1000 if unit == "ms" else 1) for seconds in took)
    sign = "ok  " if min(wall, work) <= limit else "OVER"
    print(f"{sign} {what:<50} {wall:8.1f} {unit:<2} (work {work:.1f}, limit {limit:.4g})")


def index_times(root, cache):
    """Measure the first and the second reading."""
    watch = Watch()
    index, posts = filled(Site.open(root), cache)
    say(f"cold: {len(posts)} posts read", watch.stop(), 3, "s")
    index.close()
    watch = Watch()
    index, posts = filled(Site.open(root), cache)
    say("warm: the same, nothing changed", watch.stop(), 0.5, "s")
    say("another look at every file", median(index.look, 5), 100)
    return index, posts


def search_times(index, posts):
    """Measure filters, searches and finds."""
    shelf = Shelf()
    shelf.put(posts.values())
    for typed in ("p", "baco", "tag:harbour", "author:a7 -baco", "2011-03"):
        query = read_query(typed)
        took = median(lambda query=query: shelf.found(query, Hits()))
        say(f"filter the list: {typed}", took, 16)
    for typed in ("baco", "ba", '"baco difu"', "baco -gahe", "夜市", "ميناء"):
        query = read_query(typed)
        took = median(lambda query=query: index.hits(query))
        say(f"search: {typed}, {len(index.hits(query).paths)} posts", took, 50)
    keys = list(posts)
    for wanted in (
        Wanted("baco difu", EXACT),
        Wanted("Zü té", EXACT),
        Wanted(r"\bba\w+ zü\b", PATTERN),
    ):
        watch = Watch()
        finder = TextFinder(wanted, "utf-8")
        found = [finder.find(Path(key), raw) for key, raw in index.raw(keys)]
        places = sum(post.count for post in found if post is not None)
        say(f"find in all texts: {wanted.text}, {places} places", watch.stop(), 0.5, "s")


def replace_times(root, index, posts, count=1000):
    """Measure a replacement across many posts and its undoing, which brings every byte back."""
    wanted = Wanted("harbour", EXACT, replacement="haven")
    finder = TextFinder(wanted, "utf-8")
    some = list(posts)[: count * 2]
    found = [finder.find(Path(key), raw) for key, raw in index.raw(some)]
    hits = [post for post in found if post is not None][:count]
    before = {post.path: post.path.read_bytes() for post in hits}
    started = time.perf_counter()
    plan = replacement_plan(hits, wanted, {}, "utf-8")
    carry_out(plan, root)
    print(f"     {plan.sentence} {time.perf_counter() - started:.1f} s, each file on the disk")
    started = time.perf_counter()
    carry_out(plan.inverse(), root)
    same = all(path.read_bytes() == raw for path, raw in before.items())
    print(f"     undone in {time.perf_counter() - started:.1f} s, byte for byte: {same}")


def list_times(posts, count):
    """Measure the column of posts: opened, scrolled, filtered, each to the painted frame."""
    app = QApplication.instance() or QApplication([])
    known = list(posts.values())
    many = [known[number % len(known)] for number in range(count)]
    many = [_copied(post, number) for number, post in enumerate(many)]
    pane = PostsPane(LIGHT)
    pane.resize(260, 1300)
    pane.set_state("read")
    pane.show()
    app.processEvents()
    watch = Watch()
    pane.set_posts(many)
    _painted(app, pane)
    say(f"open {count} posts in the list", watch.stop(), 1000)
    view = pane.findChild(QListView, "posts_list")
    bar = view.verticalScrollBar()
    took = []
    for step in range(300):
        bar.setValue(bar.maximum() * step // 300)
        watch = Watch()
        _painted(app, pane)
        took.append(watch.stop())
    worst = [sorted(each)[284] for each in zip(*took, strict=True)]
    say("a frame of scrolling, 95 of 100", worst, FRAME_MS)
    field = pane.findChild(QLineEdit, "posts_filter")
    took = []
    for typed in ("b", "ba", "bac", "baco", "bac", "ba"):
        watch = Watch()
        field.setText(typed)
        _painted(app, pane)
        took.append(watch.stop())
    usual = [statistics.median(each) for each in zip(*took, strict=True)]
    say(f"a letter in the filter of {count} posts, painted", usual, 50)


def _copied(post, number):
    fields = {name: getattr(post, name) for name in type(post).__slots__}
    return type(post)(**fields | {"path": post.path.with_name(f"{number}-{post.path.name}")})


def _painted(app, pane):
    pane.findChild(QListView, "posts_list").viewport().repaint()
    app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def main():
    """Write a site, measure, and say how much memory it took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    listed = int(sys.argv[2]) if len(sys.argv) > 2 else 30_000
    with tempfile.TemporaryDirectory() as folder:
        root, cache = Path(folder, "site"), Path(folder, "cache")
        written(root, count)
        size = sum(file.stat().st_size for file in (root / "_posts").iterdir())
        print(f"{count} posts, {size / 1e6:.0f} MB, one in a hundred of them bad")
        index, posts = index_times(root, cache)
        search_times(index, posts)
        replace_times(root, index, posts)
        index.close()
        kept = sum(file.stat().st_size for file in cache.iterdir())
        print(f"     the cache: {kept / 1e6:.0f} MB")
        list_times(posts, listed)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"     memory at its highest, with Qt: {peak:.0f} MB")


if __name__ == "__main__":
    main()
