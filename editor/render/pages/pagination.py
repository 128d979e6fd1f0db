"""Give a page the list of posts that jekyll-paginate 1.1 puts on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Final

from typing_extensions import override

from editor.post.field_values import Value
from editor.render.pages.live_models import LiveDocument, LivePage
from editor.site.model import SiteModel
from editor.site.pages import SitePage

PLUGIN: Final = "jekyll-paginate"
"""The plugin; without it the settings do nothing."""
_DEFAULT_PATH: Final = "/page:num"
_INDEX: Final = "index.html"


@dataclass(frozen=True, slots=True)
class Pager:
    """Hold one page of a paginated list.

    Attributes:
        number: which page it is, from 1.
        per_page: how many posts stand on one.
        path: the pattern of the addresses of the other pages: `/page:num`.
        first: the address of the first page.
    """

    number: int
    per_page: int
    path: str
    first: str

    def shown(self, posts: Sequence[object]) -> Mapping[str, object] | None:
        """Give what a template sees as `paginator`; None where there is no post to list."""
        if not posts:
            return None
        total = self.total(len(posts))
        start = (self.number - 1) * self.per_page
        before = self.number - 1 if self.number > 1 else None
        after = self.number + 1 if self.number < total else None
        return {
            "page": self.number,
            "per_page": self.per_page,
            "posts": list(posts[start : start + self.per_page]),
            "total_posts": len(posts),
            "total_pages": total,
            "previous_page": before,
            "previous_page_path": self.address(before),
            "next_page": after,
            "next_page_path": self.address(after),
        }

    def total(self, posts: int) -> int:
        """Give the number of pages that so many posts need."""
        return -(-posts // self.per_page)

    def address(self, number: int | None) -> str | None:
        """Give the address of another page of the list."""
        if number is None or number == 1:
            return None if number is None else self.first
        return "/" + self.path.replace(":num", str(number), 1).removeprefix("/")


class ListPage(LivePage):
    """Show a further page of the list: the same file at another address."""

    def __init__(self, page: SitePage, folder: str) -> None:
        """Take the page of the list and the folder that the further page lies in."""
        super().__init__(page)
        self._moved = LivePage(replace(page, relative=PurePosixPath(folder.strip("/"), page.name)))

    @property
    @override
    def url(self) -> str:
        """The address on the site, without `baseurl`."""
        return self._moved.url

    @property
    @override
    def dir(self) -> str:
        """The folder part of the address, with a slash at both ends."""
        return self._moved.dir


def pager_of(model: SiteModel, page: SitePage) -> Pager | None:
    """Find out whether posts are listed on a page, and how; None where they are not."""
    found = _list_page(model) if page.name == _INDEX else None
    if found is None or found.path != page.path:
        return None
    settings = model.site.config.settings
    path = settings.get("paginate_path")
    pattern = path if isinstance(path, str) else _DEFAULT_PATH
    return Pager(1, _count(settings.get("paginate")), pattern, page.url)


def further_pages(model: SiteModel) -> list[LivePage]:
    """Give the pages that the plugin adds to the site: the second page of the list and so on."""
    page = _list_page(model)
    pager = None if page is None else pager_of(model, page)
    if page is None or pager is None:
        return []
    posts = sum(_is_listed(post.data) for post in model.posts)
    numbers = range(2, pager.total(posts) + 1)
    return [ListPage(page, pager.address(number) or "") for number in numbers]


def listed_posts(documents: Sequence[LiveDocument]) -> list[LiveDocument]:
    """Give the posts that are listed: those that are not `hidden`, the newest first."""
    return [each for each in documents if _is_listed(each.data)]


def _list_page(model: SiteModel) -> SitePage | None:
    """Find the page that lists posts.

    It is named `index.html`, and the folder of `paginate_path` is its own or lies below it; of
    several the one with the longest path.
    """
    settings = model.site.config.settings
    if _count(settings.get("paginate")) < 1:
        return None
    path = settings.get("paginate_path")
    wanted = PurePosixPath((path if isinstance(path, str) else _DEFAULT_PATH).strip("/"))
    found = [
        page
        for page in model.pages
        if page.name == _INDEX and page.relative.parent in wanted.parents
    ]
    return max(found, key=lambda page: len(page.relative_path), default=None)


def _count(value: Value) -> int:
    """Read the number of posts on a page; 0 for none."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _is_listed(data: Mapping[str, object]) -> bool:
    return data.get("hidden") in (None, False)
