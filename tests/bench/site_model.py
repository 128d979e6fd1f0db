"""Print how long it takes to read a site of many posts, beside parsing their front matter alone.

python tests/bench/site_model.py [POSTS]
"""

import gc
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from editor.post import frame
from editor.post.yaml_text import parse
from editor.post.yaml_values import ValueReader
from editor.render.pages.page_renderer import PageRenderer
from editor.site.model import SiteModel

FRONT = """---
layout: post
title: "Post number {number}: a title"
date: {day} 10:00:00 +0200
categories: [news, c{kind}]
tags: [a{kind}, b{number}]
author: Someone
image: /assets/{number}.jpg
description: "Some words about it that go on for a while, so that there is something to read"
---
"""
BODY = "Words and more words in a paragraph that goes on. " * 40 + "\n\n## Head\n\n- a\n- b\n"
LAYOUT = (
    "{{ page.previous.title }} {{ content }} {{ page.next.title }}"
    "{% for post in site.posts limit: 5 %}{{ post.title }}{% endfor %}"
)


def written(root, count):
    """Write the site."""
    (root / "_posts").mkdir()
    (root / "_layouts").mkdir()
    (root / "_layouts" / "post.html").write_text(LAYOUT)
    (root / "_config.yml").write_text("title: Many\ntimezone: Europe/Paris\n")
    for number in range(count):
        day = f"{2000 + number % 24}-{1 + number % 12:02d}-{1 + number % 28:02d}"
        front = FRONT.format(number=number, day=day, kind=number % 20)
        (root / "_posts" / f"{day}-post-{number}.md").write_text(front + BODY)


def seconds(work):
    """Give what some work gives, and how long it took."""
    gc.collect()
    started = time.perf_counter()
    result = work()
    return result, time.perf_counter() - started


def parsed(paths):
    """Read the files, and parse their front matter and nothing else."""
    for path in paths:
        text = path.read_text("utf-8")
        ValueReader().read(parse(text[: frame.find(text).closing]).root)


def main():
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        written(root, count)
        paths = sorted((root / "_posts").iterdir())
        _, alone = seconds(lambda: parsed(paths))
        model = SiteModel.open(root)
        posts, whole = seconds(lambda: model.posts)
        _, addresses = seconds(lambda: [post.url for post in posts])
        middle = posts[count // 2]
        source = middle.path.read_text("utf-8")
        _, edit = seconds(lambda: model.with_source(middle.path, f"{source}x"))
        renderer = PageRenderer(model)
        renderer.page(middle.path)
        _, page = seconds(lambda: renderer.page(middle.path))
        _, typed = seconds(lambda: renderer.page(middle.path, f"{source}y"))
    print(
        f"{count} posts: parsing alone {alone:.2f} s, model {whole:.2f} s ({whole / alone:.2f}x)"
    )
    print(f"all addresses {addresses:.2f} s, one post replaced {edit * 1000:.1f} ms")
    print(f"one whole page {page * 1000:.1f} ms, after a key {typed * 1000:.1f} ms")


if __name__ == "__main__":
    main()
