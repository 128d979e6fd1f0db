"""A small site in memory, as the facts of Liquid were measured in it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from editor.render.liquid.render import LiquidRenderer, LiquidResult
from editor.render.liquid.setup import Converters, LiquidSetup

DATA = Path(__file__).parents[2] / "data" / "liquid"
SITE = DATA / "site"
ZONE = ZoneInfo("UTC")


@dataclass(slots=True, eq=False)
class Document:
    """A post of the small site."""

    relative_path: str
    url: str
    date: datetime
    data: dict
    content: str
    collection: str = "posts"
    output: str | None = None
    excerpt: str | None = None
    previous: "Document | None" = None
    next: "Document | None" = None

    @property
    def id(self) -> str:
        return self.url.removesuffix(".html")

    @property
    def name(self) -> str:
        return self.relative_path.rpartition("/")[2]


@dataclass(slots=True, eq=False)
class Page:
    """A page of the small site."""

    relative_path: str
    url: str
    data: dict
    content: str
    dir: str = "/"

    @property
    def name(self) -> str:
        return self.relative_path.rpartition("/")[2]


@dataclass(slots=True, eq=False)
class StaticFile:
    """A file of the small site."""

    relative_path: str
    data: dict = field(default_factory=dict)
    modified_time: datetime = datetime(2025, 1, 1, tzinfo=UTC)
    collection: str | None = None

    @property
    def url(self) -> str:
        return self.relative_path

    @property
    def name(self) -> str:
        return self.relative_path.rpartition("/")[2]


@dataclass(slots=True, eq=False)
class Collection:
    """The posts of the small site."""

    label: str
    docs: list
    output: bool = True
    files: list = field(default_factory=list)
    metadata: dict = field(default_factory=dict)
    directory: str = "/site/_posts"
    relative_directory: str = "_posts"


@dataclass(slots=True, eq=False)
class Site:
    """The small site itself."""

    config: dict
    collections: dict
    pages: list
    static_files: list
    data: dict
    time: datetime = datetime(2026, 11, 25, tzinfo=ZONE)


def _front_matter(path: Path) -> tuple[dict, str]:
    _, block, body = path.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(block), body


def _post(path: Path) -> Document:
    data, body = _front_matter(path)
    relative = path.relative_to(SITE).as_posix()
    year, month, day, slug = path.stem.split("-", 3)
    folder = relative.split("_posts/")[0].strip("/")
    categories = ([folder] if folder else []) + data.get("categories", [])
    written = data.get("date", f"{year}-{month}-{day} 00:00:00 +0000")
    when = datetime.strptime(written, "%Y-%m-%d %H:%M:%S %z")
    added = {"slug": slug, "ext": ".md", "draft": False, "categories": categories, "tags": []}
    url = "/".join(["", *categories, year, month, day, f"{slug}.html"])
    return Document(relative, url, when.astimezone(ZONE), added | data, body)


def small_site() -> Site:
    """Read the site that the facts were measured in."""
    config = yaml.safe_load((SITE / "_config.yml").read_text("utf-8"))
    posts = sorted((_post(path) for path in SITE.glob("**/_posts/*.md")), key=lambda p: p.date)
    for older, newer in pairwise(posts):
        older.next, newer.previous = newer, older
    posts[-1].excerpt = "<p>Hello.</p>\n"
    about = Page("about.md", "/about.html", *_front_matter(SITE / "about.md"))
    data = {"d": yaml.safe_load((SITE / "_data/d.yml").read_text("utf-8"))}
    return Site(
        {"permalink": "date", "source": "/site"} | config,
        {"posts": Collection("posts", posts)},
        [about],
        [StaticFile("/assets/p.png")],
        data,
    )


def _file(folder: str) -> Callable[[str], str | None]:
    def read(name: str) -> str | None:
        path = SITE / folder / name
        return path.read_text("utf-8") if path.is_file() else None

    return read


def markdownify(text: str) -> str:
    """Stand in for the Markdown engine: the two texts that the facts ask for."""
    known = {"a *b* c": "<p>a <em>b</em> c</p>\n", "# H": '<h1 id="h">H</h1>\n'}
    return known.get(text, text)


def smartify(text: str) -> str:
    """Stand in for the typographer: the one text that the facts ask for."""
    return "‘q’ – \\" if text == "'q' -- \\" else text


@pytest.fixture
def setup() -> LiquidSetup:
    """Everything that the newest post of the small site can ask for."""
    site = small_site()
    return LiquidSetup(
        site=site,
        page=site.collections["posts"].docs[-1],
        zone=ZONE,
        now=datetime(2026, 11, 25, 12, tzinfo=ZONE),
        read_include=_file("_includes"),
        read_relative=_file("_posts"),
        converters=Converters(markdownify=markdownify, smartify=smartify),
    )


@pytest.fixture(scope="session")
def renderer() -> LiquidRenderer:
    """The renderer that all tests share, as the program does."""
    return LiquidRenderer()


@pytest.fixture
def render(setup: LiquidSetup, renderer: LiquidRenderer) -> Callable[..., LiquidResult]:
    """Render a body in the small site; keywords change the setup."""

    def _render(source: str, **changes: object) -> LiquidResult:
        return renderer.render(source, replace(setup, **changes))

    return _render


@pytest.fixture
def text(render: Callable[..., LiquidResult]) -> Callable[..., str]:
    """Render a body that has nothing wrong, and give its text."""

    def _text(source: str, **changes: object) -> str:
        result = render(source, **changes)
        assert result.problems == (), result.problems
        return result.text

    return _text
