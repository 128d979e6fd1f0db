"""Give a page the list of posts that jekyll-paginate 1.1 puts on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from editor.render.pages.live_models import LiveDocument
from editor.site.model import SiteModel
from editor.site.pages import SitePage


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

    def shown(self, posts: Sequence[object]) -> Mapping[str, object]:
        """Give what a template sees as `paginator`."""
        total = max(1, -(-len(posts) // self.per_page))
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
            "previous_page_path": self._address(before),
            "next_page": after,
            "next_page_path": self._address(after),
        }

    def _address(self, number: int | None) -> str | None:
        if number is None:
            return None
        if number == 1:
            return self.first
        pattern = self.path.replace(":num", str(number))
        return pattern if pattern.startswith("/") else f"/{pattern}"


def pager_of(model: SiteModel, page: SitePage) -> Pager | None:
    """Find out whether posts are listed on a page, and how; None where they are not.

    Only a page named `index.html` whose folder the setting `paginate_path` lies in has a list.
    """
    settings = model.site.config.settings
    count, path = settings.get("paginate"), settings.get("paginate_path")
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        return None
    path = path if isinstance(path, str) else "/page:num"
    folder = "/" + path.strip("/").rpartition("/")[0]
    wanted = f"{folder.rstrip('/')}/index.html"
    if f"/{page.relative_path}" != wanted or page.data.get("pagination", True) is False:
        return None
    return Pager(1, count, path, page.url)


def listed_posts(documents: Sequence[LiveDocument]) -> list[LiveDocument]:
    """Give the posts that are listed: those without `hidden: true`, the newest first."""
    return [each for each in documents if each.data.get("hidden") is not True]
