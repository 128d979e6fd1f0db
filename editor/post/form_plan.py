"""Say which fields a form has for the posts of one kind, before it sees a post."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from editor.post.field_specs import HOUSE_FIELDS, FieldSpec, spec_for
from editor.post.field_values import Value


@dataclass(frozen=True, slots=True)
class Inherited:
    """Hold a value that a post gets without saying so, and where it comes from, in words."""

    value: Value
    source: str


@dataclass(frozen=True, slots=True)
class FormPlan:
    """Hold what a site has taught the form.

    Attributes:
        order: The keys that every post of the kind has in the form, from top to bottom.
        specs: What is known of keys beyond what every form knows.
        inherited: What the site's config gives to such a post.
        alt_key: The key that says in words what the image shows.
        file_order: The keys as the site's files usually have them.
        hidden: The keys that the form leaves to the raw front matter.
    """

    order: tuple[str, ...] = tuple(spec.key for spec in HOUSE_FIELDS)
    specs: Mapping[str, FieldSpec] = field(default_factory=dict)
    inherited: Mapping[str, Inherited] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    alt_key: str = "image_alt"
    file_order: tuple[str, ...] = ()

    def place_of(self, key: str, keys: Sequence[str]) -> str | None:
        """Give the key of a file after which a new one usually stands; None where none is known.

        Args:
            key: The new key.
            keys: The keys of the file.
        """
        if key not in self.file_order:
            return None
        above = self.file_order[: self.file_order.index(key)]
        return next((each for each in reversed(above) if each in keys), None)

    def spec_for(self, key: str) -> FieldSpec:
        """Give what is known of a key."""
        return self.specs.get(key) or spec_for(key)


HOUSE_PLAN = FormPlan()
"""What holds where no site has taught the form anything."""
