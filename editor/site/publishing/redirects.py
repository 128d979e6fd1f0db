"""Lead the readers of a former address to the new one (jekyll-redirect-from)."""

from typing import Final

from editor.post.front_matter import FrontMatter
from editor.site.folders import Site
from editor.site.links.written import plain
from editor.site.plugins import plugins_of

KEY: Final = "redirect_from"


def can_redirect(site: Site) -> bool:
    """Tell whether the site makes a page for each former address."""
    return "jekyll-redirect-from" in plugins_of(site, None).gems


def redirected(front_matter: FrontMatter, old_url: str, new_url: str) -> FrontMatter:
    """Add the former address, and take out the new one if the post comes back to it.

    Raises:
        EditRefused: the front matter cannot be edited.
    """
    value = front_matter.value(KEY)
    listed = list(value) if isinstance(value, list) else [] if value is None else [value]
    kept = [each for each in listed if not isinstance(each, str) or plain(each) != plain(new_url)]
    if not any(isinstance(each, str) and plain(each) == plain(old_url) for each in kept):
        kept.append(old_url)
    if isinstance(value, list):
        return front_matter.set_list(KEY, kept)
    return front_matter.put(KEY, kept)
