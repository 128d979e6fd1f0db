"""Leads the open post through its life: asks, shows what will change, does it, undoes it."""

from PySide6.QtCore import QObject

from editor.services.life_service import MakePlan
from editor.services.session import Change, Origin
from editor.site.folders import Site
from editor.site.placement import Role, placement_of
from editor.site.post_head import facts_of_post
from editor.site.publishing.plan import Plan
from editor.site.taxonomy import NoCategories, categories_of
from editor.site.verdict import State
from editor.site.visibility import verdict_of
from editor.ui.appearance import writing_font
from editor.ui.life.following import follow
from editor.ui.life.plan_dialog import PlanDialog
from editor.ui.life.steps import STEPS, Step, Subject
from editor.ui.notice_bar import Notice
from editor.ui.surroundings import Surroundings

_UNDO = "undo_step"
_CLOSE = "close_step"


class LifePresenter(QObject):
    """Join the actions of a post's life to the service that carries them out."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._life = around.parts.life
        self._dialog: PlanDialog | None = None
        self._site: Site | None = None
        self._subject: Subject | None = None
        self._step: Step | None = None
        self._plan: Plan | None = None
        for name in STEPS:
            around.actions[name].triggered.connect(self._on_action)
        around.actions[_UNDO].triggered.connect(self.undo)
        around.commands.step_wanted.connect(self.begin)
        around.notices.answered.connect(self._on_answered)
        around.commands.opened.connect(self._on_opened)
        around.parts.places.place_changed.connect(self._show_actions)
        around.parts.sites.site_changed.connect(self._show_actions)
        around.parts.session.post_changed.connect(self._on_post_changed)
        self._life.planned.connect(self._on_planned)
        self._life.refused.connect(self._on_refused)
        self._life.done.connect(self._on_done)
        self._life.failed.connect(self._on_failed)
        self._life.finished.connect(self._on_finished)
        self._show_actions()

    def begin(self, name: str, start: str = "") -> None:
        """Begin a step with the open post, which is saved first.

        Args:
            name: of the step.
            start: what stands in the line first, where it is not what the step begins with.
        """
        session, is_new = self._around.parts.session, self._around.parts.session.path is None
        if self._dialog is not None or not self._is_saved(name):
            return
        if is_new and name == "publish":
            # It was saved among the posts, and that is all there is to it.
            return
        site, path = self._around.parts.sites.site, session.path
        if site is None or path is None:
            self._around.commands.tell("This post belongs to no Jekyll site.", "Save it in one.")
            return
        proposed = self._around.parts.places.place.rename
        self._site = site
        self._subject = Subject(path, site, proposed, self._categories())
        self._step = step = STEPS[name]
        if not step.heading:
            self.do_at_once(site, step.plan(self._subject, ""))
            return
        self._open(step, self._subject, start or step.start(self._subject))

    def do_at_once(self, site: Site, make: MakePlan) -> None:
        """Plan something in a site and carry it out, without showing the plan first."""
        self._site = site
        self._life.plan(site, make)

    def undo(self) -> None:
        """Take back the last step, whichever post it was."""
        plan, session = self._life.last, self._around.parts.session
        if plan is None:
            return
        self._around.commands.words_wanted.emit()
        if session.path == plan.post.to and session.is_modified():
            self._around.commands.tell(
                "The last step was not undone.",
                "You have written in this post since. Save or undo that first.",
            )
            return
        self._life.undo()

    def _is_saved(self, name: str) -> bool:
        """Save what is not saved yet; a new post that is scheduled begins as a draft."""
        commands, session = self._around.commands, self._around.parts.session
        commands.words_wanted.emit()
        if session.path is None and name == "schedule":
            return commands.save_draft()
        return commands.save() if session.path is None or session.is_modified() else True

    def _categories(self) -> tuple[str, ...]:
        front_matter = self._around.parts.session.post.front_matter
        try:
            return tuple(categories_of((), {}, front_matter.values if front_matter else {}))
        except NoCategories:
            return ()

    def _open(self, step: Step, subject: Subject, start: str) -> None:
        settings = self._around.parts.store.settings
        font = writing_font(settings.writing_font, settings.writing_size - 1)
        theme, window = self._around.parts.appearance.theme, self._around.window
        dialog = self._dialog = PlanDialog(step, subject.path.name, theme, font, window)
        dialog.typed.connect(self._on_typed)
        dialog.agreed.connect(self._on_agreed)
        dialog.finished.connect(self._on_closed)
        dialog.begin(start)

    def _on_action(self) -> None:
        self.begin(self.sender().objectName())

    def _on_typed(self, typed: str) -> None:
        self._plan = None
        if self._step is not None and self._subject is not None:
            self._life.plan(self._subject.site, self._step.plan(self._subject, typed))

    def _on_planned(self, plan: Plan) -> None:
        self._plan = plan
        if self._site is None:
            return
        if self._dialog is not None:
            self._dialog.show_plan(plan, self._site)
        else:
            self._life.carry_out(self._site, plan)

    def _on_refused(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.show_refusal(sentence)
        else:
            self._around.commands.tell("Nothing was changed.", sentence)

    def _on_agreed(self) -> None:
        if self._plan is not None and self._site is not None:
            self._life.carry_out(self._site, self._plan)

    def _on_failed(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.show_refusal(sentence)
        else:
            self._around.commands.tell("Nothing was changed.", sentence)

    def _on_done(self, plan: Plan) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        follow(self._around, plan)
        self._say(plan.sentence)

    def _on_finished(self, plan: Plan) -> None:
        """Tell of a step that a crash had cut off."""
        self._around.parts.sites.refresh()
        self._say(f"The last step was cut off, and is finished now. {plan.sentence}")

    def _say(self, sentence: str) -> None:
        self._show_actions()
        buttons = ((_UNDO, "Undo"), (_CLOSE, "Close")) if self._life.last else ((_CLOSE, "Close"),)
        self._around.notices.set_notice("step", Notice(sentence, "calm", buttons))

    def _on_answered(self, name: str) -> None:
        if name == _UNDO:
            self.undo()
        elif name == _CLOSE:
            self._around.notices.set_notice("step", None)

    def _on_opened(self) -> None:
        self._around.notices.set_notice("step", None)

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._life.forget()
            self._dialog.deleteLater()
            self._dialog = None

    def _shows(self) -> bool:
        """Tell whether the open post is on the site as it is: then it cannot be published."""
        site, path = self._around.parts.sites.site, self._around.parts.session.path
        if site is None or path is None:
            return False
        facts = facts_of_post(self._around.parts.session.post)
        return verdict_of(path, facts, site, self._around.now()).state is State.SHOWN

    def _on_post_changed(self, change: Change) -> None:
        if change.origin is not Origin.TEXT:
            self._show_actions()

    def _show_actions(self) -> None:
        """Let those steps be chosen that can be done with the open post."""
        site, path = self._around.parts.sites.site, self._around.parts.session.path
        role = placement_of(path, site).role if site is not None and path is not None else None
        is_own = role in {Role.POST, Role.DRAFT}
        for name in STEPS:
            self._around.actions[name].setEnabled(role is not None)
        # A new post is published by being saved among the posts.
        self._around.actions["schedule"].setEnabled(is_own or path is None)
        self._around.actions["publish"].setEnabled(path is None or (is_own and not self._shows()))
        self._around.actions["unpublish"].setEnabled(role is Role.POST)
        self._around.actions[_UNDO].setEnabled(self._life.last is not None)
