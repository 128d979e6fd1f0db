"""Read `dateline.yml`, in which a site says what its form is like.

The file is optional; `docs/dateline-yml.md` describes it. Nothing that stands in it can stop the
form: a wrong setting gets a sentence with its line, and the rest goes on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from editor.post.yaml_nodes import Node
from editor.post.yaml_nodes import Sequence as SequenceNode
from editor.post.yaml_text import NotYaml, parse
from editor.site.folders import Site
from editor.site.images_habits import FOLDER, ImageHabits
from editor.site.merging import named
from editor.site.post_templates import PostTemplate
from editor.site.site_form_fields import DeclaredField, read_fields
from editor.site.site_form_reading import (
    FormProblem,
    SettingsReader,
    WrongSetting,
    count_in,
    name_in,
    names_in,
    text_in,
    value_in,
    yes_or_no_in,
)
from editor.site.yaml_file import UnreadableFile, read_text

FILE_NAME: Final = "dateline.yml"
_IMAGE_NAMES: Final = ("md5", "sha1", "sha256", "name")


@dataclass(frozen=True, slots=True)
class SiteForm:
    """Hold what a site says of its form.

    Attributes:
        fields: the fields of all posts, in the order of the form.
        layouts: further fields of the posts of a layout, by its name.
        order: the keys that come first in the form, in their order.
        templates: the templates of new posts.
        images: where pictures go and how they are called; None where the posts teach it.
        authors: the data file with the authors, relative to the site; "" for the usual ones.
        alt_key: the field that holds a picture's words; "" for what the posts teach.
        problems: what is wrong with the file.
    """

    fields: tuple[DeclaredField, ...] = ()
    layouts: Mapping[str, tuple[DeclaredField, ...]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    templates: tuple[PostTemplate, ...] = ()
    images: ImageHabits | None = None
    authors: str = ""
    alt_key: str = ""
    problems: tuple[FormProblem, ...] = ()


def load_site_form(site: Site) -> SiteForm:
    """Read the file of a site; one without it says nothing."""
    path = site.root / FILE_NAME
    if not path.is_file() or not site.contains(path):
        return SiteForm()
    try:
        return read_site_form(read_text(path))
    except UnreadableFile as error:
        return SiteForm(problems=(FormProblem(1, str(error)),))


def read_site_form(text: str) -> SiteForm:
    """Read the text of a `dateline.yml`."""
    try:
        root = parse(text).root
    except NotYaml as error:
        line = text.count("\n", 0, error.at) + 1
        words = f": {error.problem}" if error.problem else ""
        return SiteForm(problems=(FormProblem(line, f"This is no valid YAML{words}."),))
    if root is None:
        return SiteForm()
    reader = SettingsReader(text)
    found = reader.settings(
        root,
        FILE_NAME,
        {
            "fields": lambda node: read_fields(reader, node, "“fields”"),
            "layouts": lambda node: _layouts(reader, node),
            "order": names_in,
            "templates": lambda node: _templates(reader, node),
            "images": lambda node: _images(reader, node),
            "authors": _path_in,
        },
    )
    images = found.pop("images", None)
    habits, alt_key = images if isinstance(images, tuple) else (None, "")
    return SiteForm(
        **found,
        images=habits,
        alt_key=alt_key,
        problems=tuple(reader.problems),
    )


def _layouts(reader: SettingsReader, node: Node) -> dict[str, tuple[DeclaredField, ...]]:
    return {
        key.text: _layout(reader, f"the layout “{key.text}”", value)
        for key, value in reader.pairs(node, "“layouts”")
    }


def _layout(reader: SettingsReader, where: str, node: Node) -> tuple[DeclaredField, ...]:
    readers = {"fields": lambda inner: read_fields(reader, inner, where)}
    fields: tuple[DeclaredField, ...] = reader.settings(node, where, readers).get("fields", ())
    return fields


def _templates(reader: SettingsReader, node: Node) -> tuple[PostTemplate, ...]:
    if not isinstance(node, SequenceNode):
        raise WrongSetting("should be a list of templates, each with a name.")
    templates: list[PostTemplate] = []
    for item in node.items:
        found = reader.settings(
            item,
            "a template",
            {
                "name": name_in,
                "layout": name_in,
                "fields": lambda inner: named(value_in(inner)),
                "body": text_in,
                "draft": yes_or_no_in,
            },
        )
        if "name" not in found:
            reader.complain(item, "This template has no “name”.")
            continue
        found["is_draft"] = found.pop("draft", False)
        templates.append(PostTemplate(**found))
    return tuple(templates)


def _images(reader: SettingsReader, node: Node) -> tuple[ImageHabits, str]:
    found = reader.settings(
        node,
        "“images”",
        {
            "folder": _path_in,
            "name": _image_name_in,
            "slash": yes_or_no_in,
            "widest": count_in,
            "alt": name_in,
        },
    )
    alt_key = str(found.pop("alt", ""))
    found.setdefault("folder", FOLDER)
    return ImageHabits(**found), alt_key


def _path_in(node: Node) -> str:
    """Read a path that stays in the site."""
    path = PurePosixPath(name_in(node).strip("/"))
    if ".." in path.parts or "\\" in str(path) or path == PurePosixPath():
        raise WrongSetting("should be a path in the site.")
    return str(path)


def _image_name_in(node: Node) -> str:
    name = name_in(node)
    has_name = any(f"{{{part}}}" in name for part in _IMAGE_NAMES)
    if "/" in name or not has_name or not name.endswith(".{ext}"):
        raise WrongSetting("should hold {md5}, {sha1}, {sha256} or {name}, and end with “.{ext}”.")
    return name
