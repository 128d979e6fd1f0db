"""The preview keeps up with the writer, and survives whatever the text does to its process."""

import os
import signal
import sys

import pytest

from editor.render import worker_command
from editor.render.request import RenderRequest
from editor.services.background import Background
from editor.services.preview_service import (
    LARGEST_LIVE,
    RESTING,
    TOO_LARGE,
    TOO_SLOW,
    Deadlines,
    PreviewService,
)
from editor.services.restarts import RestartAllowance

PATIENCE = 30_000
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
# A text whose rendering never ends, for the stand-in of `endless`.
ENDLESS = "[" * 20_000
# What stops, slows or breaks Markdown readers, this one's own rules and others'.
STRANGE = {
    "brackets": "[" * 20_000,
    "pictures": "![a" * 5_000,
    "links": "[a](" * 5_000,
    "nested items": "".join(f"{'  ' * depth}- x\n" for depth in range(300)),
    "items of one line": "- " * 1_000,
    "nested quotes": ">" * 2_000 + "a",
    "stars": "*a **b " * 500,
    "underscores": "_a" * 10_000,
    "headings": "# a\n\n" * 10_000,
    "quotes": '"a" ' * 25_000,
    "one long line": "word " * 200_000,
    "a long word": "a" * 1_000_000,
    "tags": "<a " * 5_000,
    "open tags": "<div>\n" * 1_000 + "<b>" * 2_000,
    "comments": "<!--" * 5_000,
    "ticks": " ".join("`" * count for count in range(1, 400)),
    "fences": "```\n" * 4_001,
    "pipes": "|" * 20_000,
    "references": "".join(f"[{number}]: /x\n" for number in range(10_000)),
    "notes": "[^1]" * 2_000 + "\n\n[^1]: a[^1]\n",
    "attributes": "{: x" * 5_000,
    "Liquid": "{% {{ " * 5_000,
    "Liquid over lines": "{%\n%}" * 5_000,
    "entities": "&" * 20_000,
    "backslashes": "\\" * 50_000,
    "blanks": " " * 50_000 + "a",
    "tabs": "\t" * 2_000 + "- a",
    "control": "".join(map(chr, range(32))) * 500 + "\x7f\u2028\u0085\ufeff",
    "bidi": "\u202e\u2066a" * 5_000,
    "marks": "\U0010f000" * 5_000 + "{% a %}",
}


class Desk:
    """Hold a running service and everything that it said."""

    def __init__(self, qtbot, service):
        self.service = service
        self.answers = []
        self.said = []
        self._qtbot = qtbot
        self._revision = 0
        service.rendered.connect(self.answers.append)
        service.status_changed.connect(self.said.append)

    def write(self, body, path="post"):
        """Change the text, as a key does."""
        self._revision += 1
        self.service.request(RenderRequest(self._revision, path, "", body))
        return self._revision

    def wait_for(self, revision):
        """Wait until this state of the post has been rendered."""
        self._qtbot.waitUntil(lambda: revision in self.revisions(), timeout=PATIENCE)
        return next(answer for answer in self.answers if answer.revision == revision)

    def wait_until_said(self, sentence):
        """Wait for a sentence about the preview."""
        self._qtbot.waitUntil(lambda: self.service.status() == sentence, timeout=PATIENCE)

    def wait_until(self, is_so):
        """Wait for anything else."""
        self._qtbot.waitUntil(is_so, timeout=PATIENCE)

    def revisions(self):
        return [answer.revision for answer in self.answers]


@pytest.fixture
def desk(qtbot):
    """Give what makes a desk; all its processes end with the test."""
    backgrounds = []

    def make(**settings):
        background = Background()
        backgrounds.append(background)
        service = PreviewService(background, **settings)
        services.append(service)
        service.start()
        return Desk(qtbot, service)

    services = []
    yield make
    for service in services:
        service.stop()
    for background in backgrounds:
        background.close()


def endless(monkeypatch):
    """Have a render process that never comes back from one text."""
    stand_in(
        monkeypatch,
        "import sys, threading; from editor.render import worker, preview\n"
        "def render(self, request):\n"
        "    if request.body.startswith('[['): threading.Event().wait()\n"
        "    return real(self, request)\n"
        "real, preview.PreviewRenderer.render = preview.PreviewRenderer.render, render\n"
        "sys.exit(worker.main())",
    )


def stand_in(monkeypatch, code):
    """Have another program stand in for the render process."""
    monkeypatch.setattr(worker_command, "command", lambda: [sys.executable, "-c", code])


def test_a_text_becomes_html(desk):
    """What is written comes back as blocks of HTML."""
    desk = desk()
    rendering = desk.wait_for(desk.write("A *word*"))
    assert rendering.html == "<p>A <em>word</em></p>"
    assert desk.said == []


def test_a_text_may_hold_any_character(desk):
    """Bytes that were no UTF-8 are shown as a browser shows them."""
    desk = desk()
    html = desk.wait_for(desk.write("a\udce9b \u2028 \U0001f600")).html
    assert "a\ufffdb \u2028 \U0001f600" in html


def test_a_preview_that_went_wrong_is_put_right_when_nobody_types(desk, monkeypatch):
    """What was kept from key to key is proved by a rendering that uses nothing of it."""
    stand_in(
        monkeypatch,
        "import sys; from dataclasses import replace; from editor.render import worker, preview\n"
        "def render(self, request):\n"
        "    wrong = request.body == 'b' and not request.afresh\n"
        "    return real(self, replace(request, body='wrong') if wrong else request)\n"
        "real, preview.PreviewRenderer.render = preview.PreviewRenderer.render, render\n"
        "sys.exit(worker.main())",
    )
    desk = desk(deadlines=Deadlines(calm=0.05))
    desk.wait_for(desk.write("a"))
    assert desk.wait_for(desk.write("b")).html == "<p>wrong</p>"
    desk.wait_until(lambda: desk.answers[-1].html == "<p>b</p>")
    assert [answer.html for answer in desk.answers] == ["<p>a</p>", "<p>wrong</p>", "<p>b</p>"]


def test_the_newest_text_wins(desk):
    """While one text is being rendered only the newest of those that follow is kept."""
    desk = desk()
    first = desk.write("0")
    desk.wait_for(first)
    revisions = [desk.write(f"text {number}") for number in range(50)]
    last = desk.wait_for(revisions[-1])
    assert last.html == "<p>text 49</p>"
    assert desk.revisions() == [first, revisions[0], revisions[-1]]


def test_an_answer_about_another_post_is_dropped(desk):
    """A post that was opened meanwhile is never shown the text of the one before."""
    desk = desk()
    desk.write("of the first post", path="first")
    desk.wait_for(desk.write("of the second post", path="second"))
    assert {answer.path for answer in desk.answers} == {"second"}


def test_a_text_without_end_is_given_up_and_the_next_one_is_shown(desk, monkeypatch):
    """The writer reads why an old version is shown, and goes on."""
    endless(monkeypatch)
    desk = desk(deadlines=Deadlines(live=1.0))
    desk.wait_for(desk.write("Good"))
    desk.write(ENDLESS)
    desk.wait_until_said(TOO_SLOW)
    assert desk.wait_for(desk.write("Better")).html == "<p>Better</p>"
    assert desk.service.status() == ""


@UNIX
def test_a_killed_process_is_started_again(desk, qtbot):
    """Whoever ends the render process, the next letter is in the preview."""
    desk = desk()
    desk.wait_for(desk.write("Before"))
    before = desk.service.process_id()
    os.kill(before, signal.SIGKILL)
    qtbot.waitUntil(lambda: desk.service.process_id() not in {0, before}, timeout=PATIENCE)
    assert desk.wait_for(desk.write("After")).html == "<p>After</p>"


@UNIX
def test_a_text_that_was_being_rendered_when_the_process_died_is_rendered_again(desk):
    """Without another key the preview is right in the end."""
    desk = desk()
    desk.wait_for(desk.write("Before"))
    revision = desk.write("A paragraph.\n\n" * 3000)
    os.kill(desk.service.process_id(), signal.SIGKILL)
    desk.wait_for(revision)
    assert desk.service.status() == ""


def test_a_process_that_dies_again_and_again_comes_to_rest(desk, monkeypatch):
    """Three restarts a minute, then a sentence and quiet instead of a storm."""
    stand_in(monkeypatch, "raise SystemExit(1)")
    desk = desk()
    desk.write("Text")
    desk.wait_until_said(RESTING)
    assert desk.service.process_id() == 0


def test_another_post_wakes_a_preview_at_rest(desk, monkeypatch):
    """What one post did to the preview is no reason to leave the next one without."""
    endless(monkeypatch)
    desk = desk(deadlines=Deadlines(live=0.5), allowance=RestartAllowance(most=0))
    desk.wait_for(desk.write("Good", path="first"))
    desk.write(ENDLESS, path="first")
    desk.wait_until_said(RESTING)
    assert desk.wait_for(desk.write("Calm", path="second")).html == "<p>Calm</p>"
    assert desk.service.status() == ""


def test_a_preview_at_rest_wakes_by_itself(desk, monkeypatch):
    """After its rest the newest text is shown without anybody asking."""
    endless(monkeypatch)
    desk = desk(deadlines=Deadlines(live=0.5), allowance=RestartAllowance(most=1, seconds=3.0))
    desk.wait_for(desk.write("Good"))
    desk.write(ENDLESS)
    desk.wait_until_said(TOO_SLOW)
    desk.write(ENDLESS + "[")
    desk.wait_until_said(RESTING)
    desk.wait_for(desk.write("Calm again"))


def test_a_process_that_never_starts_up_is_given_up(desk, monkeypatch):
    """A program that says nothing is ended too."""
    stand_in(monkeypatch, "import sys; sys.stdin.read()")
    desk = desk(deadlines=Deadlines(start=0.2))
    desk.wait_until_said(RESTING)


def test_a_process_that_talks_nonsense_is_ended(desk, monkeypatch):
    """An answer is data of a known shape, or nothing."""
    code = "import os; os.write(1, bytes(3) + bytes([4]) + b'{}[]')"
    stand_in(monkeypatch, code)
    desk = desk()
    desk.write("Text")
    desk.wait_until_said(RESTING)
    assert desk.answers == []


def test_a_program_that_is_not_there_is_no_disaster(desk, monkeypatch):
    """The preview rests; nothing else happens."""
    monkeypatch.setattr(worker_command, "command", lambda: ["/nowhere/python"])
    desk = desk()
    desk.wait_until_said(RESTING)


def test_a_very_large_text_waits_until_it_is_asked_for(desk):
    """Above two million characters a preview is made on request only."""
    desk = desk()
    body = "word " * (LARGEST_LIVE // 5) + "end"
    desk.write(body)
    assert desk.service.status() == TOO_LARGE
    desk.service.request_anyway(RenderRequest(99, "post", "", body))
    assert desk.wait_for(99).html.endswith("end</p>")
    assert desk.service.status() == ""


@pytest.mark.parametrize("kind", STRANGE)
def test_a_strange_text_is_shown_or_given_up_in_time(desk, qtbot, kind):
    """Two seconds at most, no traceback, and the next text is shown."""
    desk = desk()
    desk.wait_for(desk.write("Calm"))
    revision = desk.write(STRANGE[kind])
    qtbot.waitUntil(
        lambda: bool(desk.service.status()) or revision in desk.revisions(), timeout=PATIENCE
    )
    assert "Error" not in desk.service.status()
    assert desk.wait_for(desk.write("Calm again")).html == "<p>Calm again</p>"


def test_a_text_nested_too_deeply_is_said_to_be(desk, qtbot):
    """No traceback reaches the writer: a sentence does, or the deadline does its work."""
    desk = desk()
    desk.write("".join(f"{'  ' * depth}- x\n" for depth in range(3000)))
    qtbot.waitUntil(lambda: bool(desk.service.status() or desk.answers), timeout=PATIENCE)
    assert "Error" not in desk.service.status()
    assert desk.wait_for(desk.write("Calm")).html == "<p>Calm</p>"


def test_the_limit_on_memory_holds(desk, monkeypatch):
    """A text that would need all the memory of the machine ends the process, not the machine."""
    code = (
        "import sys; from editor.render import worker, preview\n"
        "def greedy(self, request):\n"
        "    if request.body == 'all': bytearray(4 * 1024 ** 3)\n"
        "    return real(self, request)\n"
        "real, preview.PreviewRenderer.render = preview.PreviewRenderer.render, greedy\n"
        "sys.exit(worker.main())"
    )
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux keeps to the limit")
    stand_in(monkeypatch, code)
    desk = desk()
    desk.wait_for(desk.write("some"))
    desk.write("all")
    desk.wait_until_said("This text needs more memory than a preview may have.")
    assert desk.wait_for(desk.write("some again")).html == "<p>some again</p>"


def test_nothing_is_left_running(desk, qtbot):
    """When the window has gone so has the render process."""
    desk = desk()
    desk.wait_for(desk.write("Text"))
    number = desk.service.process_id()
    desk.service.stop()
    if sys.platform != "win32":
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


def test_the_render_process_takes_no_code_from_the_folder_it_is_started_in(
    desk, monkeypatch, tmp_path
):
    """A site may hold a file called markdown.py; it stays a file."""
    for name in ("markdown", "nh3", "pygments", "editor"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('taken from the site')")
    monkeypatch.chdir(tmp_path)
    desk = desk()
    assert desk.wait_for(desk.write("Text")).html == "<p>Text</p>"
