"""Put what Jekyll makes of a file into a line: for people and scripts, or as JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from editor.post.dates import DateProblem
from editor.post.field_values import Value
from editor.post.ruby.text import ruby_text
from editor.site.documents import SiteDocument
from editor.site.folders import Site
from editor.site.jekyll_reading import PostFacts, name_read
from editor.site.pages import SitePage
from editor.site.placement import Role, placement_of
from editor.site.shown_names import visible
from editor.site.verdict import Verdict

_DOCUMENTS = frozenset({Role.POST, Role.DRAFT, Role.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Judged:
    """Hold a file and the verdict on it.

    Attributes:
        path: the file, as it was named.
        site: its site.
        facts: what it says.
        verdict: what becomes of it.
        now: the moment of the build.
    """

    path: Path
    site: Site
    facts: PostFacts
    verdict: Verdict
    now: datetime

    @property
    def url(self) -> str:
        """Its address; empty where it has none."""
        return "" if self.verdict.address is None else self.verdict.address.url

    @property
    def date(self) -> str:
        """Its moment on the clock of the site; empty where it has none."""
        when = self.verdict.when
        return "" if when is None else when.isoformat(timespec="seconds")

    @property
    def reason(self) -> str:
        """Why it does not show, or what may surprise."""
        return " ".join((self.verdict.reason, *self.verdict.notes)).strip()


def as_text(judged: Judged) -> str:
    """Give path, URL, date, `shown` or `hidden`, and why, set apart by tabs."""
    answer = "shown" if judged.verdict.shows else "hidden"
    shown = (visible(str(judged.path)), visible(judged.url), judged.date, answer)
    return "\t".join((*shown, visible(judged.reason)))


def as_json(judged: Judged) -> str:
    """Give an object on one line; what there is not is null, or an empty list."""
    data = _data(judged)
    told: dict[str, str | bool | list[str] | None] = {
        "path": str(judged.path),
        "url": judged.url or None,
        "date": judged.date or None,
        "shown": judged.verdict.shows,
        "state": judged.verdict.state.value,
        "reason": judged.reason,
        "title": _text(data.get("title")),
        "layout": _text(data.get("layout")),
        "categories": _texts(data.get("categories")),
        "tags": _texts(data.get("tags")),
    }
    line = json.dumps(told, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        # Bytes of a name or a text that are no UTF-8 stand in it as escapes.
        return json.dumps(told)
    return line


def _data(judged: Judged) -> Mapping[str, Value | datetime]:
    """Give what templates see of a file, as far as Jekyll reads it."""
    placement = placement_of(judged.path, judged.site)
    facts = judged.facts
    if placement.role is Role.PAGE:
        return SitePage(judged.path, placement.relative, facts, judged.site).data
    if placement.role not in _DOCUMENTS or name_read(placement) is None:
        return facts.values
    try:
        return SiteDocument.read(judged.path, placement, facts, judged.site, judged.now).data
    except DateProblem:
        return facts.values


def _text(value: Value | datetime) -> str | None:
    return None if value is None or value is False else _ruby(value)


def _texts(value: Value | datetime) -> list[str]:
    listed = value if isinstance(value, list) else []
    return list(dict.fromkeys(_ruby(each) for each in listed))


def _ruby(value: Value | datetime) -> str:
    return value.isoformat() if isinstance(value, datetime) else ruby_text(value)
