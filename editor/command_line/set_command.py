"""Change front matter: `dateline set FILE KEY=TEXT ...`, `dateline unset FILE KEY ...`.

One file a command: all that is asked is done to it, or nothing is.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from editor.command_line.assignments import assignment
from editor.command_line.usage import CommandArguments
from editor.post.errors import DatelineError
from editor.post.front_matter import FrontMatter
from editor.site.config import SiteConfig
from editor.site.folders import find_site
from editor.site.post_file import read_post, write_post


def set_keys(arguments: Sequence[str]) -> None:
    """Change keys of the front matter of a post, or add them at its end."""
    reader = CommandArguments("set")
    reader.add_argument("file", type=Path, metavar="FILE")
    reader.add_argument("assignments", nargs="+", type=assignment, metavar="KEY=TEXT")
    asked = reader.parse_args(arguments)

    def edited(front_matter: FrontMatter) -> FrontMatter:
        for each in asked.assignments:
            front_matter = front_matter.put(each.key, each.value)
        return front_matter

    _edit(asked.file, edited)


def unset_keys(arguments: Sequence[str]) -> None:
    """Take keys out of the front matter of a post."""
    reader = CommandArguments("unset")
    reader.add_argument("file", type=Path, metavar="FILE")
    reader.add_argument("keys", nargs="+", metavar="KEY")
    asked = reader.parse_args(arguments)

    def edited(front_matter: FrontMatter) -> FrontMatter:
        for key in asked.keys:
            front_matter = front_matter.delete(key)
        return front_matter

    _edit(asked.file, edited)


def _edit(path: Path, edited: Callable[[FrontMatter], FrontMatter]) -> None:
    """Write what `edited` makes of the front matter of a file; the rest keeps its bytes."""
    root = find_site(path)
    encoding = "utf-8" if root is None else SiteConfig.load(root).encoding
    opened = read_post(path, encoding=encoding)
    if opened.read_only:
        raise DatelineError(" ".join(note.message for note in opened.notes))
    before = opened.post.with_fences()
    front_matter = edited(before.front_matter or FrontMatter.empty())
    post = before.with_front_matter(front_matter)
    if post != opened.post:
        write_post(opened.path, post, expected=opened.identity.digest, inside=root)
