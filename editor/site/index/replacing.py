"""Plan to put something in the place of finds in many posts, as one step."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from editor.post.edits.splices import Splice, applied
from editor.post.post import Post
from editor.site.index.finding import FoundPost, TextFinder, TextOf, Wanted
from editor.site.publishing.plan import FileChange, Plan, PlanRefused, edited
from editor.site.shown_names import shown_name

_MOST_NAMED = 3


def replacement_plan(
    posts: Sequence[FoundPost],
    wanted: Wanted,
    left_out: Mapping[Path, frozenset[int]],
    encoding: str,
) -> Plan:
    """Plan the replacement of all finds but those in lines that are left out.

    A post whose front matter could not be read afterwards is left out too, and the plan's
    sentence says so.

    Args:
        posts: where something was found, with the bytes as they were read.
        wanted: what was looked for, with what takes its place.
        left_out: the numbers of the lines to leave as they are, by post.
        encoding: what the site stores its files in.

    Raises:
        PlanRefused: nothing is left to replace.
    """
    finder = TextFinder(wanted, encoding)
    changes: list[FileChange] = []
    count, broken = 0, []
    for post in posts:
        text = TextOf(post.raw, encoding)
        splices = _splices(finder, text, left_out.get(post.path, frozenset()))
        if not splices:
            continue
        change = edited(post.path, post.raw, splices, encoding)
        if not change.is_edited:
            continue
        if _breaks_front_matter(text, applied(text.whole, splices)):
            broken.append(shown_name(post.path))
            continue
        changes.append(change)
        count += len(splices)
    if not changes:
        raise PlanRefused(_nothing(broken))
    return Plan(_sentence(count, len(changes), broken), tuple(changes))


def _splices(finder: TextFinder, text: TextOf, left_out: frozenset[int]) -> list[Splice]:
    newline = text.newline
    splices: list[Splice] = []
    try:
        for start, end, new in finder.finds_in(text):
            if text.line_of(start) + 1 not in left_out:
                written = (new or "").replace("\n", newline)
                splices.append(Splice(text.in_file(start), text.in_file(end), written))
    except TimeoutError:
        return []
    return splices


def _breaks_front_matter(text: TextOf, new: str) -> bool:
    """Tell whether front matter that could be read could not be any more."""
    before = _post(text.whole).front_matter
    if before is None or before.problem is not None:
        return False
    after = _post(new).front_matter
    return after is None or after.problem is not None


def _post(text: str) -> Post:
    return Post.from_text(text.removeprefix("\ufeff"))


def _nothing(broken: Sequence[str]) -> str:
    if broken:
        return f"Nothing was replaced. {_left_out(broken)}"
    return "Nothing was replaced: no place is ticked, or each says so already."


def _sentence(count: int, posts: int, broken: Sequence[str]) -> str:
    places = "1 place" if count == 1 else f"{count:,} places"
    files = "1 post" if posts == 1 else f"{posts:,} posts"
    done = f"Replaced {places} in {files}."
    return f"{done} {_left_out(broken)}" if broken else done


def _left_out(broken: Sequence[str]) -> str:
    names = ", ".join(f"“{name}”" for name in broken[:_MOST_NAMED])
    more = len(broken) - _MOST_NAMED
    tail = f" and {more} more" if more > 0 else ""
    return f"Left as before, because the front matter could not be read afterwards: {names}{tail}."
