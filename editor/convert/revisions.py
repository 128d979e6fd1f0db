"""Tracked changes are taken as accepted, and comments stay behind."""

from bs4 import BeautifulSoup, Tag

from editor.convert.fragment import classes, declarations, tags_of
from editor.convert.losses import Losses


def accept_revisions(soup: BeautifulSoup, losses: Losses) -> None:
    """Remove what somebody deleted with changes tracked, and keep what somebody inserted.

    A `del` without an author or a time is a line through words, as web pages mean it.
    """
    for tag in list(tags_of(soup)):
        if tag.parent is None:
            continue
        if _is_deletion(tag):
            losses.note("deletion")
            tag.decompose()
        elif tag.name == "ins" or "msoIns" in classes(tag):
            tag.unwrap()


def drop_comments(soup: BeautifulSoup, losses: Losses) -> None:
    """Remove the notes that reviewers wrote in the margin, and the signs that point to them."""
    for tag in list(tags_of(soup)):
        if tag.parent is None:
            continue
        element = declarations(tag).get("mso-element", "")
        if element == "comment-list":
            notes = [each for each in tags_of(tag) if _says(each, "comment")]
            losses.note("comment", max(1, len(notes)))
            tag.decompose()
        elif "MsoCommentReference" in classes(tag) or _says(tag, "comment"):
            tag.decompose()


def _says(tag: Tag, element: str) -> bool:
    return declarations(tag).get("mso-element", "") == element


def _is_deletion(tag: Tag) -> bool:
    if "msoDel" in classes(tag):
        return True
    return tag.name == "del" and any(tag.has_attr(name) for name in ("datetime", "cite"))
