"""Plan how a post begins and ends: made anew, copied, thrown away."""

from pathlib import Path

from editor.post.file_names import parse, parse_draft
from editor.post.front_matter import FrontMatter
from editor.site.publishing.plan import FileChange, Plan
from editor.site.publishing.standing_links import standing_links
from editor.site.publishing.workbench import FieldEdit, Workbench, edited_fields

_OF_ONE_POST = ("permalink", "slug", "redirect_from")
"""Fields that give a post its address, which two posts cannot share."""


def plan_new(bench: Workbench, folder: Path, name: str, text: bytes) -> Plan:
    """Plan to make a file with a text; a name that is taken gets a number.

    Raises:
        DatelineError: the name or the folder cannot be used.
    """
    wanted = Path(name)
    to = bench.free_path(folder, wanted.stem, wanted.suffix)
    return Plan(f"Made “{to.name}”.", (FileChange(None, to, b"", text),))


def plan_duplicate(bench: Workbench, path: Path) -> Plan:
    """Plan a copy of a post among the drafts, without the fields that are its address.

    Raises:
        DatelineError: the post cannot be read, or its front matter not be edited.
    """
    opened = bench.read(path)
    post = opened.post
    name = parse(opened.path.name) or parse_draft(opened.path.name)
    slug, ext = (name.slug, name.ext) if name is not None else (path.stem, path.suffix)
    keys = post.front_matter.keys if post.front_matter is not None else ()
    edits = tuple(_without(key) for key in _OF_ONE_POST if key in keys)
    to = bench.free_path(bench.site.drafts_dir, slug, ext)
    copied = edited_fields(post, edits)
    change = FileChange(None, to, b"", copied.to_bytes())
    return Plan(f"Copied to the draft “{to.name}”.", (change,))


def plan_trash(bench: Workbench, path: Path) -> Plan:
    """Plan to put a post into the system's trash.

    Raises:
        DatelineError: it cannot be read.
    """
    opened = bench.read(path)
    raw = opened.post.to_bytes()
    change = FileChange(opened.path, None, raw, b"")
    sentence = f"“{opened.path.name}” is in the trash."
    return Plan(sentence, (change,), standing_links(bench, opened))


def _without(key: str) -> FieldEdit:
    def edit(block: FrontMatter) -> FrontMatter:
        return block.delete(key)

    return edit
