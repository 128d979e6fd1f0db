"""What the person sees in the preview pane."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from editor.render.request import Block, Rendering
from editor.services.restarts import RestartAllowance
from editor.ui.preview.plain_view import PlainView
from editor.ui.preview.preview_pane import PreviewPane
from editor.ui.theme import DARK, LIGHT
from tests.ui.preview.conftest import PATIENCE, RESOURCES, Shown

POST = "document.getElementById('post')"
LONG = [f"<p style='height:300px'>Paragraph {number}</p>" for number in range(20)]


def click(pane, selector, shown):
    """Click on the middle of an element of the page."""
    x, y = shown.ask(
        f"(() => {{ const b = document.querySelector({selector!r}).getBoundingClientRect();"
        " return [b.left + b.width / 2, b.top + b.height / 2]; })()"
    )
    target = pane.view().focusProxy().focusProxy()
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(int(x), int(y)))


def test_a_post_is_shown(shown):
    """The blocks of a rendering stand on the page in their order."""
    shown.show("<h1>One</h1>", "<p>Two</p>", "bare text")
    assert shown.ask(f"{POST}.innerHTML") == "<h1>One</h1><p>Two</p>bare text"


def test_what_came_before_the_start_is_shown_after_it(qtbot, make_pane, site):
    """A post that was opened while the window was being painted is not forgotten."""
    pane = make_pane(site, starts=False)
    pane.show_rendering(Rendering(7, "post", (Block("a", "<p>Early</p>", 0, 0),)))
    pane.mark_block(0)
    assert pane.view() is None
    with qtbot.waitSignal(pane.shown, timeout=PATIENCE):
        pane.start()
    assert Shown(qtbot, pane).ask(f"{POST}.innerHTML") == '<p data-dl-here="">Early</p>'


def test_a_change_leaves_every_other_node_in_place(shown):
    """Pictures are not loaded again and a selection stays while another paragraph is written."""
    shown.show("<p>One</p>", "<p>Two <b>bold</b> end</p>", "<p>Three</p>", path="post")
    shown.ask("window.kept = [...document.querySelectorAll('p, b')]; 0")
    shown.show("<p>One</p>", "<p>Two, longer <b>bold</b> end</p>", "<p>Three</p>", path="post")
    assert shown.ask(f"{POST}.textContent") == "OneTwo, longer bold endThree"
    assert shown.ask("window.kept.every((n, i) => n === document.querySelectorAll('p, b')[i])")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("abc", "abxc"),
        ("abc", "ac"),
        ("abc", ""),
        ("", "abc"),
        ("aab", "aaab"),
        ("abab", "ab"),
        ("abc", "cba"),
        ("a", "bbbbbb"),
        ("tux", "utx"),
    ],
)
def test_any_change_of_blocks_ends_in_the_same_page_as_a_fresh_one(shown, before, after):
    """Whatever is inserted, deleted or moved, the page holds the post and nothing else."""
    kinds = {"t": "text {0}", "u": "<ul><li>{0}</li></ul>", "x": "<pre>{0}</pre>"}
    blocks = [[kinds.get(c, "<p>{0}</p>").format(c) for c in text] for text in (before, after)]
    shown.show(*blocks[0], path="post")
    shown.show(*blocks[1], path="post")
    assert shown.ask(f"{POST}.innerHTML") == "".join(blocks[1])


def test_a_list_that_grows_keeps_its_items(shown):
    """A long list is one block: only its new item is touched."""
    items = [f"<li>{n}</li>" for n in range(5)]
    shown.show(f"<ul>{''.join(items)}</ul>", path="post")
    shown.ask("window.kept = [...document.querySelectorAll('li')]; 0")
    items.insert(2, "<li>new</li>")
    shown.show(f"<ul class='x'>{''.join(items)}</ul>", path="post")
    assert shown.ask("document.querySelector('ul').className") == "x"
    assert shown.ask("[...document.querySelectorAll('li')].map(n => n.textContent).join(' ')") == (
        "0 1 new 2 3 4"
    )
    assert shown.ask(
        "window.kept.every(n => n.isConnected) && document.querySelectorAll('li').length === 6"
    )


def test_the_place_in_the_post_is_kept_and_another_post_begins_at_its_top(shown):
    """Writing does not move what is read; opening another post does."""
    shown.show(*LONG, path="post")
    shown.ask("window.scrollTo(0, 2000)")
    shown.show(*LONG[:-1], "<p>Changed</p>", path="post")
    assert shown.ask("window.scrollY") == 2000
    shown.show(*LONG, path="another")
    assert shown.ask("window.scrollY") == 0


def test_the_block_under_the_caret_is_marked(shown):
    """The mark follows the caret, and stays on its block while that is written."""
    shown.show("<p>One</p>", "<p>Two</p>", path="post", lines=[0, 4])
    shown.pane.mark_block(5)
    assert shown.ask("document.querySelector('[data-dl-here]').textContent") == "Two"
    shown.show("<p>One</p>", "<p>Two and more</p>", path="post", lines=[0, 4])
    assert shown.ask("document.querySelector('[data-dl-here]').textContent") == "Two and more"
    shown.pane.mark_block(0)
    assert shown.ask(
        "[...document.querySelectorAll('[data-dl-here]')].map(n => n.textContent)"
    ) == ["One"]


def here(shown):
    """Give the words that are marked."""
    return shown.ask("[...document.querySelectorAll('[data-dl-here]')].map(n => n.textContent)")


def test_in_a_long_block_the_part_under_the_caret_is_marked(shown):
    """An item, a row, a paragraph of a quote: not the whole list, and also after it moved."""
    item = "<li data-line='{0}' data-last-line='{0}'>Item {0}</li>"
    for first in (10, 20):
        items = "".join(item.format(number) for number in range(4))
        shown.show("<p>One</p>", f"<ul>{items}</ul>", path="post", lines=[0, first])
        shown.pane.mark_block(first + 2)
        assert here(shown) == ["Item 2"]
    items = item.format(0).replace("Item 0", "New") + "".join(
        item.format(number + 1).replace(f"Item {number + 1}", f"Item {number}")
        for number in range(4)
    )
    shown.show("<p>One</p>", f"<ul>{items}</ul>", path="post", lines=[0, 20])
    assert here(shown) == ["Item 1"]
    shown.pane.mark_block(23)
    assert here(shown) == ["Item 2"]


def test_a_footnote_is_marked_where_it_stands(shown):
    """It is shown at the end of the post, wherever it was written."""
    note = "<div><ol><li data-at='3' data-at-last='3'>Note</li></ol></div>"
    shown.show("<p>One</p>", "<p>Two</p>", note, path="post", lines=[0, 5, 5])
    shown.pane.mark_block(3)
    assert here(shown) == ["Note"]
    shown.pane.mark_block(5)
    assert here(shown) == ["Two"]


def test_the_caret_s_block_is_brought_into_sight_only_when_it_is_out_of_sight(shown):
    """The preview does not jump about while the caret walks over what can be seen."""
    shown.show(*LONG, path="post")
    shown.pane.mark_block(1)
    assert shown.ask("window.scrollY") == 0
    shown.pane.mark_block(15)
    top, bottom = shown.ask(
        "(b => [b.top, b.bottom])"
        "(document.querySelector('[data-dl-here]').getBoundingClientRect())"
    )
    assert 0 < top < bottom < 700


def test_the_site_s_pictures_are_shown(shown):
    """A picture of the site is loaded from the site's folder."""
    shown.show("<img src='/assets/own.png'>")
    shown.wait_for("document.querySelector('img').naturalWidth === 12")


def test_another_site_s_pictures_are_shown_after_it_was_opened(qtbot, shown, tmp_path):
    """Nothing of the first site is left in the page."""
    other = tmp_path / "other"
    other.mkdir()
    shown.show("<img src='/assets/own.png'>", path="post")
    shown.wait_for("document.querySelector('img').naturalWidth === 12")
    with qtbot.waitSignal(shown.pane.shown, timeout=PATIENCE):
        shown.pane.set_site_root(other)
    shown.wait_for("document.querySelector('img').complete")
    assert shown.ask("document.querySelector('img').naturalWidth") == 0


def test_sites_can_be_changed_faster_than_they_load(qtbot, shown, site):
    """The page that is painted in the end is the last one that was asked for."""
    shown.show("<img src='/assets/own.png'>", path="post")
    with qtbot.waitSignal(shown.pane.shown, timeout=PATIENCE):
        shown.pane.set_site_root(None)
        shown.pane.set_site_root(site / "assets")
        shown.pane.set_site_root(site)
    shown.wait_for("document.querySelector('img').naturalWidth === 12")


def test_the_theme_changes_without_loading_the_page_again(shown):
    """Dark and light change in place; the reader's place is kept."""
    shown.show(*LONG)
    shown.ask("window.mark = 1; window.scrollTo(0, 500)")
    shown.pane.set_theme(DARK)
    colour = shown.ask("getComputedStyle(document.documentElement).backgroundColor")
    assert colour == "rgb(27, 30, 34)"
    assert shown.ask("window.mark") == 1
    assert shown.ask("window.scrollY") == 500


@pytest.mark.parametrize(
    ("href", "told"),
    [
        ("/news/2025/a.html", "/news/2025/a.html"),
        ("/caf%C3%A9/?a=1", "/café/?a=1"),
        ("https://harbour.example/?q=1#x", "https://harbour.example/?q=1#x"),
        ("https://аррӏе.example/", "https://xn--80ak6aa92e.example/"),
        ("/-/outside/mailto%3Adesk%40harbour.example", "mailto:desk@harbour.example"),
        ("/-/outside/%7B%25%20post_url%20a%20%25%7D", "{% post_url a %}"),
    ],
)
def test_a_click_is_told_and_nothing_is_opened(qtbot, shown, href, told):
    """The window decides what a link means; the page stays where it is."""
    shown.show(f"<p><a href='{href}'>A link to click</a></p>")
    before = shown.ask("document.URL")
    with qtbot.waitSignal(shown.pane.link_activated, timeout=PATIENCE) as clicked:
        click(shown.pane, "a", shown)
    assert clicked.args == [told]
    assert shown.ask("document.URL") == before
    shown.show("<p>Still alive</p>")


def test_a_link_within_the_post_goes_there(qtbot, shown):
    """A footnote's mark leads to the footnote."""
    shown.show("<p><a href='#post-note'>1</a></p>", *LONG, "<p id='post-note'>Note</p>")
    click(shown.pane, "a", shown)
    shown.wait_for("window.scrollY > 1000")


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_preview_whose_process_died_comes_back(qtbot, shown):
    """The engine's process may die at any time; the post stands there again at once."""
    for _death in range(3):
        shown.show("<p>Here</p>", path="post")
        with qtbot.waitSignal(shown.pane.shown, timeout=PATIENCE):
            os.kill(shown.pane.view().page().renderProcessPid(), signal.SIGKILL)
        assert shown.ask(f"{POST}.innerHTML") == "<p>Here</p>"


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_preview_that_dies_again_and_again_becomes_a_plain_one(qtbot, make_pane, site):
    """No storm of restarts: after a few deaths Qt's own view shows the post, and says why."""
    pane = make_pane(site, allowance=RestartAllowance(most=0))
    shown = Shown(qtbot, pane)
    shown.show("<p>Here</p>")
    with qtbot.waitSignal(pane.view().gave_up, timeout=PATIENCE):
        os.kill(pane.view().page().renderProcessPid(), signal.SIGKILL)
    assert isinstance(pane.view(), PlainView)
    assert "plain" in pane.notice()
    assert "Reading style" not in pane.level()


def test_a_program_without_the_engine_shows_posts_plainly(qtbot):
    """Where the engine cannot be loaded the person is told, and still reads the post."""

    def no_engine(_theme, _parent):
        raise ImportError("DLL load failed")

    pane = PreviewPane(no_engine, LIGHT)
    qtbot.addWidget(pane)
    pane.start()
    with qtbot.waitSignal(pane.shown):
        pane.show_rendering(Rendering(1, "post", (Block("a", "<p>Words</p>", 0, 0),)))
    assert isinstance(pane.view(), PlainView)
    assert pane.notice() == "The full preview could not be loaded, so a plain one is shown."


def test_a_switch_that_weakens_the_engine_keeps_it_from_starting(qtbot, monkeypatch):
    """With the sandbox or the network fence off, hostile posts would have a way out."""
    monkeypatch.setenv("QTWEBENGINE_REMOTE_DEBUGGING", "9222")
    pane = PreviewPane(lambda _theme, _parent: pytest.fail("the engine started"), LIGHT)
    qtbot.addWidget(pane)
    pane.start()
    assert isinstance(pane.view(), PlainView)
    assert "QTWEBENGINE_REMOTE_DEBUGGING" in pane.notice()


def test_what_is_wrong_is_said_as_long_as_it_is(qtbot, shown):
    """A sentence appears over the preview and goes again."""
    shown.show("<p>Here</p>")
    shown.pane.show_status("This text takes too long.")
    assert shown.pane.notice() == "This text takes too long."
    shown.pane.show_status("")
    assert shown.pane.notice() == ""


def test_a_hidden_preview_waits_and_then_shows_the_newest(qtbot, shown):
    """A column that is switched off costs nothing, and is right when it is switched on."""
    shown.show("<p>Old</p>", path="post")
    shown.pane.hide()
    for revision in (100, 101):
        blocks = (Block(str(revision), f"<p>{revision}</p>", 0, 0),)
        shown.pane.show_rendering(Rendering(revision, "post", blocks))
    with qtbot.waitSignal(shown.pane.shown, timeout=PATIENCE) as seen:
        shown.pane.show()
    assert seen.args == [101]
    assert shown.ask(f"{POST}.innerHTML") == "<p>101</p>"


def test_the_program_ends_in_peace(tmp_path):
    """Quitting with a post in the preview leaves no crash report behind."""
    code = (
        "import os, sys; from pathlib import Path\n"
        "from editor.ui.preview import switches; switches.prepare(os.environ)\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from editor.render.request import Block, Rendering\n"
        "from editor.ui.preview.preview_pane import PreviewPane\n"
        "from editor.ui.theme import LIGHT\n"
        "app = QApplication([])\n"
        "from editor.ui.preview.web_view import WebView\n"
        f"resources = Path({str(RESOURCES)!r})\n"
        "pane = PreviewPane(lambda t, p: WebView(resources, t, parent=p), LIGHT)\n"
        "pane.show(); pane.start(); pane.shown.connect(app.quit)\n"
        "pane.show_rendering(Rendering(1, 'post', (Block('a', '<p>x</p>', 0, 0),)))\n"
        "sys.exit(app.exec())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE / 1000,
        cwd=Path(__file__).parents[3],
    )
    assert done.returncode == 0, done.stderr
    assert "Release of profile" not in done.stderr
