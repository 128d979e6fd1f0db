"""Read random posts with the real Jekyll and with Dateline: they know the same of each."""

import json
import os
import random
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.post.ruby.text import ruby_text
from editor.site.model import SiteModel

SAMPLE = Path(__file__).parents[2] / "resources" / "sample-site"
SEED = int(os.environ.get("DATELINE_SEED", "20251117"))
POSTS = 50
RUBY = """
require "jekyll"
require "json"
config = Jekyll.configuration("source" => ARGV[0], "quiet" => true, "disable_disk_cache" => true)
site = Jekyll::Site.new(config)
site.reset
site.read
puts JSON.generate(site.posts.docs.to_h { |post|
  [post.relative_path, [post.url, post.date.strftime("%Y-%m-%d %H:%M:%S %z"),
    post.data["categories"].map(&:to_s), post.data["tags"].map(&:to_s), post.data["title"].to_s]]
})
"""

pytestmark = [
    pytest.mark.peer,
    pytest.mark.skipif(shutil.which("jekyll") is None, reason="Jekyll is not installed"),
]

WORDS = [
    "snow",
    "Été",
    "quay & ferry",
    "C++",
    "news/tech",
    "日本",
    "v1.2",
    "it's",
    "a  b",
    "東京-湾",
]
FOLDERS = ["", "", "", "sub/", "a/_old/", "_hidden/"]
ABOVE = ["", "", "", "news/", "News/Local Life/", "assets/"]
DATES = [
    "",
    "date: {day}",
    "date: {day} {clock}",
    'date: "{day} {clock}"',
    "date: {day} {clock} +0200",
    "date: {day} {clock} -0730",
    "date: {day}T{clock}Z",
    "date: {day} 08:15",
    "date: 2999-01-01",
]
TAXONOMY = [
    "",
    "{key}: {one}",
    "{key}: {one} {two}",
    "{key}: [{one}, {two}]",
    "{key}:\n  - {one}\n  - {two}\n  - {one}",
    "{key}: []",
    "{key}:",
    "{key}: ['{one}', 2025, true]",
]
OTHER = [
    "",
    "published: false",
    "published: no",
    "published: 'false'",
    "published:",
    "permalink: /own/{number}/",
    "permalink: /:year/{number}-:title.html",
    "permalink: /v{number}.2",
    "slug: Own Slug {number}",
    "title: 'No: {number}'",
    "draft: true",
]


def random_post(chance, number):
    """Give the path and the text of a post that nobody would write by hand."""
    day = (
        f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
    )
    other = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13)}-{chance.randrange(1, 29)}"
    clock = f"{chance.randrange(24):02d}:{chance.randrange(60):02d}:{chance.randrange(60):02d}"
    name = chance.choice([day, other])
    slug = chance.choice(WORDS).replace("/", "-")
    ending = chance.choice([".md", ".md", ".markdown", ".html", ".MD", ".txt"])
    path = f"{chance.choice(ABOVE)}_posts/{chance.choice(FOLDERS)}{name}-{slug}-{number}{ending}"
    one, two = chance.sample(["tide", "Ferry", "été", "a_b", "42x", "漁"], 2)
    lines = [
        chance.choice(DATES).format(day=day, clock=clock),
        *(
            chance.choice(TAXONOMY).format(key=key, one=one, two=two)
            for key in (chance.choice(["categories", "category"]), chance.choice(["tags", "tag"]))
        ),
        chance.choice(OTHER).format(number=number),
    ]
    chance.shuffle(lines)
    return path, "---\n" + "".join(f"{line}\n" for line in lines if line) + "---\nText.\n"


def read_by_jekyll(root):
    """Give what Jekyll knows of each post that it shows."""
    asked = subprocess.run(
        ["ruby", "-e", RUBY, root], capture_output=True, encoding="utf-8", check=False
    )
    assert asked.returncode == 0, asked.stderr
    return json.loads(asked.stdout.splitlines()[-1])


def read_by_dateline(root):
    """Give the same from the model of the site."""
    return {
        post.relative_path: [
            post.url,
            post.date.strftime("%Y-%m-%d %H:%M:%S %z"),
            list(map(ruby_text, post.data["categories"])),
            list(map(ruby_text, post.data["tags"])),
            ruby_text(post.data["title"]),
        ]
        for post in SiteModel.open(root, datetime.now(UTC)).posts
    }


@pytest.mark.parametrize("seed", [SEED, SEED + 1])
def test_dateline_and_jekyll_know_the_same_of_random_posts(tmp_path, seed):
    """Address, moment, categories, tags, title, and which posts are published at all."""
    print(f"DATELINE_SEED={seed}")
    root = tmp_path / "site"
    shutil.copytree(SAMPLE, root)
    chance = random.Random(seed)
    for number in range(POSTS):
        path, text = random_post(chance, number)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    told, known = read_by_jekyll(root), read_by_dateline(root)
    assert len(told) > len(list((SAMPLE / "_posts").iterdir()))
    assert {
        name: [known.get(name), told.get(name)]
        for name in told.keys() | known.keys()
        if known.get(name) != told.get(name)
    } == {}
