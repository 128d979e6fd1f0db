"""Build the address of a page that is no post.

Jekyll 4.3: `Page#template`, `Page#url` and `Utils.add_permalink_suffix`.
"""

from pathlib import PurePosixPath
from typing import Final

from editor.site.permalinks import Address, destination, encoded, sanitized

_HTML: Final = frozenset({".html", ".xhtml", ".htm"})
_PAGES_WITH_ENDING: Final = frozenset({"date", "ordinal", "none"})


def ending_of(style: str) -> str:
    """Give the end of the patterns of pages and collections, which follows that of the posts.

    Args:
        style: `permalink` of the config, by name or as a pattern.
    """
    if style == "pretty" or style.endswith("/"):
        return "/"
    if style in _PAGES_WITH_ENDING or style.endswith(":output_ext"):
        return ":output_ext"
    return ""


def page_address(
    relative: PurePosixPath, style: str, permalink: str | None, output_ext: str
) -> Address:
    """Build the address of a page.

    Args:
        relative: its path relative to the source.
        style: `permalink` of the config.
        permalink: the page's own pattern.
        output_ext: ending of the finished page.
    """
    base = relative.stem.rstrip(".")
    if permalink is not None:
        template = permalink
    elif output_ext not in _HTML:
        template = "/:path/:basename:output_ext"
    elif base == "index":
        template = "/:path/"
    else:
        template = f"/:path/:basename{ending_of(style)}"
    folder = "" if str(relative.parent) == "." else str(relative.parent)
    for name, value in (("path", folder), ("basename", base), ("output_ext", output_ext)):
        template = template.replace(f":{name}", encoded(value))
    url = sanitized(template)
    return Address(url, destination(url, output_ext))
