"""Read front matter, and change one field of it without touching anything else.

The text is never made anew: an edit is a few splices of the old text, and it holds only after the
result was parsed and nothing but the wanted change was found in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from editor.post import front_matter_edits as edits
from editor.post.edits.block import Block, Entry, read_block
from editor.post.edits.keys import comments_above
from editor.post.edits.splices import Splice, applied
from editor.post.errors import EditRefused
from editor.post.field_values import Literal, NewValue, Value
from editor.post.problems import FrontMatterProblem, problem_in, problem_with
from editor.post.spellings import Spelling, spelling_of
from editor.post.yaml_text import NotYaml
from editor.post.yaml_writing import unquoted_spelling


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Hold a front-matter block and what its fields are to Jekyll.

    An edit gives new front matter or raises EditRefused; nothing but the field changes. It is
    refused with `yaml-syntax`, `not-a-mapping` or `more-documents` where there is a problem, with
    `missing-key` where the key is not there, and with `not-verified` where nothing can be written
    that changes only what it should.

    Attributes:
        text: The whole block, both fence lines with their line ends included, exact.
        entries: The fields in file order, duplicates included.
        problem: Why the fields cannot be edited; None where they can.
        values: What Jekyll reads; of equal keys the last counts.
        splices: What the last edit replaced in the text before it, in code points.
    """

    text: str
    entries: tuple[Entry, ...] = field(compare=False, repr=False)
    problem: FrontMatterProblem | None = field(compare=False)
    values: dict[str, Value] = field(compare=False)
    splices: tuple[Splice, ...] = field(compare=False, default=())
    _block: Block | None = field(compare=False, repr=False, default=None)

    @classmethod
    def read(cls, text: str) -> "FrontMatter":
        """Read a block that goes from fence to fence.

        Raises:
            ValueError: The text is not exactly one block.
        """
        try:
            block = read_block(text)
        except NotYaml as error:
            return cls(text, (), problem_with(text, error), {})
        if block is None:
            raise ValueError("the text is not one block from fence to fence")
        return cls._of(block)

    @classmethod
    def empty(cls, newline: str = "\n") -> "FrontMatter":
        """Give front matter without fields."""
        return cls.read(f"---{newline}---{newline}")

    @classmethod
    def _of(cls, block: Block, splices: tuple[Splice, ...] = ()) -> "FrontMatter":
        problem = problem_in(block)
        return cls(block.text, block.entries, problem, block.values, splices, block)

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the keys in file order, each once."""
        return tuple(dict.fromkeys(entry.key for entry in self.entries))

    def has(self, key: str) -> bool:
        """Tell whether a key is there."""
        return any(entry.key == key for entry in self.entries)

    def value(self, key: str) -> Value:
        """Give what Jekyll reads under a key; None where it is absent or empty."""
        return self.values.get(key)

    def spelling(self, key: str) -> Spelling:
        """Give how the value that counts is written.

        Raises:
            EditRefused: The key is not there.
        """
        block = self._editable()
        entry = block.entries[edits.indices(block, key)[-1]]
        return spelling_of(self.text, entry.value_node)

    def set(self, key: str, new: NewValue) -> "FrontMatter":
        """Give a field another value, in the style of the old one.

        A list or a mapping is changed part by part where the old value is one too; else it is
        written as suits the file. Of equal keys the last is set.

        Args:
            key: A key that is there.
            new: A `str` is text and gets quotes where it needs them, a `Literal` is written as it
                is, a datetime must have a zone.

        Raises:
            EditRefused: Also with `anchor-in-use`, where another field repeats this value.
        """
        return self._edited(edits.set_value(self._editable(), key, new))

    def put(self, key: str, new: NewValue) -> "FrontMatter":
        """Set a field, or add it at the end where it is not there."""
        return self.set(key, new) if self.has(key) else self.insert(key, new)

    def set_date(self, key: str, when: datetime) -> "FrontMatter":
        """Give a field another date, written as the old one is.

        Where the old value is empty it gets `YYYY-MM-DD HH:MM:SS +ZZZZ`, which every Jekyll reads
        alike. A date with a zone is an instant and is converted to the zone that is written; one
        without is written as it is.

        Raises:
            EditRefused: Also with `date-spelling`, where the old value shows no way to write a
                date: `set(key, Literal(...))` then writes one of the caller's choice.
        """
        return self._edited(edits.set_date(self._editable(), key, when))

    def put_date(self, key: str, when: datetime) -> "FrontMatter":
        """Set a date, or add it at the end where it is not there; then it must have a zone."""
        if self.has(key):
            return self.set_date(key, when)
        return self.insert(key, Literal(unquoted_spelling(when)))

    def set_list(self, key: str, items: Sequence[NewValue]) -> "FrontMatter":
        """Give a field other items; the ones that stay keep their bytes.

        An item spelled like a wanted text stays even if it reads as a number. `tags: a b` stays a
        text as long as every tag is one word.

        Raises:
            EditRefused: As `set`.
        """
        return self._edited(edits.set_list(self._editable(), key, items))

    def insert(
        self, key: str, new: NewValue, *, before: str | None = None, after: str | None = None
    ) -> "FrontMatter":
        """Add a field: after the last one, or beside another.

        Raises:
            EditRefused: Also with `key-exists`, and with `flow-root` where the front matter is
                one mapping in braces.
        """
        return self._edited(edits.insert(self._editable(), key, new, before=before, after=after))

    def comments_above(self, key: str) -> tuple[str, ...]:
        """Give the comment lines right above a field, which move with it.

        Raises:
            EditRefused: The key is not there.
        """
        block = self._editable()
        return comments_above(block, edits.indices(block, key)[-1])

    def delete(self, key: str, *, with_comments: bool = False) -> "FrontMatter":
        """Remove a field with its lines; of equal keys all.

        Args:
            key: A key that is there.
            with_comments: Whether the comment lines right above it go too.

        Raises:
            EditRefused: Also with `anchor-in-use` and `flow-root`.
        """
        return self._edited(edits.delete(self._editable(), key, with_comments=with_comments))

    def rename(self, key: str, to: str) -> "FrontMatter":
        """Give a field another name, in the same quotes.

        Raises:
            EditRefused: Also with `key-exists`, `flow-root`, and `duplicate-key` where the key
                stands twice.
        """
        return self._edited(edits.rename(self._editable(), key, to))

    def move(self, key: str, index: int) -> "FrontMatter":
        """Move a field, with the comment lines right above it, to another place among the fields.

        Raises:
            EditRefused: Also with `duplicate-key`, `flow-root`, and `alias-order` where a
                reference would come before its anchor.
        """
        return self._edited(edits.move(self._editable(), key, index))

    def repaired(self) -> "FrontMatter":
        """Apply the quick fix of the problem.

        Raises:
            EditRefused: There is no problem, or no quick fix for it.
        """
        fix = self.problem.quick_fix if self.problem else None
        block = read_block(applied(self.text, [fix])) if fix else None
        if fix is None or block is None:
            raise EditRefused("yaml-syntax", "There is no quick repair for this front matter.")
        return self._of(block, (fix,))

    def _editable(self) -> Block:
        if self._block is None or self.problem is not None:
            sentence = "The front matter cannot be read."
            raise self.problem.refusal() if self.problem else EditRefused("yaml-syntax", sentence)
        return self._block

    def _edited(self, edited: edits.Edited) -> "FrontMatter":
        return self._of(edited.block, edited.splices)
