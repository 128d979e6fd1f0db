"""Say of posts that have one address that they have, because Jekyll keeps one of them only."""

from collections.abc import Iterable
from dataclasses import replace

from editor.site.post_list import PostSummary
from editor.site.shown_names import shown_name


def with_shared_addresses(posts: Iterable[PostSummary]) -> tuple[PostSummary, ...]:
    """Give the posts, those with a problem more that share their address with another.

    Drafts, hidden posts and those that wait for their day have no page, and take nobody's place.
    Capitals do not count: on many servers and disks they do not either.
    """
    every = tuple(posts)
    owners: dict[str, list[PostSummary]] = {}
    for post in every:
        if _has_page(post):
            owners.setdefault(post.url.casefold(), []).append(post)
    shared = {url: those for url, those in owners.items() if len(those) > 1}
    if not shared:
        return every
    return tuple(
        _told(post, shared[post.url.casefold()])
        if post.url.casefold() in shared and _has_page(post) and not post.problem
        else post
        for post in every
    )


def _has_page(post: PostSummary) -> bool:
    return bool(post.url) and post.kind in {"post", "document"} and not post.is_hidden


def _told(post: PostSummary, those: Iterable[PostSummary]) -> PostSummary:
    other = next(each for each in those if each is not post)
    return replace(
        post,
        problem=f"“{shown_name(other.path)}” has the same address, {post.url}: Jekyll keeps"
        " one of the two.",
    )
