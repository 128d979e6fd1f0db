"""Make a post: `dateline new TITLE [--site FOLDER] [--date WHEN] [--draft | --template NAME]`."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from editor.command_line.moments import moment_in
from editor.command_line.speech import complain, say
from editor.command_line.usage import CommandArguments, UsageError, plain_text
from editor.post.errors import DatelineError
from editor.post.file_names import build
from editor.post.new_post import NewPost
from editor.post.slugs import file_slug
from editor.site.folders import Site, find_site
from editor.site.post_templates import PostTemplate
from editor.site.publishing.beginnings import plan_new
from editor.site.publishing.carrying_out import carry_out
from editor.site.publishing.plan import NameTaken, Plan
from editor.site.publishing.templates import plan_from_template, templates_of
from editor.site.publishing.workbench import Workbench


def make_post(arguments: Sequence[str]) -> None:
    """Make a post, print its path, and never overwrite a file."""
    reader = CommandArguments("new")
    reader.add_argument("title", nargs="+", type=plain_text, metavar="TITLE")
    reader.add_argument("--site", type=Path, metavar="FOLDER")
    reader.add_argument("--date", metavar="WHEN")
    reader.add_argument("--draft", action="store_true")
    reader.add_argument("--template", type=plain_text, metavar="NAME")
    asked = reader.parse_args(arguments)
    site = _site(asked.site)
    zone = site.config.zone
    when = (
        datetime.now(UTC).astimezone(zone) if asked.date is None else moment_in(asked.date, zone)
    )
    title = " ".join(asked.title)
    # A draft is dated when it is published, so only a date that was asked for stands in it.
    dated = when if asked.date is not None or not asked.draft else None
    bench = Workbench(site, when)
    if asked.template is not None:
        template = _template(site, asked.template)
        plan = partial(plan_from_template, bench, template, title)
    else:
        slug = file_slug(title)
        name = f"{slug}.md" if asked.draft else build(when.date(), slug)
        folder = site.drafts_dir if asked.draft else site.posts_dir
        plan = partial(plan_new, bench, folder, name, NewPost(title, dated).text.encode())
    say(str(_made(plan, site)))


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


def _made(plan: Callable[[], Plan], site: Site) -> Path | None:
    """Make a post; when somebody takes its name a moment before, it gets the next."""
    while True:
        planned = plan()
        try:
            carry_out(planned, site.root)
        except NameTaken:
            continue
        return planned.post.to


def _template(site: Site, name: str) -> PostTemplate:
    """Find a template of the site by its name, in capitals or not.

    Raises:
        UsageError: there is none.
    """
    templates = templates_of(site)
    for template in templates:
        if template.name.casefold() == name.casefold():
            return template
    known = ", ".join(template.name for template in templates)
    raise UsageError(f"There is no template “{name}”. This site has: {known}.")
