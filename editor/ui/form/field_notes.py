"""Choose what the line under a field says: the most urgent thing, and what mends it."""

from dataclasses import dataclass

from editor.post.field_edits import Cure
from editor.post.field_values import same
from editor.post.form_field import FormField
from editor.ui.form.doubts import Doubt

_SIGN = "⚠\ufe0e"  # as a sign of text, not as a coloured picture


@dataclass(slots=True)
class FieldNotes:
    """Hold all that there is to say under a field.

    Attributes:
        refusal: Why the last edit was not taken.
        problem: What is wrong with the value as it stands.
        remedies: What mends that.
        hint: Something calm.
        doubt: What is unlike the rest of the site.
    """

    refusal: str = ""
    problem: str = ""
    remedies: tuple[Cure, ...] = ()
    hint: str = ""
    doubt: Doubt | None = None

    def is_urgent(self, shown: FormField | None) -> bool:
        """Tell whether the line is a warning."""
        return bool(self.refusal or self.problem or (shown and shown.warning))

    def text(self, shown: FormField | None) -> str:
        """Give the line."""
        urgent = self.refusal or self.problem or (shown.warning if shown else "")
        if urgent:
            return f"{_SIGN} {urgent}"
        return self.doubt.sentence if self.doubt is not None else self._calm(shown)

    def spoken(self, shown: FormField | None) -> str:
        """Give what a screen reader says with the input: the line, and what is seen greyed."""
        is_greyed = shown is not None and shown.is_inherited
        greyed = f"{shown.inherited_words}. " if shown is not None and is_greyed else ""
        return f"{greyed}{self.text(shown)}"

    def cures(self, shown: FormField | None) -> list[Cure]:
        """Give the cures of what the line says."""
        if self.refusal or shown is None:
            return []
        if self.problem:
            return list(self.remedies)
        if shown.warning:
            return [shown.cure] if shown.cure is not None else []
        return [self.doubt.cure] if self.doubt is not None else []

    def _calm(self, shown: FormField | None) -> str:
        """Give the hint, or in place of the usual help where the value comes from."""
        if shown is None or not shown.inherited_words or shown.inherited is None:
            return self.hint
        if self.hint not in ("", shown.spec.help):
            return self.hint
        source = shown.inherited.source
        if shown.is_inherited:
            return source
        is_same = same(shown.inherited.value, shown.value)
        return self.hint if is_same else f"{source}: {shown.inherited_words}"
