from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton

from editor.site.index.answers import Hits
from editor.site.index.query import read_query
from editor.site.post_list import PostSummary
from editor.ui.posts.post_list_model import BADGE_ROLE, ROW_ROLE
from editor.ui.posts.posts_pane import PostsPane
from editor.ui.theme import LIGHT


def post(number, **more):
    """Make a post in short, a later one for a higher number."""
    made = {"categories": ("News",), "kind": "post"} | more
    day = date(2025, 1, 1).fromordinal(date(2025, 1, 1).toordinal() + number)
    return PostSummary(Path(f"/site/_posts/{day}-{number}.md"), f"Post {number}", day, **made)


@pytest.fixture
def pane(qtbot):
    """Give a posts column on the screen with some posts, two drafts and a document."""
    column = PostsPane(LIGHT)
    qtbot.addWidget(column)
    column.resize(400, 600)
    column.set_state("read")
    column.set_posts(
        [
            *(post(number) for number in range(60)),
            post(61, kind="draft"),
            post(62, kind="draft", problem="Broken."),
            post(63, kind="document", collection="recipes"),
        ]
    )
    with qtbot.waitExposed(column):
        column.show()
    return column


def rows(pane):
    """Give the titles that are listed, months in capitals."""
    model = pane.findChild(QListView).model()
    found = [model.index(place).data(ROW_ROLE) for place in range(model.rowCount())]
    return [each.upper() if isinstance(each, str) else each.title for each in found]


def field(pane):
    """Give the filter."""
    return pane.findChild(QLineEdit, "posts_filter")


def note(pane):
    """Give what an empty list says."""
    return pane.findChild(QLabel, "posts_note").text()


def test_the_newest_posts_come_first_under_their_months(pane):
    """And each section says how many it has."""
    assert rows(pane)[:2] == ["MARCH 2025", "Post 59"]
    assert pane.findChild(QPushButton, "post").text() == "Posts 60"
    assert pane.findChild(QPushButton, "draft").toolTip() == "Drafts 2"


def test_letters_typed_in_the_list_thin_it(pane, qtbot):
    """The filter takes them; Enter opens the first, Escape shows everything again."""
    listed = pane.findChild(QListView)
    listed.setFocus()
    QTest.keyClick(listed, "p")
    assert field(pane).text() == "p"
    field(pane).setText('title:"post 17"')
    assert rows(pane) == ["JANUARY 2025", "Post 17"]
    with qtbot.waitSignal(pane.post_chosen) as chosen:
        QTest.keyClick(field(pane), Qt.Key.Key_Return)
    assert chosen.args[0].name == "2025-01-18-17.md"
    QTest.keyClick(field(pane), Qt.Key.Key_Escape)
    assert field(pane).text() == ""
    assert len(rows(pane)) > 60


def test_the_arrows_and_enter_open_a_post(pane, qtbot):
    """From the filter down into the list and on; months are stepped over."""
    field(pane).setFocus()
    QTest.keyClick(field(pane), Qt.Key.Key_Down)
    listed = pane.findChild(QListView)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.post_chosen) as chosen:
        QTest.keyClick(listed, Qt.Key.Key_Return)
    assert chosen.args[0].name.endswith("-58.md")


def test_a_filter_shows_its_finds_from_the_top(pane):
    """Wherever the list stood before."""
    pane.set_current(post(3).path)
    listed = pane.findChild(QListView)
    assert listed.verticalScrollBar().value() > 0
    field(pane).setText("post")
    assert listed.verticalScrollBar().value() == 0


def test_a_narrow_column_drops_counts_before_names(pane):
    """No name is cut off; the counts are told when the mouse rests there."""
    pane.resize(180, 600)
    texts = [pane.findChild(QPushButton, name).text() for name in ("post", "draft", "later")]
    assert texts == ["Posts", "Drafts", "Later"]
    assert pane.findChild(QPushButton, "post").toolTip() == "Posts 60"


def test_what_the_text_says_joins_what_the_titles_say(pane):
    """An answer to what was typed before is not shown."""
    asked = []
    pane.query_changed.connect(asked.append)
    field(pane).setText("quay")
    assert rows(pane) == []
    hits = Hits((str(post(3).path),), frozenset())
    pane.set_hits(read_query("other"), hits)
    assert rows(pane) == []
    pane.set_hits(asked[-1], hits)
    assert rows(pane) == ["JANUARY 2025", "Post 3"]


def test_a_section_without_finds_says_where_they_are(pane):
    """Nobody takes a draft for lost."""
    field(pane).setText('"post 61"')
    assert rows(pane) == []
    assert "Drafts: 1" in note(pane)
    field(pane).setText("nowhere")
    assert "Escape" in note(pane)


@pytest.mark.parametrize(
    ("state", "words"),
    [("no site", "Ctrl+Shift+O"), ("reading", "Reading"), ("read", "Ctrl+N")],
)
def test_an_empty_list_says_what_to_do_next(pane, state, words):
    """No site, a site that is being read, a site without posts."""
    pane.set_posts([])
    pane.set_state(state)
    assert words in note(pane)


def test_a_long_reading_says_how_far_it_is(pane):
    """A number that grows is no reason to think that the program hangs."""
    pane.set_posts([])
    pane.set_state("reading")
    pane.set_progress(1200, 10000)
    assert "1,200 of 10,000" in note(pane)


def test_badges_say_what_matters_most_about_a_post(pane):
    """In a word, not by a colour alone."""
    path = post(5).path
    pane.set_current(path, is_modified=True)
    index = pane.findChild(QListView).currentIndex()
    assert index.data(BADGE_ROLE)[0] == "Unsaved"
    assert "Unsaved" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    pane.set_current(path, is_modified=False)
    assert index.data(BADGE_ROLE) is None


def test_the_open_post_is_shown_in_its_section(pane):
    """A draft that is opened elsewhere brings the drafts forward."""
    pane.set_current(post(62).path)
    assert rows(pane) == ["MARCH 2025", "Post 62", "Post 61"]
    assert pane.findChild(QListView).currentIndex().data(BADGE_ROLE)[0] == "Problem"


def test_a_draft_opened_before_the_site_was_read_is_shown_once_it_was(pane):
    """And from then on the section is the person's to choose."""
    pane.set_posts([])
    pane.set_current(post(62).path)
    posts = [post(1), post(62, kind="draft")]
    pane.set_posts(posts)
    assert rows(pane) == ["MARCH 2025", "Post 62"]
    pane.findChild(QPushButton, "post").click()
    pane.set_posts([*posts, post(2)])
    assert rows(pane) == ["JANUARY 2025", "Post 2", "Post 1"]


def test_the_place_in_the_list_is_kept_when_others_add_posts(pane):
    """What the person was about to click stays under the mouse."""
    listed = pane.findChild(QListView)
    listed.verticalScrollBar().setValue(700)
    place = listed.verticalScrollBar().value()
    assert place > 0
    listed.setCurrentIndex(listed.indexAt(listed.viewport().rect().center()))
    before = listed.currentIndex().data(ROW_ROLE)
    pane.set_posts([*(post(number) for number in range(60)), post(70)])
    assert listed.currentIndex().data(ROW_ROLE) == before
    assert listed.verticalScrollBar().value() == place


def test_a_folder_that_cannot_be_read_is_named(pane):
    """The rest of the site is there all the same."""
    pane.set_posts([post(1)], ["_posts/private"])
    shown = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert any("_posts/private" in text for text in shown)


def test_a_menu_is_asked_for_with_the_post_and_the_place(pane, qtbot):
    """By the keyboard too."""
    pane.set_current(post(5).path)
    listed = pane.findChild(QListView)
    listed.setFocus()
    with qtbot.waitSignal(pane.menu_asked) as asked:
        _ask_for_menu(listed)
    assert asked.args[0].suffix == ".md"


def _ask_for_menu(listed):
    place = listed.visualRect(listed.currentIndex()).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, place, listed.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(listed.viewport(), event)


def test_thirty_thousand_posts_are_listed_without_a_widget_for_each(pane):
    """The view asks for what is on the screen and no more."""
    pane.set_posts([post(number) for number in range(30_000)])
    assert pane.findChild(QListView).model().rowCount() > 30_000
    assert len(pane.findChildren(QLabel)) == 2
