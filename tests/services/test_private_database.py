from contextlib import closing

from editor.services.private_database import open_database


def test_what_is_committed_is_on_the_disk_when_it_returns(tmp_path):
    """No power cut costs what was kept: SQLite waits for the disk at each commit."""
    with closing(open_database(tmp_path / "a", is_exclusive=True, patience=0)) as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("truncate",)
