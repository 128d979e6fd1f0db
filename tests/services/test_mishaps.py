import sys

import pytest

from editor.services.log_file import LogFile
from editor.services.mishaps import Mishaps

SECRET = "the minister's name"


def raised():
    """Give an error whose words are a person's text."""
    try:
        int(SECRET)
    except ValueError as error:
        return type(error), error, error.__traceback__


@pytest.fixture
def log(tmp_path):
    """Give a log in a folder of its own."""
    return LogFile(tmp_path / "state")


def written(log, tmp_path):
    """Give everything that lies in the folder of the log."""
    return "".join(path.read_text() for path in sorted((tmp_path / "state").glob("*.log")))


def test_the_text_is_put_down_before_anything_is_told(qtbot, log, capsys):
    """Safe first; then the sentence, once for a place that fails again and again."""
    order = []
    mishaps = Mishaps(log, lambda: order.append("safe"))
    mishaps.happened.connect(lambda: order.append("told"))
    error = raised()
    for _ in range(3):
        mishaps.take(*error)
    assert order == ["safe", "told", "safe", "safe"]
    assert SECRET in capsys.readouterr().err


def test_the_log_names_the_place_and_not_the_words(qtbot, log, tmp_path):
    """What an error says may be what somebody wrote."""
    Mishaps(log, lambda: None).take(*raised())
    text = written(log, tmp_path)
    assert "ValueError" in text
    assert "test_mishaps.py" in text
    assert SECRET not in text
    assert str(tmp_path) not in text


def test_an_error_while_the_text_is_put_down_ends_nothing(qtbot, log):
    """It is taken in once, and does not go round."""
    mishaps = Mishaps(log, lambda: mishaps.take(*raised()))
    mishaps.take(*raised())
    assert len(log.last_lines(9)) == 1


def test_leaving_the_program_is_no_mishap(qtbot, log, capsys):
    """Ctrl+C in the shell goes its way."""
    Mishaps(log, lambda: None).take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert log.last_lines(9) == []


def test_errors_are_heard_only_while_watched(qtbot, log):
    """Afterwards they are Python's again."""
    mishaps = Mishaps(log, lambda: None)
    before, mishaps_hook = sys.excepthook, mishaps.take
    mishaps.watch()
    assert sys.excepthook == mishaps_hook
    mishaps.forget()
    assert sys.excepthook is sys.__excepthook__
    sys.excepthook = before


def test_a_long_log_begins_anew_and_two_old_ones_stay(log, tmp_path):
    """A newsroom's disk is not filled."""
    for number in range(9_000):
        log.note(f"{number} {'x' * 90}")
    sizes = {path.name: path.stat().st_size for path in (tmp_path / "state").iterdir()}
    assert set(sizes) == {"dateline.log", "dateline.1.log", "dateline.2.log"}
    assert max(sizes.values()) < 300_000
    assert log.last_lines(1)[0].endswith(f"8999 {'x' * 90}")


def test_a_folder_that_takes_no_log_stops_nobody(tmp_path):
    """The lines of this run are there all the same."""
    (tmp_path / "file").write_text("x")
    log = LogFile(tmp_path / "file")
    log.note("start")
    assert log.last_lines(1)[0].endswith("start")
