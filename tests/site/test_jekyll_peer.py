"""Build made-up sites with the real Jekyll, and hold every page against the verdict on it."""

from datetime import UTC, datetime

import pytest

from editor.site.folders import Site
from editor.site.placement import Role, placement_of
from editor.site.post_head import read_head
from editor.site.visibility import verdict_of
from tests.peer.real_ruby import build_site, needs

pytestmark = [
    pytest.mark.peer,
    needs("jekyll"),
]

POSTS = [
    "_posts/2025-03-04-plain.md",
    "_posts/2025-3-4-one-digit.md",
    "_posts/2025-03-04-Éclair à la crème.md",
    "_posts/2025-03-04-dots...md",
    "_posts/2025-03-04-a.b.c.md",
    "_posts/2025-03-04-x.txt",
    "_posts/2025-03-04 no hyphen.md",
    "_posts/undated.md",
    "_posts/_2025-03-04-underscore.md",
    "_posts/sub/2025-03-04-sub.md",
    "_posts/sub/_2025-03-04-deep-underscore.md",
    "_posts/_old/2025-03-04-old.md",
    "_posts/a/_old/2025-03-04-kept.md",
    "_posts/a/.old/2025-03-04-hidden.md",
    "_posts/2025-03-04-backup.md~",
    "_posts/2999-01-01-later.md",
    "news/_posts/2025-03-04-news.md",
    "News/Sub Dir/_posts/2025-03-05-nested.md",
    "_hidden/_posts/2025-03-04-no.md",
    "#odd/_posts/2025-03-04-no.md",
    "notes/_posts/2025-03-04-notes.md",
    "notesmore/_posts/2025-03-04-notes-too.md",
    "vendor/bundle/_posts/2025-03-04-gem.md",
    "_kept/_posts/2025-03-04-included.md",
    "parts/_posts/2025-03-04-parts.md",
    "parts/news/_posts/2025-03-04-parts-news.md",
    "_drafts/idea.md",
    "_drafts/2024-05-06-dated.md",
    "_drafts/no-ending",
    "news/_drafts/news-idea.md",
    "_poems/snow.md",
    "_poems/_hidden.md",
    "_poems/deep/2024-01-02-dated.md",
    "parts/_poems/ice.md",
    "_songs/no-output.md",
    "about.md",
    "sub/index.md",
    "sub/page.html",
    "notes/page.md",
    "notesmore/page.md",
    "_kept/page.md",
    "x~.md",
    "y.md~",
]
CONFIGS = [
    "",
    "permalink: pretty\nshow_drafts: true\nfuture: true\n",
    "permalink: /:categories/:title\nexclude: [notes]\ninclude: [_kept]\n",
    "permalink: weekdate\nexclude: [notes/, '*dots*']\ninclude: ['_hidden*', _poems]\n",
    "permalink: '/:collection/:path:output_ext'\ncollections_dir: parts\nshow_drafts: true\n",
    """permalink: ordinal
timezone: Asia/Tokyo
defaults:
  - scope: {path: 'news/*'}
    values: {categories: house, permalink: '/d/:slug/'}
  - scope: {path: _poems, type: poems}
    values: {published: false}
""",
]
COLLECTIONS = "collections: {poems: {output: true}, songs: {}}\n"


@pytest.mark.parametrize("config", CONFIGS)
def test_the_real_jekyll_builds_the_very_pages_that_the_verdicts_say(tmp_path, config):
    """Every file of an odd site: whether it has a page, and where."""
    source, built = tmp_path / "site", tmp_path / "built"
    for number, name in enumerate(POSTS):
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"---\ntitle: T\nnumber: n{number}\n---\nn{number}\n".encode())
    (source / "_config.yml").write_bytes(f"{COLLECTIONS}{config}".encode())
    assert build_site(source, built).returncode == 0
    site = Site.open(source)
    now = datetime.now(UTC)
    told, made = {}, {}
    for number, name in enumerate(POSTS):
        verdict = verdict_of(source / name, read_head(source / name), site, now)
        if verdict.shows:
            told[name] = verdict.address.file
        mark = f"n{number}"
        pages = [path for path in built.rglob("*") if path.is_file() and _is(path, mark)]
        if pages:
            made[name] = pages[0].relative_to(built).as_posix()
    assert told == made
    posts = {path for folder in site.posts_dirs() for path in folder.rglob("*") if path.is_file()}
    for name in made:
        if placement_of(source / name, site).role is Role.POST:
            assert source / name in posts


def _is(path, mark):
    """Tell whether a page was made from the file with that mark (and front matter)."""
    text = path.read_text(encoding="utf-8")
    return text.strip() in {mark, f"<p>{mark}</p>"}
