"""One key for several edits: the first that means something where the caret is."""

from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Edit, EditFunction, Selection


def first_of(*edits: EditFunction) -> EditFunction:
    """Give an edit that does what the first of `edits` does that has something to do."""

    def edit(lines: Lines, selection: Selection) -> Edit | None:
        done = (each(lines, selection) for each in edits)
        return next((each for each in done if each is not None), None)

    return edit
