"""The invented paper that comes with the program, to try things on."""

import hashlib
import shutil
from pathlib import Path

import pytest
import yaml

from tests.peer.real_ruby import build_site, needs

SITE = Path(__file__).parents[2] / "resources" / "sample-site"
POSTS = sorted((SITE / "_posts").glob("*.md"))
SHOWCASE = SITE / "_posts" / "2025-11-17-ferry-named-after-the-soleil.md"


def front_matter(path: Path) -> dict:
    """Read the block between the fences."""
    return yaml.safe_load(path.read_text("utf-8").split("---\n")[1])


def test_the_paper_has_posts_drafts_and_pages():
    """A new reader of the program finds twelve posts, two drafts and pages to open."""
    assert len(POSTS) == 12
    assert len(list((SITE / "_drafts").glob("*.md"))) == 2
    assert {"index.html", "about.md", "corrections.md"} <= {path.name for path in SITE.iterdir()}


def test_the_first_post_is_the_one_the_manual_shows():
    """The showcase has the title, the plain date and the length of a real story."""
    text = SHOWCASE.read_text("utf-8")
    assert 'title: "Harbour: ferry to be named after the *Soleil*"\n' in text
    assert "\ndate: 2025-11-17T02:08:21\n" in text
    assert 400 <= len(text.split("---\n", 2)[2].split()) <= 600


def test_the_paper_speaks_several_languages():
    """Right-to-left, wide and accented scripts are all there to try."""
    languages = [front_matter(path).get("lang", "en") for path in POSTS]
    assert set(languages) == {"en", "ar", "ja", "fr", "de", "es", "pl"}


def test_the_french_post_keeps_its_unbreakable_blanks():
    """Guillemets stand with U+00A0 and high punctuation with U+202F, in title and text."""
    text = (SITE / "_posts" / "2025-10-18-la-halle-aux-poissons-rouvre.md").read_text("utf-8")
    assert "«\u00a0on retrouve l’odeur du port\u00a0»" in text.split("\n", 2)[1]
    assert text.count("\u202f") > 5


def test_one_post_came_from_a_windows_machine():
    """Exactly one post ends every line with CRLF, and no other holds a CR at all."""
    with_cr = [path for path in POSTS if b"\r" in path.read_bytes()]
    assert [path.name for path in with_cr] == ["2025-10-28-correction-tide-table.md"]
    raw = with_cr[0].read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n") == raw.count(b"\r")


@pytest.mark.parametrize(
    "spelling",
    [
        "categories: [News]\n",
        "categories:\n  - Council\n",
        "tags:\n- faro\n",
        "category: Traffic\n",
        "tags: bridge roadworks harbour-office\n",
        "excerpt: >-\n",
        "excerpt: |\n",
        "title: 'Bridge",
        "# The desk counted",
        "date: 2025-11-15 18:40:00 -0500\n",
        'date: "2025-11-14 09:30:00 -0500"\n',
        "date: 2025-10-30 07:00\n",
        "date: 2025-09-30 19:45:00 EDT\n",
        "date: 2025-10-12 10:00:00 Z\n",
        "published: yes\n",
        "comments: false\n",
    ],
)
def test_front_matter_is_spelled_in_many_ways(spelling: str):
    """Each spelling that real sites use stands in at least one post."""
    assert any(spelling in path.read_text("utf-8") for path in POSTS)


def test_a_picture_is_named_by_its_content_and_found_by_the_posts():
    """Every JPEG carries its MD5 as its name, and every image a post names exists."""
    pictures = {f"/assets/images/{p.name}": p for p in (SITE / "assets/images").glob("*.jpg")}
    for picture in pictures.values():
        assert hashlib.md5(picture.read_bytes(), usedforsecurity=False).hexdigest() == picture.stem
    named = {front_matter(path).get("image") for path in POSTS} - {None}
    assert named == set(pictures)


@pytest.mark.peer
@needs("jekyll", "minima")
@pytest.mark.parametrize("extra", [[], ["--drafts"]], ids=["posts", "with drafts"])
def test_jekyll_builds_the_paper_without_a_warning(tmp_path: Path, extra: list[str]):
    """The real Jekyll writes every page and says nothing but that it is done."""
    shutil.copytree(SITE, tmp_path / "site")
    result = build_site(tmp_path / "site", tmp_path / "built", *extra)
    said = result.stdout + result.stderr
    assert result.returncode == 0, said
    for word in ("warn", "error", "deprecat", "skipping", "conflict", "invalid"):
        assert word not in said.lower(), said
    ferry = tmp_path / "built/news/2025/11/16/ferry-named-after-the-soleil.html"
    assert "after the <em>Soleil</em></h1>" in ferry.read_text("utf-8")
    stories = list((tmp_path / "built").glob("**/20*/**/*.html"))
    assert len(stories) == 12 + 2 * len(extra)
