"""Every step of a post's life that the window offers, as a table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from editor.post.dates import DateProblem, read_date
from editor.services.life_service import MakePlan
from editor.site.folders import Site
from editor.site.publishing.beginnings import plan_duplicate, plan_trash
from editor.site.publishing.plan import Plan, PlanRefused
from editor.site.publishing.steps import (
    plan_categories,
    plan_move_to,
    plan_publish,
    plan_rename,
    plan_unpublish,
)
from editor.site.publishing.workbench import Workbench

_MORNING = 6


@dataclass(frozen=True, slots=True)
class Subject:
    """Hold the post that a step is about.

    Attributes:
        path: its file.
        site: its site.
        proposed: the name that its changed title or date asks for; may be empty.
        categories: its own categories.
    """

    path: Path
    site: Site
    proposed: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Describe a step in words, what it asks for, and how it is planned.

    Attributes:
        heading: what the person is asked; `{name}` is the file's name.
        text: what it means.
        button: what the button does.
        label: what is to be typed; empty where nothing is.
        start: what stands there first.
        plan: gives the plan for what was typed.
    """

    heading: str
    text: str
    button: str
    plan: Callable[[Subject, str], MakePlan]
    label: str = ""
    start: Callable[[Subject], str] = lambda _: ""


def _publish(subject: Subject, _typed: str) -> MakePlan:
    return lambda bench: plan_publish(bench, subject.path)


def _schedule(subject: Subject, typed: str) -> MakePlan:
    def make(bench: Workbench) -> Plan:
        try:
            when = read_date(typed.strip(), subject.site.config.zone, now=bench.now).when
        except DateProblem as problem:
            raise PlanRefused(
                "This is no date that Jekyll reads. Write it as 2025-11-17 06:00."
            ) from problem
        return plan_publish(bench, subject.path, when)

    return make


def _unpublish(subject: Subject, _typed: str) -> MakePlan:
    return lambda bench: plan_unpublish(bench, subject.path)


def _duplicate(subject: Subject, _typed: str) -> MakePlan:
    return lambda bench: plan_duplicate(bench, subject.path)


def _rename(subject: Subject, typed: str) -> MakePlan:
    return lambda bench: plan_rename(bench, subject.path, typed.strip())


def _move(subject: Subject, typed: str) -> MakePlan:
    folder = subject.site.root / typed.strip().strip("/")
    return lambda bench: plan_move_to(bench, subject.path, folder)


def _categorize(subject: Subject, typed: str) -> MakePlan:
    names = [name.strip() for name in typed.split(",") if name.strip()]
    return lambda bench: plan_categories(bench, subject.path, names)


def _trash(subject: Subject, _typed: str) -> MakePlan:
    return lambda bench: plan_trash(bench, subject.path)


def _next_morning(subject: Subject) -> str:
    tomorrow = datetime.now(subject.site.config.zone) + timedelta(days=1)
    return f"{tomorrow.date()} {_MORNING:02d}:00"


def _folder(subject: Subject) -> str:
    return subject.site.display_path(subject.path.parent)


_FOLLOW = "Links to it follow, and nothing else in those files changes."

STEPS = {
    "publish": Step(
        "Publish “{name}”?",
        "It gets today’s date and moves to the posts. It is on the site after the next build.",
        "Publish",
        _publish,
    ),
    "schedule": Step(
        "Schedule “{name}”",
        "It shows at the first build after that moment, by the clock of the site.",
        "Schedule",
        _schedule,
        "Date and time",
        _next_morning,
    ),
    "unpublish": Step(
        "Unpublish “{name}”?",
        "It becomes a draft again. Its text stays as it is.",
        "Unpublish",
        _unpublish,
    ),
    "rename": Step(
        "Rename “{name}”",
        _FOLLOW,
        "Rename",
        _rename,
        "File name",
        lambda subject: subject.proposed or subject.path.name,
    ),
    "move": Step(
        "Move “{name}”",
        f"To another folder of the site; one that is missing is made. {_FOLLOW}",
        "Move",
        _move,
        "Folder",
        _folder,
    ),
    "categorize": Step(
        "Put “{name}” into other categories",
        f"On many sites that changes its address. {_FOLLOW}",
        "Change Categories",
        _categorize,
        "Categories, separated by commas",
        lambda subject: ", ".join(subject.categories),
    ),
    "duplicate": Step("", "", "", _duplicate),
    "trash": Step(
        "Move “{name}” to the trash?",
        "You can take it back at once with Undo Last Step, or later from the trash.",
        "Move to Trash",
        _trash,
    ),
}
"""The steps by the name of their action. The one without a heading is done unasked."""
