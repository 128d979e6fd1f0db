"""Make a post: `dateline new TITLE [--site FOLDER] [--date WHEN] [--draft]`."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from editor.command_line.moments import moment_in
from editor.command_line.speech import complain, say
from editor.command_line.usage import CommandArguments, plain_text
from editor.post.errors import DatelineError
from editor.post.file_names import build
from editor.post.new_post import NewPost
from editor.post.slugs import file_slug
from editor.site.atomic_write import write_atomically
from editor.site.folders import Site, find_site
from editor.site.same_name import name_key
from editor.site.write_errors import WriteRefused
from editor.site.write_policy import CAREFUL


def make_post(arguments: Sequence[str]) -> None:
    """Make a post, print its path, and never overwrite a file."""
    reader = CommandArguments("new")
    reader.add_argument("title", nargs="+", type=plain_text, metavar="TITLE")
    reader.add_argument("--site", type=Path, metavar="FOLDER")
    reader.add_argument("--date", metavar="WHEN")
    reader.add_argument("--draft", action="store_true")
    asked = reader.parse_args(arguments)
    site = _site(asked.site)
    zone = site.config.zone
    when = (
        datetime.now(UTC).astimezone(zone) if asked.date is None else moment_in(asked.date, zone)
    )
    title = " ".join(asked.title)
    # A draft is dated when it is published, so only a date that was asked for stands in it.
    dated = when if asked.date is not None or not asked.draft else None
    slug = file_slug(title)
    stem = slug if asked.draft else build(when.date(), slug, "")
    post = NewPost(title, dated).text.encode()
    say(str(_written(site, stem, post, draft=asked.draft)))


def _site(folder: Path | None) -> Site:
    """Find the site to write to, and say which folder it is where that is a guess."""
    if folder is not None and not folder.is_dir():
        raise DatelineError(f"There is no folder “{folder}”.")
    start = Path.cwd() if folder is None else folder
    root = find_site(start)
    if root is None:
        site = Site.open(start)
        complain(f"There is no Jekyll site here, so the post goes to {site.posts_dir.parent}.")
        return site
    return Site.open(root)


def _written(site: Site, stem: str, post: bytes, *, draft: bool) -> Path:
    """Write the post under the first name that is free: `stem`, `stem-2`, and so on."""
    number = 0
    while True:
        number += 1
        path = site.post_path(f"{stem}{f'-{number}' * (number > 1)}.md", draft=draft)
        if _is_taken(path):
            continue
        try:
            write_atomically(path, post, expected=None, inside=site.root, policy=CAREFUL)
        except WriteRefused as refused:
            # Somebody may have made a file of this name a moment ago.
            if refused.kind != "exists":
                raise
        else:
            return path


def _is_taken(path: Path) -> bool:
    """Say whether a file beside has this name up to its extension, and so the same address."""
    key = name_key(path.stem)
    return path.parent.is_dir() and any(
        name_key(Path(other.name).stem) == key for other in path.parent.iterdir()
    )
