"""What an empty list says: why it is empty, and what to do next."""

from collections.abc import Mapping
from typing import Final

from editor.ui.posts.section_tabs import title_of

_NOTHING: Final[Mapping[str, str]] = {
    "post": "This site has no posts yet.\nCtrl+N begins one.",
    "draft": "No drafts.\nCtrl+Alt+S saves a new post as one.",
    "later": "Nothing waits for its day.\nA post with a date ahead is listed here.",
}


def words_for(
    section: str,
    state: str,
    progress: tuple[int, int],
    found: Mapping[str, int] | None,
) -> str:
    """Give the words for a list without rows.

    Args:
        section: the section that is shown.
        state: `no site`, `reading` or `read`.
        progress: how many files were read, of how many.
        found: how many posts of each section a filter lets through; None without a filter.
    """
    if state == "no site":
        return "No site is open.\nCtrl+Shift+O opens one."
    if state == "reading":
        done, total = progress
        return f"Reading the posts:\n{done:,} of {total:,}" if total else "Reading the posts…"
    if found is None:
        return _NOTHING.get(section, f"Nothing in “{title_of(section)}” yet.")
    elsewhere = [f"{title_of(name)}: {count}" for name, count in found.items() if count]
    if elsewhere:
        return f"Not found here, but in\n{', '.join(elsewhere)}"
    return "No post holds all of that.\nEscape shows every post again."
