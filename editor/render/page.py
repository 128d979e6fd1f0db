"""Write what stands above the text in the reading style: title, by-line and hero image."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from html import escape
from pathlib import PurePosixPath

from editor.post.field_values import JekyllTime
from editor.render.request import RenderRequest
from editor.site.served_files import ServedFiles

_MONTHS = """
January February March April May June July August September October November December
""".split()  # noqa: SIM905  # twelve names read best in a row
_IMAGE_KEYS = ("image", "cover", "hero", "header", "feature_image", "featured_image", "thumbnail")
_INNER_KEYS = ("path", "src", "url", "image", "teaser", "feature")
_ALT_KEYS = ("image_alt", "alt", "image_description", "caption")
# Where themes keep the pictures that a post names without a folder.
_IMAGE_FOLDERS = ("", "assets/images", "assets/img", "images", "img", "assets", "uploads")
_EMPHASIS = re.compile(r"(?<![\w*_])(\*\*?|__?)(?=\S)(.+?)(?<=\S)\1(?![\w*_])")
_CODE = re.compile(r"`([^`]+)`")
_SAMPLE = 4000
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def head_html(request: RenderRequest) -> str:
    """Give the title, the by-line and the image; empty for a post that has none of them."""
    values = request.front_matter
    parts: list[str] = []
    if request.title.strip():
        parts.append(f'<h1 class="dl-title">{title_html(request.title)}</h1>')
    if byline := _byline(request):
        parts.append(f'<p class="dl-byline">{escape(byline)}</p>')
    if picture := _image_of(values):
        parts.append(_figure(picture, _first_text(values, _ALT_KEYS), request.site_root))
    if not parts:
        return ""
    return f'<header class="dl-head">{"".join(parts)}</header>\n'


def title_html(title: str) -> str:
    """Give a title as HTML, with its emphasis and code set as such."""
    html = _CODE.sub(r"<code>\1</code>", escape(title.strip(), quote=False))
    return _EMPHASIS.sub(_emphasised, html)


def language_of(values: Mapping[str, object]) -> str:
    """Give the post's language where its front matter says it as a tag, else nothing."""
    language = _first_text(values, ("lang", "language", "locale")).replace("_", "-")
    return language if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", language) else ""


def direction_of(values: Mapping[str, object], text: str) -> str:
    """Give "rtl" or "ltr": what the post says, else what most of its letters are."""
    said = _first_text(values, ("dir", "direction")).lower()
    if said in {"ltr", "rtl"}:
        return said
    balance = 0
    sample = text[:_SAMPLE]
    for character in "" if sample.isascii() else sample:
        kind = unicodedata.bidirectional(character)
        balance += (kind in _RIGHT_TO_LEFT) - (kind == "L")
    return "rtl" if balance > 0 else "ltr"


def _emphasised(match: re.Match[str]) -> str:
    tag = "em" if len(match[1]) == 1 else "strong"
    return f"<{tag}>{match[2]}</{tag}>"


def _byline(request: RenderRequest) -> str:
    values = request.front_matter
    authors = _listed(_texts(values.get("author")) or _texts(values.get("authors")))
    categories = _texts(values.get("categories")) or _texts(values.get("category"))
    parts = (f"By {authors}" if authors else "", _day(request), ", ".join(categories))
    return " · ".join(part for part in parts if part)


def _day(request: RenderRequest) -> str:
    day: object = request.when or request.front_matter.get("date")
    if isinstance(day, JekyllTime):
        day = day.instant
    if isinstance(day, (date, datetime)):
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    named = re.match(r"(\d{4})-(\d{2})-(\d{2})", str(day or PurePosixPath(request.path).name))
    if named is None or not 1 <= int(named[2]) <= len(_MONTHS):
        return ""
    return f"{int(named[3])} {_MONTHS[int(named[2]) - 1]} {named[1]}"


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, Mapping):
        return _texts(value.get("name"))
    if isinstance(value, Iterable):
        return [text for item in value for text in _texts(item)]
    return []


def _listed(names: list[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def _first_text(values: Mapping[str, object], keys: Iterable[str]) -> str:
    for key in keys:
        value = values.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
    image = values.get("image")
    return _first_text(image, keys) if isinstance(image, Mapping) else ""


def _image_of(values: Mapping[str, object]) -> str:
    for key in _IMAGE_KEYS:
        value = values.get(key)
        if isinstance(value, Mapping):
            value = next((value[inner] for inner in _INNER_KEYS if inner in value), None)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def _figure(picture: str, alt: str, site_root: str | None) -> str:
    source = _existing(picture, site_root)
    if source is None:
        return (
            '<p class="dl-hero"><span class="dl-elsewhere"><b>Image</b> '
            f"{escape(picture)} is not in the site</span></p>"
        )
    return f'<p class="dl-hero"><img src="{escape(source)}" alt="{escape(alt)}"></p>'


def _existing(picture: str, site_root: str | None) -> str | None:
    if site_root is None or "//" in picture or "{" in picture:
        return picture
    files = ServedFiles(site_root)
    for folder in _IMAGE_FOLDERS:
        path = "/" + "/".join(part for part in (folder, picture.lstrip("/")) if part)
        if files.find(path) is not None:
            return path
    return None
