"""Decide which items of a list are tight: their first paragraph is written without ``<p>``."""

from editor.render.kramdown.tree import Node

_WITH_BLANKS = 2
"""The number of blocks in an item of one block and blank lines."""


def finish_items(listing: Node, *, end_mark: bool) -> Node | None:
    """Make first paragraphs transparent; return the blank lines behind the list, if any.

    Looseness goes item by item: a paragraph stays one if a blank line follows it in its item.
    The last item of several is as loose as the loosest before it.
    """
    last_blank = None
    all_loose = True
    items = listing.children
    for index, item in enumerate(items):
        is_last = index == len(items) - 1
        parts = item.children
        if not parts:
            all_loose = False
            continue
        if _is_lone_attribute_mark(parts):
            del parts[1]
        if parts[0].kind == "p":
            ended = len(parts) == 1 or parts[1].kind != "blank"
            only_blanks_follow = len(parts) == _WITH_BLANKS
            ended = ended or (is_last and only_blanks_follow and not end_mark)
            if ended and (not is_last or len(items) == 1 or not all_loose):
                _make_transparent(parts)
        last_blank = parts.pop() if parts[-1].kind == "blank" else None
        all_loose = all_loose and bool(parts) and _is_loose(parts[0])
    return last_blank


def _is_lone_attribute_mark(parts: list[Node]) -> bool:
    return (
        len(parts) > 1
        and parts[0].kind == "p"
        and parts[1].kind == "boundary"
        and parts[0].attribute_list is not None
    )


def _is_loose(first: Node) -> bool:
    return first.kind == "p" and not first.transparent


def _make_transparent(parts: list[Node]) -> None:
    paragraph = parts[0]
    if len(parts) > 1 and parts[1].kind != "blank" and paragraph.children:
        paragraph.children[0].value += "\n"
    paragraph.transparent = True
