"""Lists as Markdown has them: one within an item of another, and items without paragraphs."""

from bs4 import BeautifulSoup, Tag

_LISTS = ("ul", "ol")
_BLOCKS = ("p", "div", "pre", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")


def settle_lists(soup: BeautifulSoup) -> None:
    """Put lists that lie beside items into the item before, and take single paragraphs apart."""
    for inner in soup.find_all(_LISTS):
        if inner.parent is not None and inner.parent.name in _LISTS:
            _put_into_item(soup, inner)
    for item in soup.find_all("li"):
        _tighten(item)


def _put_into_item(soup: BeautifulSoup, inner: Tag) -> None:
    before = inner.find_previous_sibling("li")
    if before is None:
        before = soup.new_tag("li")
        inner.insert_before(before)
    before.append(inner.extract())


def _tighten(item: Tag) -> None:
    """Let an item with one paragraph be its words: only longer ones are set apart."""
    blocks = item.find_all(_BLOCKS, recursive=False)
    if len(blocks) == 1 and blocks[0].name in ("p", "div"):
        blocks[0].unwrap()
