"""Know what hangs on the text before while HTML is written: ids of headings, footnote numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from editor.render.kramdown.footnotes import FootnoteList
from editor.render.kramdown.heading_ids import IdCounter
from editor.render.kramdown.options import Options
from editor.render.kramdown.toc import TocEntry
from editor.render.kramdown.tree import Node

Question: TypeAlias = tuple[Literal["gfm id", "plain id", "footnote"], str]


@dataclass(slots=True)
class Piece:
    """A part of the text that is written by itself, and all that its HTML hangs on.

    ``headings`` wait for their ids from GFM, ``contents`` are those that the table of contents
    lists. ``answers`` are what ``questions`` about the text before brought when it was written:
    if they bring the same again, the HTML stands.
    """

    root: Node
    headings: list[Node] = field(default_factory=list)
    is_written: bool = False
    questions: list[Question] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    contents: list[TocEntry] = field(default_factory=list)
    has_place: bool = False  # for the table of contents or the footnotes: never kept


class Numbering:
    """Answers the questions of one piece after another, in the order of the text."""

    def __init__(self, options: Options, footnotes: FootnoteList) -> None:
        self._gfm, self._plain = IdCounter(options), IdCounter(options)
        self._footnotes = footnotes
        self._piece = Piece(Node("root"))
        self._known: Iterator[str] | None = None

    def turn_to(self, piece: Piece) -> bool:
        """Go on to ``piece``; tell whether it would be written as it was before."""
        stands = False
        self._known = None
        if piece.is_written and not piece.has_place:
            if not piece.questions:
                return True
            answers = [self._answer(question) for question in piece.questions]
            stands = answers == piece.answers
            piece.answers = answers
            self._known = iter(answers)
        else:
            piece.questions, piece.answers = [], []
        piece.is_written = True
        self._piece = piece
        if not stands:
            piece.contents = []
            for heading in piece.headings:
                heading.gfm_id = self.ask("gfm id", heading.id_text)
        return stands

    def ask(self, kind: Literal["gfm id", "plain id", "footnote"], name: str) -> str:
        """Return an id made from the text ``name``, or the mark of the footnote ``name``."""
        if self._known is not None:
            return next(self._known)
        answer = self._answer((kind, name))
        self._piece.questions.append((kind, name))
        self._piece.answers.append(answer)
        return answer

    def list_heading(self, entry: TocEntry) -> None:
        """Add a heading to what the table of contents lists."""
        self._piece.contents.append(entry)

    def keep_place(self) -> None:
        """Note that the piece holds the place of the contents or the footnotes, or might."""
        self._piece.has_place = True

    def _answer(self, question: Question) -> str:
        kind, name = question
        if kind == "gfm id":
            return self._gfm.gfm(name)
        return self._plain.plain(name) if kind == "plain id" else self._footnotes.mark(name)
