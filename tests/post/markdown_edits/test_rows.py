import pytest

from tests.post.markdown_edits.marked import press, read, rows

ROWS = [row for name in ("words", "blocks", "lines", "tables") for row in rows(name)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.where)
def test_a_key_does_what_a_writer_means(row):
    """Each row of the tables: this text, these keys, that text, and the caret where it belongs."""
    text, selection = read(row.before)
    for key in row.keys:
        text, selection = press(text, selection, key)
    assert (text, selection) == read(row.before if row.after is None else row.after)
