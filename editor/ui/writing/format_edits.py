"""Which edit of Markdown each action makes, as one table."""

from collections.abc import Mapping

from editor.post.markdown_edits import (
    blocks,
    cases,
    comments,
    emphasis,
    footnotes,
    headings,
    joining,
    line_edits,
    lists,
    moving,
    nesting,
    quotes,
)
from editor.post.markdown_edits.places import EditFunction

EDITS: Mapping[str, EditFunction] = {
    "bold": emphasis.bold,
    "italic": emphasis.italic,
    "strike": emphasis.strike,
    "code": emphasis.code,
    "quote": quotes.quote,
    "code_fence": blocks.code_fence,
    "footnote": footnotes.footnote,
    "comment": comments.comment,
    "rule": blocks.rule,
    "attributes": blocks.attribute_list,
    "heading_larger": headings.larger,
    "heading_smaller": headings.smaller,
    **{f"heading_{level}": headings.heading(level) for level in range(1, 7)},
    "bullets": lists.bullets,
    "numbers": lists.numbers,
    "tasks": lists.tasks,
    "tick": lists.tick,
    "nest": nesting.nest,
    "unnest": nesting.unnest,
    "move_lines_up": moving.move_up,
    "move_lines_down": moving.move_down,
    "duplicate_line": line_edits.duplicate,
    "delete_line": line_edits.delete,
    "join_lines": joining.join,
    "upper_case": cases.upper,
    "lower_case": cases.lower,
    "title_case": cases.title,
    "sentence_case": cases.sentence,
}
