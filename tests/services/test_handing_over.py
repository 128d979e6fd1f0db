import os
import socket
import threading

import pytest

from editor.services.handing_over import address_in, hand_over, understood
from editor.services.reception import Reception

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has pipes in their place")

PATIENCE = 20_000


def handing(address, paths):
    """Hand over as another process does, beside this one; give the thread and its result."""
    answers = []
    thread = threading.Thread(target=lambda: answers.append(hand_over(address, paths)))
    thread.start()
    return thread, answers


def answered(qtbot, address, paths):
    """Hand over and give the answer."""
    thread, answers = handing(address, paths)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
    thread.join()
    return answers[0]


@pytest.fixture
def reception(qtbot, tmp_path):
    """Give a window's reception, what it was asked for, and its address."""
    asked = []

    def take(paths):
        asked.append(paths)
        return True

    found = Reception(take)
    address = address_in(tmp_path)
    assert found.open(address)
    yield found, asked, address
    found.close()
    found.deleteLater()


def test_the_files_of_a_second_start_come_to_the_first(qtbot, reception, tmp_path):
    """Names with blanks, line ends and bytes that are no text included."""
    _, asked, address = reception
    paths = [tmp_path / "a b.md", tmp_path / "line\nend.md", tmp_path / "\udcff.md"]
    assert answered(qtbot, address, paths)
    assert asked == [paths]


def test_a_start_without_files_brings_the_window_to_the_front(qtbot, reception):
    """It is asked for nothing, and says yes."""
    _, asked, address = reception
    assert answered(qtbot, address, [])
    assert asked == [[]]


def test_who_waits_for_an_answer_takes_nothing(qtbot, tmp_path):
    """Then the second start opens a window of its own."""
    found = Reception(lambda paths: False)
    found.open(address_in(tmp_path))
    assert not answered(qtbot, address_in(tmp_path), [tmp_path])
    found.close()
    found.deleteLater()


def test_nobody_there_is_no_trouble(tmp_path):
    """The first start of the day."""
    assert not hand_over(address_in(tmp_path), [tmp_path])
    assert not hand_over("", [tmp_path])


def test_a_program_that_hangs_does_not_stop_the_next(tmp_path, monkeypatch):
    """It is given a moment, and no more."""
    monkeypatch.setattr("editor.services.handing_over._PATIENCE_S", 0.1)
    address = address_in(tmp_path)
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(address)
        deaf.listen()
        assert not hand_over(address, [tmp_path])


def test_a_socket_that_a_crash_left_is_put_out_of_the_way(qtbot, tmp_path):
    """And one that somebody answers is not."""
    address = address_in(tmp_path)
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(address)
    first, second = Reception(lambda paths: True), Reception(lambda paths: True)
    assert first.open(address)
    assert not second.open(address)
    assert answered(qtbot, address, [])
    for each in (first, second):
        each.close()
        each.deleteLater()


@pytest.mark.parametrize(
    "message", [b"", b"{", b"null", b"[1]", b'{"open": ["zz"], "token": ""}', b"[" * 99_999]
)
def test_nonsense_asks_for_nothing(message):
    """Whoever sends it."""
    assert understood(message) is None


def test_a_folder_with_a_very_long_name_has_no_meeting_place(tmp_path):
    """The system takes about a hundred bytes for the name of a socket."""
    assert address_in(tmp_path / ("x" * 120)) == ""
