"""Use each library that Dateline is built on, as the program itself uses it.

A package can lack a file that only one library looks for, and only when it is used: data of
time zones, the tables of a transliteration, a compiler's own library.
"""

import importlib.metadata
import io
import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import frontmatter
import nh3
import regex
from PIL import Image

from editor.command_line.self_test.check import Check, NotAsExpected, expect
from editor.post.jekyll_handler import SpanHandler
from editor.post.slugs import file_slug
from editor.render.highlight import Highlighter
from editor.render.pages.build import BuildSettings, without_limits
from editor.render.pages.page_renderer import PageRenderer
from editor.render.pages.stand_ins import STAND_IN_THEMES
from editor.render.pages.style_sheets import StyleSheets
from editor.site.atomic_write import write_atomically
from editor.site.config import SiteConfig
from editor.site.encodings import guessed_encoding, name_of
from editor.site.model import SiteModel
from editor.site.write_policy import CAREFUL

_SITE = {
    "_config.yml": "title: Trial\ntimezone: Asia/Tokyo\n",
    "_layouts/post.html": "<h1>{{ page.title | upcase }}</h1>{{ content }}",
    "_posts/2025-01-02-trial.md": (
        "---\nlayout: post\ntitle: Trial\n---\n\nA *word* and {{ site.title }}.\n\n"
        "```ruby\nputs 1\n```\n"
    ),
}


def library_checks() -> list[Check]:
    """Give the checks of everything that needs no window."""
    return [
        Check("front matter", _front_matter),
        Check("page as published", _page),
        Check("Sass", _sass),
        Check("code colours", _colours),
        Check("cleaned HTML", _cleaned),
        Check("other alphabets", lambda: file_slug("Гавань", transliterate=True)),
        Check("old encodings", _encodings),
        Check("time zones", _zones),
        Check("pictures", _pictures),
        Check("full-text search", _search),
        Check("patterns", lambda: str(regex.findall(r"\p{Lu}\p{Ll}+", "Low Tide"))),
    ]


def _front_matter() -> str:
    handler = SpanHandler(b"---\ntitle: Trial\n---\n\nText.\n")
    post = frontmatter.loads(handler.text, handler=handler)
    expect(post["title"], "Trial")
    return f"python-frontmatter {importlib.metadata.version('python-frontmatter')}"


def _page() -> str:
    with TemporaryDirectory() as folder:
        page = _renderer(Path(folder)).page(Path(folder) / "_posts/2025-01-02-trial.md")
    for wanted in ("<h1>TRIAL</h1>", "<em>word</em>", "Trial.", 'class="nb"'):
        if wanted not in page.html:
            raise NotAsExpected(f"the page lacks {wanted}")
    return f"Markdown {importlib.metadata.version('Markdown')}, Liquid, layouts"


def _sass() -> str:
    sheet = StyleSheets([]).compiled("$ink: #123456; a { b { color: $ink } }", is_indented=False)
    if "a b {" not in sheet.css:
        raise NotAsExpected(str(sheet.problem))
    return "compiled"


def _renderer(folder: Path) -> PageRenderer:
    """Write the little site, and give the renderer of its pages."""
    for name, text in _SITE.items():
        (folder / name).parent.mkdir(exist_ok=True)
        write_atomically(
            folder / name, text.encode(), expected=None, inside=folder, policy=CAREFUL
        )
    expect(str(SiteConfig.load(folder).zone), "Asia/Tokyo")
    model = SiteModel.open(folder, stand_ins=STAND_IN_THEMES)
    return PageRenderer(model, without_limits(BuildSettings("production")))


def _colours() -> str:
    coloured = Highlighter().highlight("puts 1\n", "ruby") or ""
    if "<span" not in coloured:
        raise NotAsExpected(coloured)
    return f"Pygments {importlib.metadata.version('Pygments')}"


def _cleaned() -> str:
    expect(nh3.clean("<p onclick=x>y</p><script>z</script>"), "<p>y</p>")
    return f"nh3 {importlib.metadata.version('nh3')}"


def _encodings() -> str:
    russian = "Паром вышел из гавани в восемь часов и вернулся к полудню."
    return name_of(guessed_encoding(russian.encode("windows-1251")))


def _zones() -> str:
    hour = datetime(2025, 7, 1, tzinfo=UTC).astimezone(ZoneInfo("Asia/Tokyo")).hour
    expect(hour, 9)
    return "Asia/Tokyo is nine hours ahead"


def _pictures() -> str:
    made = []
    for kind in ("PNG", "JPEG", "WEBP", "GIF"):
        buffer = io.BytesIO()
        Image.new("RGB", (2, 2)).save(buffer, kind)
        expect(Image.open(buffer).size, (2, 2))
        made.append(kind)
    return ", ".join(made)


def _search() -> str:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE posts USING fts5(text, tokenize='trigram')")
    database.execute("INSERT INTO posts VALUES ('the harbour')")
    found = database.execute("SELECT text FROM posts WHERE posts MATCH 'arbo'").fetchall()
    database.close()
    expect(found, [("the harbour",)])
    return f"SQLite {sqlite3.sqlite_version}, Python {sys.version.split()[0]}"
