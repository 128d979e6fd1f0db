"""Plan a new post from a template: title first, its name by Jekyll's rules, never a taken one."""

from pathlib import Path
from typing import Final

from editor.post.field_values import Value
from editor.post.file_names import build
from editor.post.slugs import file_slug
from editor.site.folders import Site
from editor.site.post_templates import NewPostFacts, PostTemplate, filled
from editor.site.publishing.beginnings import plan_new
from editor.site.publishing.plan import Plan
from editor.site.publishing.workbench import Workbench
from editor.site.site_form import load_site_form

_FIELDS: Final[dict[str, Value]] = {
    "author": "",
    "categories": [],
    "tags": [],
    "excerpt": "",
    "image": None,
}
USUAL: Final = (
    PostTemplate("Post", "post", _FIELDS),
    PostTemplate("Draft", "post", _FIELDS, is_draft=True),
)
"""What a site offers that names no templates of its own."""


def templates_of(site: Site) -> tuple[PostTemplate, ...]:
    """Give the templates of a site: those of its `dateline.yml`, else the usual ones."""
    return load_site_form(site).templates or USUAL


def place_of_new(bench: Workbench, template: PostTemplate, title: str) -> Path:
    """Say where a new post would lie; a name that is taken gets a number.

    Raises:
        DatelineError: the folder leads out of the site.
    """
    slug = file_slug(title)
    stem = slug if template.is_draft else build(bench.local_now.date(), slug, "")
    site = bench.site
    return bench.free_path(site.drafts_dir if template.is_draft else site.posts_dir, stem, ".md")


def plan_from_template(bench: Workbench, template: PostTemplate, title: str) -> Plan:
    """Plan to make a post of a title, filled in from a template.

    Raises:
        DatelineError: it cannot be made, and a sentence says why.
    """
    path = place_of_new(bench, template, title)
    text = filled(template, NewPostFacts(title, bench.local_now)).text
    return plan_new(bench, path.parent, path.name, text.encode())


def caret_in(bench: Workbench, template: PostTemplate, title: str) -> int:
    """Say where in the body of the new post the writing begins."""
    return filled(template, NewPostFacts(title, bench.local_now)).caret
