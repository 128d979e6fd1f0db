"""Put the verdict on a post, what else is off, and the cure into the words of the line."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from editor.post.dates import DateProblem, PostDate, read_date, written_form
from editor.post.field_values import JekyllTime, Literal
from editor.post.file_names import parse
from editor.site.collisions import other_at
from editor.site.cures import Cure, Patient, Remedy, cure_for, cure_for_surprise, numbered_name
from editor.site.post_head import facts_of_post
from editor.site.post_list import PostSummary
from editor.site.verdict import State, Verdict
from editor.site.visibility import verdict_of
from editor.ui.verdict_line import ShownVerdict
from editor.ui.verdict_words import (
    shown_verdict,
    with_collision,
    with_cure,
    with_date_note,
    zone_words,
)

_HAS_ADDRESS = frozenset({State.SHOWN, State.LATER, State.DRAFT})


def judged(
    patient: Patient, posts: Iterable[PostSummary], pages: Mapping[str, Path]
) -> tuple[ShownVerdict, Cure | None]:
    """Judge a post as the site's own Jekyll would, and find what one click can do about it.

    Args:
        patient: the post.
        posts: the posts of its site, one of which may have the same address.
        pages: the other pages by the file that each is written to.
    """
    site, now = patient.site, patient.now
    verdict = verdict_of(patient.path, facts_of_post(patient.post, patient.modified), site, now)
    shown = shown_verdict(verdict, zone_words(site.config.timezone), now)
    accident = _accident(shown, patient)
    if accident is not None:
        return accident
    other = _other(verdict, patient, posts, pages)
    if other is not None:
        cure = Cure("Rename it…", Remedy.STEP, "rename", numbered_name(patient.path))
        return with_collision(shown, site.display_path(other), cure.words), cure
    found = cure_for(verdict, patient) or cure_for_surprise(verdict, patient)
    return with_cure(shown, verdict, found.words if found is not None else ""), found


def _accident(shown: ShownVerdict, patient: Patient) -> tuple[ShownVerdict, Cure] | None:
    """Say that a time without its zone counts as UTC, and offer to write the zone."""
    value, read = patient.values.get("date"), _date_read(patient)
    if read is None or shown.tone == "bad" or not isinstance(value, JekyllTime):
        return None
    name = parse(patient.path.name)
    noted, is_curable = with_date_note(shown, read, name.date if name is not None else None)
    if not is_curable:
        return None
    meant = value.instant.replace(tzinfo=patient.site.config.zone)
    return noted, Cure(noted.cure, Remedy.FIELD, "date", Literal(written_form(meant)))


def _other(
    verdict: Verdict, patient: Patient, posts: Iterable[PostSummary], pages: Mapping[str, Path]
) -> Path | None:
    """Find another file that is written to the same place."""
    if verdict.address is None or verdict.state not in _HAS_ADDRESS:
        return None
    return other_at(verdict.address, patient.path, posts, pages)


def _date_read(patient: Patient) -> PostDate | None:
    front_matter = patient.post.front_matter
    if front_matter is None or front_matter.value("date") is None:
        return None
    try:
        spelling = front_matter.spelling("date").text
        zone = patient.site.config.zone
        return read_date(front_matter.value("date"), zone, spelling=spelling)
    except DateProblem:
        return None
