"""Measure what a site teaches the form: 10,000 posts read and learned from, and words doubted.

Run `python tests/bench/site_learning.py`; it makes an invented site in a folder of its own.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from editor.post.unlike import usual_word  # noqa: E402 - the path is set above
from editor.site.fields.learned import Learner  # noqa: E402 - the same
from editor.site.fields.plan import plan_for  # noqa: E402 - the same
from editor.site.folders import Site  # noqa: E402 - the same
from editor.site.post_head import read_head  # noqa: E402 - the same
from editor.site.site_form import SiteForm  # noqa: E402 - the same
from editor.site.vocabulary import read_vocabulary  # noqa: E402 - the same

POSTS = 10_000
PLACES = ["harbour", "ferry", "quay", "lamp", "tide"]
TAGS = [f"{place}{number}" for place in PLACES for number in range(400)]
HEAD = """---
layout: {layout}
title: "Post {number}: what the council said"
date: 2024-{month:02d}-{day:02d} 06:00:00 +0100
author: {author}
categories: [News]
tags: [{tags}]
image: /assets/images/{number:032x}.jpg
image_alt: A ferry
sources:
  - {{name: The harbour office, year: 2024}}
---
Text.
"""


def make(folder):
    """Write the posts."""
    chance = random.Random(1)
    (folder / "_posts").mkdir()
    (folder / "_config.yml").write_text("title: Bench\n", encoding="utf-8")
    for number in range(POSTS):
        month, day = 1 + number % 12, 1 + number % 28
        text = HEAD.format(
            layout=chance.choice(["post", "review", "note"]),
            number=number,
            month=month,
            day=day,
            author=f"Writer {number % 40}",
            tags=", ".join(chance.sample(TAGS, 4)),
        )
        name = f"2024-{month:02d}-{day:02d}-post-{number}.md"
        (folder / "_posts" / name).write_text(text, encoding="utf-8")


def timed(what, work):
    """Print how long something takes, and give what it gives."""
    start = time.perf_counter()
    result = work()
    print(f"{what:42} {(time.perf_counter() - start) * 1000:9.1f} ms")
    return result


def learn(heads):
    """Learn from all posts."""
    learner = Learner()
    for name, values in heads:
        learner.add(values, name)
    return learner.learned()


def main():
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder)
        files = sorted((folder / "_posts").iterdir())
        heads = timed("read 10,000 heads", lambda: [(p.stem, read_head(p).values) for p in files])
        learned = timed("learn from them", lambda: learn(heads))
        timed("plan a form", lambda: plan_for("post", learned, SiteForm(), {}))
        site = Site.open(folder)
        words = timed("the whole vocabulary", lambda: read_vocabulary(site))
        timed("doubt a word among 2,000 tags", lambda: usual_word("harbor77", words.tags))


if __name__ == "__main__":
    main()
