"""The plan of the form for the open post, worked out again when its site or its layout changes."""

from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from editor.post.field_specs import FieldKind
from editor.post.field_values import Value
from editor.post.form_plan import HOUSE_PLAN, FormPlan, Inherited
from editor.services.site_service import SiteService
from editor.site.fields.inherited import inherited_values
from editor.site.fields.learned import LearnedFields
from editor.site.fields.plan import plan_for
from editor.site.site_form import FILE_NAME, SiteForm, load_site_form


class FormPlans:
    """Give plans, and keep what does not change from one key to the next."""

    def __init__(self, sites: SiteService) -> None:
        self._sites = sites
        self.site_form = SiteForm()
        self._inherited: tuple[Path | None, Mapping[str, Inherited]] = (None, {})
        self._known: tuple[object, FormPlan] = (None, HOUSE_PLAN)

    def renew(self) -> None:
        """Read again what the site says: it, or something in it, has changed."""
        site = self._sites.site
        self.site_form = load_site_form(site) if site is not None else SiteForm()
        self._inherited = (None, {})
        self._known = (None, HOUSE_PLAN)

    def plan(self, layout: Value, path: Path | None) -> FormPlan:
        """Give the plan for a post of a layout, at a path or, where that is None, a new one."""
        site = self._sites.site
        if site is None:
            return HOUSE_PLAN
        lies_at = path or site.posts_dir / "new.md"
        if self._inherited[0] != lies_at:
            self._inherited = (lies_at, inherited_values(site, lies_at))
        mark = (str(layout), type(layout), lies_at)
        if self._known[0] != mark:
            plan = plan_for(layout, self._learned(), self.site_form, self._inherited[1])
            self._known = (mark, plan)
        return self._known[1]

    def names_posts(self) -> bool:
        """Tell whether any field of the site names other posts."""
        learned = any(each.kind is FieldKind.POST for each in self._learned().all.fields)
        declared = (*self.site_form.fields, *chain(*self.site_form.layouts.values()))
        return learned or any(each.changes.get("kind") is FieldKind.POST for each in declared)

    def problems(self) -> list[str]:
        """Give the sentences about what the site says of its form, and of its authors."""
        contents = self._sites.contents
        about_authors = contents.vocabulary.problem if contents is not None else ""
        about_form = [
            f"{FILE_NAME}, line {problem.line}: {problem.sentence}"
            for problem in self.site_form.problems
        ]
        return [*about_form, about_authors] if about_authors else about_form

    def _learned(self) -> LearnedFields:
        contents = self._sites.contents
        return contents.vocabulary.fields if contents is not None else LearnedFields()
