"""Say in a writer's words what is wrong with front matter, where, and what would help."""

import re
from dataclasses import dataclass

from editor.post.diagnosis import ProblemKind, diagnosed
from editor.post.edits.block import Block, read_block
from editor.post.edits.splices import Splice, applied
from editor.post.errors import EditRefused, Reason
from editor.post.quick_fixes import proposals
from editor.post.yaml_nodes import Mapping
from editor.post.yaml_text import NotYaml

_LINE_END = re.compile("\r\n|[\n\r]")
_FIELD = re.compile(r"[ \t]*(?:-[ \t]+)*([^\s:#\"'][^:#]*):")

# What is wrong, and what to do about it. {field} is the field's name in quotes, or "this line".
_SENTENCES: dict[ProblemKind, tuple[str, str]] = {
    "colon-in-value": (
        "The value of {field} holds a colon and a space, which begin a new field for YAML.",
        "Put the value in quotes.",
    ),
    "text-after-quote": (
        "Text goes on after the closing quote in {field}.",
        "Put the whole value in the other kind of quotes.",
    ),
    "text-after-list": (
        "Text goes on after the closing bracket in {field}.",
        "Move it into the brackets, or put the whole value in quotes.",
    ),
    "unclosed-quote": ("The quote that opens in {field} is never closed.", "Add the other quote."),
    "unclosed-list": (
        "The bracket that opens in {field} is never closed.",
        "Add the closing bracket, or put the whole value in quotes.",
    ),
    "missing-colon": (
        "This line is neither a field nor a part of one.",
        "Write it as “name: value”, or begin it with # to make it a remark.",
    ),
    "missing-space": ("There is no space after the colon of {field}.", "Put a space after it."),
    "merge-conflict": (
        "The marks of two versions that could not be joined stand here.",
        "Keep the lines you want and delete the marks.",
    ),
    "tab-indentation": (
        "A tab stands where YAML wants spaces.",
        "Replace the tab with two spaces.",
    ),
    "reserved-character": (
        "The value of {field} begins with a character that means something to YAML.",
        "Put the value in quotes.",
    ),
    "block-marker": (
        "The text after | or > in {field} must begin on the next line.",
        "Move it to the next line and indent it, or put the value in quotes.",
    ),
    "dash-after-key": (
        "The list of {field} must begin on a line of its own.",
        "Move the dash to the next line, or put the value in quotes.",
    ),
    "star-or-ampersand": (
        "The value of {field} begins with * or &, which mean something to YAML.",
        "Put the value in quotes.",
    ),
    "backslash": (
        "A backslash in {field} begins a sign that YAML does not know.",
        "Use single quotes, or write the backslash twice.",
    ),
    "indentation": (
        "This line is indented differently from the ones it belongs to.",
        "Give lines that belong together the same indentation.",
    ),
    "control-character": (
        "An invisible control character stands here, which YAML forbids.",
        "Delete it.",
    ),
    "undefined-alias": (
        "The value of {field} begins with *, which is a reference to something that is not there.",
        "Put the value in quotes.",
    ),
    "alias-in-itself": ("A reference here points into itself.", "Write the value out."),
    "not-a-mapping": (
        "The front matter is not made of fields.",
        "Write each field as “name: value”, with a space after the colon.",
    ),
    "more-documents": (
        "A line of three dashes ends the front matter here for Jekyll; what follows is ignored.",
        "Delete the line, or the fields after it.",
    ),
    "too-big": ("The front matter is too large or too deeply nested to edit as fields.", ""),
    "other": ("Jekyll cannot read the front matter from here on.", ""),
}
_REASONS: dict[ProblemKind, Reason] = {
    "not-a-mapping": "not-a-mapping",
    "more-documents": "more-documents",
}


@dataclass(frozen=True, slots=True)
class FrontMatterProblem:
    """Hold why front matter cannot be edited as fields.

    Attributes:
        kind: What is wrong, for the code that shows it.
        message: A sentence for the writer.
        line: The line of the file, from 1.
        column: The character of the line, from 1.
        hint: What to do about it; may be empty.
        quick_fix: A splice of the front matter's text after which it can be read.
        fix_label: What the quick fix does, for a button; empty where there is none.
        at: The offset in the front matter's text.
    """

    kind: ProblemKind
    message: str
    line: int
    column: int
    hint: str
    quick_fix: Splice | None
    fix_label: str
    at: int

    def refusal(self) -> EditRefused:
        """Give the error for an edit of such front matter."""
        reason = _REASONS.get(self.kind, "yaml-syntax")
        return EditRefused(reason, f"Line {self.line}: {self.message}")


def problem_with(text: str, error: NotYaml) -> FrontMatterProblem:
    """Explain why a front-matter block could not be read."""
    return _problem(text, *diagnosed(text, error))


def problem_in(block: Block) -> FrontMatterProblem | None:
    """Find what makes a readable block unfit to be edited as fields."""
    found = _unfit(block)
    return _problem(block.text, *found) if found else None


def _unfit(block: Block) -> tuple[ProblemKind, int] | None:
    document = block.document
    if document.second is not None:
        return "more-documents", document.second
    if document.root is not None and not isinstance(document.root, Mapping):
        return "not-a-mapping", document.root.start
    if document.undefined is not None:
        return "undefined-alias", document.undefined
    return None


def _problem(text: str, kind: ProblemKind, at: int) -> FrontMatterProblem:
    before = _LINE_END.split(text[:at])
    line = before[-1] + _LINE_END.split(text[at:], maxsplit=1)[0]
    field = _FIELD.match(line)
    message, hint = _SENTENCES[kind]
    fix, label = _quick_fix(text, kind, at)
    return FrontMatterProblem(
        kind,
        message.format(field=f"“{field[1].rstrip()}”" if field else "this line"),
        len(before),
        len(before[-1]) + 1,
        hint,
        fix,
        label,
        at,
    )


def _quick_fix(text: str, kind: ProblemKind, at: int) -> tuple[Splice | None, str]:
    """Find the first proposal after which the whole block can be read."""
    for label, splice in proposals(text, kind, at):
        try:
            block = read_block(applied(text, [splice]))
        except NotYaml:
            continue
        if block is not None and _unfit(block) is None:
            return splice, label
    return None, ""
