"""Fill in the template of a new post."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from editor.post.dates import written_form
from editor.post.errors import EditRefused
from editor.post.field_values import Literal, NewValue, Value
from editor.post.front_matter import FrontMatter
from editor.post.slugs import file_slug

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_CARET: Final = "{caret}"


@dataclass(frozen=True, slots=True)
class PostTemplate:
    """Hold what a kind of post begins with.

    Attributes:
        name: what a writer calls it.
        layout: the layout of the site; "" leaves it to the config.
        fields: the front matter in order; texts may hold placeholders.
        body: the text; it may hold placeholders too.
        is_draft: whether a post begins among the drafts.
    """

    name: str
    layout: str = ""
    fields: Mapping[str, Value] = field(default_factory=dict)
    body: str = ""
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class NewPostFacts:
    """Hold what the placeholders stand for.

    Attributes:
        title: the title.
        when: this moment, in the site's zone.
        author: whoever writes; "" for nobody yet.
    """

    title: str
    when: datetime
    author: str = ""


@dataclass(frozen=True, slots=True)
class FilledTemplate:
    """Hold the whole text of a new post, and where in its body the writing begins."""

    text: str
    caret: int


def filled(template: PostTemplate, facts: NewPostFacts) -> FilledTemplate:
    """Write the first version of a post.

    The front matter holds the title, the layout and, but for a draft, the date, unless the
    template places them itself; then the template's other fields.
    """
    names = _names(template, facts)
    front_matter = FrontMatter.empty()
    for key, value in _with_usual(template, facts).items():
        try:
            front_matter = front_matter.put(key, _filled_value(value, names))
        except EditRefused:
            continue  # a key that YAML cannot hold: the rest of the template is still worth having
    body = _filled_text(template.body, names)
    before, mark, after = body.partition(_CARET)
    caret = len(before) if mark else len(body)
    return FilledTemplate(f"{front_matter.text}\n{before}{after}", caret)


def _with_usual(template: PostTemplate, facts: NewPostFacts) -> dict[str, Value]:
    usual: dict[str, Value] = {}
    if template.layout and "layout" not in template.fields:
        usual["layout"] = template.layout
    if "title" not in template.fields:
        usual["title"] = "{title}"
    if "date" not in template.fields and not template.is_draft:
        usual["date"] = "{now}"
    if facts.author and "author" not in template.fields:
        usual["author"] = "{author}"
    return {**usual, **template.fields}


def _names(template: PostTemplate, facts: NewPostFacts) -> dict[str, str]:
    when = facts.when
    return {
        "title": facts.title,
        "slug": file_slug(facts.title),
        "now": written_form(when),
        "today": when.date().isoformat(),
        "year": f"{when.year:04d}",
        "month": f"{when.month:02d}",
        "day": f"{when.day:02d}",
        "author": facts.author,
        "layout": template.layout,
    }


def _filled_value(value: Value, names: Mapping[str, str]) -> NewValue:
    if isinstance(value, str):
        text = _filled_text(value, names)
        return Literal(text) if value in ("{now}", "{today}") else text
    if isinstance(value, list):
        return [_filled_value(item, names) for item in value]
    if isinstance(value, dict):
        return {key: _filled_value(part, names) for key, part in value.items()}
    return Literal("") if value is None else value


def _filled_text(text: str, names: Mapping[str, str]) -> str:
    """Put names in; what a title itself holds in braces is not looked at again."""
    return _PLACEHOLDER.sub(lambda found: names.get(found[1], found[0]), text)
