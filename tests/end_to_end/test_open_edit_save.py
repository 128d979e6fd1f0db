import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from editor.services.save_service import SaveService

pytestmark = pytest.mark.end_to_end

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def title_box(desk):
    """Put the keys into the title and give its input."""
    desk.window.form.focus_title()
    return desk.window.form.pane.focusWidget()


def test_a_title_and_a_word_change_exactly_those_bytes(desk):
    """Open the showcase post, change title and text with real keys, save, compare the bytes."""
    path = desk.open()
    title_box(desk)
    desk.press(Key.Key_End, CTRL)
    desk.type(" again")
    desk.go_to_text("carry the name of the boat")
    desk.type(" and the crew")
    assert desk.session.is_modified()
    desk.ctrl(Key.Key_S)
    before, after = desk.before[path], path.read_bytes()
    wanted = before.replace(b'*Soleil*"\n', b'*Soleil* again"\n', 1)
    wanted = wanted.replace(b"the boat that", b"the boat and the crew that", 1)
    assert after == wanted
    assert not desk.session.is_modified()


def test_opening_looking_and_saving_changes_no_byte(desk):
    """Every post of the sample is opened, looked at, saved: the folder is what it was."""
    posts = sorted(desk.site.glob("_posts/*")) + sorted(desk.site.glob("_drafts/*"))
    before = {path: path.read_bytes() for path in posts}
    for path in posts:
        desk.open(path)
        desk.window.columns.grab()
        assert not desk.session.is_modified(), path.name
        desk.ctrl(Key.Key_S)
    assert {path: path.read_bytes() for path in posts} == before


def test_undo_brings_the_keys_to_where_it_took_something_back(desk):
    """From the text into the title and back, the caret at the change each time."""
    desk.open()
    title = title_box(desk)
    desk.press(Key.Key_Home, CTRL)
    for _ in range(len("Harbour")):
        desk.press(Key.Key_Right)
    desk.type("s")
    desk.go_to_text("carry the name of the boat")
    desk.type("x")
    desk.ctrl(Key.Key_Z)
    assert desk.window.text.hasFocus()
    desk.ctrl(Key.Key_Z)
    assert title.hasFocus()
    assert title.textCursor().position() == len("Harbour")
    desk.type("'s")
    assert desk.session.post.front_matter.value("title").startswith("Harbour's:")


def test_one_undo_goes_back_through_text_and_form(desk):
    """Text, title, text: Ctrl+Z takes them back in that order, whatever has the focus."""
    desk.open()
    before = desk.session.post
    desk.go_to_text("carry the name of the boat")
    desk.type("x")
    title_box(desk)
    desk.press(Key.Key_End, CTRL)
    desk.type("y")
    desk.go_to_text("carry the name of the boatx")
    desk.type("z")
    assert "boatxz" in desk.session.post.body
    desk.ctrl(Key.Key_Z)
    assert "boatx " in desk.session.post.body
    assert desk.session.post.front_matter.value("title").endswith("*y")
    desk.ctrl(Key.Key_Z)
    assert desk.session.post.front_matter.value("title").endswith("*")
    desk.ctrl(Key.Key_Z)
    assert desk.session.post == before
    assert not desk.session.is_modified()
    for _ in range(3):
        desk.press(Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "boatxz" in desk.session.post.body
    assert desk.session.post.front_matter.value("title").endswith("*y")


def test_closing_with_unsaved_words_asks_and_can_be_taken_back(desk):
    """Keep writing keeps the window; saving on the way out saves."""
    path = desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    desk.person.answers.append("keep")
    desk.window.close()
    assert desk.window.isVisible()
    assert "Save the changes to" in desk.person.asked[-1]
    desk.person.answers.append("save")
    desk.window.close()
    assert not desk.window.isVisible()
    assert b"boat! that" in path.read_bytes()


def test_closing_without_changes_asks_nothing(desk):
    """A post that was only looked at lets the window go."""
    desk.open()
    desk.window.close()
    assert not desk.window.isVisible()
    assert desk.person.asked == []


def test_another_post_is_not_opened_over_unsaved_words(desk):
    """Opening the next post asks about this one first."""
    desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    desk.person.answers.append("keep")
    desk.window.commands.open(desk.path("_posts/2025-11-12-bridge-opens.md"))
    assert desk.session.path == desk.path()
    desk.person.answers.append("discard")
    desk.window.commands.open(desk.path("_posts/2025-11-12-bridge-opens.md"))
    assert desk.session.path == desk.path("_posts/2025-11-12-bridge-opens.md")
    assert desk.path().read_bytes() == desk.before[desk.path()]


TITLES = [
    ("The mayor's boat: a second look", "the-mayor-s-boat-a-second-look"),
    ("L’été à la crème", "l-été-à-la-crème"),
    ("Große Straße, naïve Füße", "große-straße-naïve-füße"),
    ("Привет, мир", "привет-мир"),
    ("港の夜市、今年も", "港の夜市-今年も"),
    ("مهرجان الميناء", "مهرجان-الميناء"),
]


@pytest.mark.parametrize(("title", "slug"), TITLES)
def test_a_new_post_gets_the_name_that_jekyll_asks_for(desk, title, slug):
    """A title in six languages, typed, saved with Ctrl+S: the dated file is in `_posts`."""
    desk.ctrl(Key.Key_N)
    desk.type(title)
    desk.window.text.setFocus()
    desk.type("First words.")
    name = desk.program.parts.places.place.name
    desk.ctrl(Key.Key_S)
    path = desk.site / "_posts" / name
    assert name.endswith(f"-{slug}.md")
    text = path.read_bytes().decode()
    assert text.startswith("---\nlayout: post\ntitle: ")
    assert text.endswith("---\n\nFirst words.")
    assert desk.session.post.front_matter.value("title") == title
    assert desk.session.path == path


def test_a_second_post_of_the_same_name_never_overwrites_the_first(desk):
    """A taken name is said, and both texts are safe."""
    for words in ("one", "two"):
        desk.ctrl(Key.Key_N)
        desk.type("Same title")
        desk.window.text.setFocus()
        desk.type(words)
        if words == "two":
            desk.person.answers.append("cancel")
        desk.ctrl(Key.Key_S)
    (path,) = desk.site.glob("_posts/*-same-title.md")
    assert path.read_text().endswith("one")
    assert "There is already a file" in desk.person.asked[-1]
    assert desk.session.post.body.endswith("two")
    assert desk.session.is_modified()


def test_a_saved_post_is_renamed_only_when_asked(desk):
    """A new title offers a new name; the file keeps its own until the person says so."""
    path = desk.open("_posts/2025-11-12-bridge-opens.md")
    title_box(desk)
    desk.ctrl(Key.Key_A)
    desk.type("Bridge closes")
    desk.ctrl(Key.Key_S)
    assert path.exists()
    assert desk.program.parts.places.place.rename == "2025-11-12-bridge-closes.md"
    desk.rename()
    new = desk.path("_posts/2025-11-12-bridge-closes.md")
    assert not path.exists()
    assert b"Bridge closes" in new.read_bytes()
    assert desk.session.path == new
    assert not desk.session.is_modified()


def test_a_draft_goes_among_the_drafts(desk):
    """Save as Draft writes `_drafts/slug.md`, without a day in its name."""
    desk.ctrl(Key.Key_N)
    desk.type("An idea")
    desk.press(Key.Key_S, CTRL | Qt.KeyboardModifier.AltModifier)
    assert desk.session.path == desk.site / "_drafts" / "an-idea.md"


def test_a_colleagues_edit_is_never_overwritten_unasked(desk):
    """The file changed on disk: saving asks, and nothing is lost either way."""
    path = desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    theirs = desk.before[path].replace(b"council", b"COUNCIL", 1)
    path.write_bytes(theirs)
    desk.person.answers.append("")
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == theirs
    assert desk.session.is_modified()
    desk.person.answers.append("overwrite")
    desk.ctrl(Key.Key_S)
    assert b"boat! that" in path.read_bytes()


def test_a_file_deleted_meanwhile_can_be_put_back(desk):
    """The text stays in the window, and saving puts the file back after asking."""
    path = desk.open()
    path.unlink()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    desk.person.answers.append("overwrite")
    desk.ctrl(Key.Key_S)
    assert b"boat! that" in path.read_bytes()
    assert "no longer in its folder" in desk.person.asked[-1]


def test_a_no_break_space_and_its_kin_survive_an_edit(desk):
    """NBSP, narrow NBSP, U+2028, a tab, CRLF and emoji are the same bytes after an edit."""
    path = desk.site / "_posts" / "2025-11-18-signs.md"
    body = "Prix\u00a0: 3\u202f€ \u2028 là\ttab 🚢\r\nnext\u00a0line\nlast\ufeff"
    raw = ("---\r\ntitle: Signs\u00a0!\n---\n" + body).encode()
    path.write_bytes(raw)
    desk.open(path)
    desk.go_to_text("next")
    desk.type("!")
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == raw.replace(b"next", b"next!")


def test_the_verdict_says_the_day_and_cures_it(desk):
    """The unquoted time counts as UTC in New York; one click writes the zone."""
    desk.open()
    line = desk.window.verdict
    assert "/news/2025/11/16/ferry-named-after-the-soleil.html" in line.accessibleName()
    assert "File name says the 17th." in line.accessibleName()
    line.cure_asked.emit()
    assert "/news/2025/11/17/ferry-named-after-the-soleil.html" in line.accessibleName()
    assert "date: 2025-11-17 02:08:21 -0500\n" in desk.session.post.front_matter.text
    assert "File name" not in line.accessibleName()


def test_a_failed_save_leaves_a_lasting_sign_and_the_text(desk, monkeypatch):
    """Where nothing can be written the status says NOT SAVED until it is."""
    path = desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    path.parent.chmod(0o555)
    monkeypatch.setattr("os.access", lambda *args, **kwargs: False)
    desk.person.answers.append("cancel")
    desk.ctrl(Key.Key_S)
    monkeypatch.undo()
    path.parent.chmod(0o755)
    assert path.read_bytes() == desk.before[path]
    assert desk.session.is_modified()
    assert desk.window.notices.isVisible()
    desk.ctrl(Key.Key_S)
    assert b"boat! that" in path.read_bytes()
    assert not desk.window.notices.isVisible()
    assert isinstance(desk.program.parts.saver, SaveService)


def file_lines(desk):
    """Give what the form shows of the file's name."""
    widgets = desk.window.form.pane.findChildren(QWidget)
    names = [widget.accessibleName() for widget in widgets if widget.isVisible()]
    return [name for name in names if name.startswith("File: ")]


def test_the_file_name_stands_under_the_title_and_follows_it(desk):
    """A saved post shows its name at once, a new one the name it will have, with each letter."""
    desk.open()
    assert file_lines(desk) == ["File: _posts/2025-11-17-ferry-named-after-the-soleil.md"]
    desk.ctrl(Key.Key_N)
    assert file_lines(desk)[0].endswith("-untitled.md")
    desk.type("Low tide")
    assert file_lines(desk)[0].endswith("-low-tide.md")


def test_what_waits_for_enter_is_saved_too(desk):
    """A tag that was typed and not yet entered is in the file after Ctrl+S."""
    path = desk.open()
    desk.window.form.pane.focus_field("tags")
    desk.press(Key.Key_End)
    desk.type("night boat")
    desk.ctrl(Key.Key_S)
    assert b"tags: [ferry, harbour, night boat]\n" in path.read_bytes()


def test_what_jekyll_would_complain_about_is_counted_and_told(desk):
    """A tag that no Jekyll knows: one problem in the status line, its sentence behind it."""
    path = desk.site / "_posts" / "2025-11-18-slip.md"
    path.write_text("---\nlayout: post\ntitle: Slip\n---\n\nBefore.\n\n{% nothing %}\n")
    desk.open(path)
    button = desk.window.status.findChild(QPushButton, "problems")
    desk.qtbot.waitUntil(lambda: button.text() == "1 problem", timeout=30_000)
    desk.person.answers.append("close")
    button.click()
    assert "line 8" in desk.person.asked[-1]


def test_each_fact_of_the_status_line_tells_more(desk):
    """Words and encoding have their sentences; the first one saves."""
    path = desk.open()
    buttons = {each.objectName(): each for each in desk.window.status.findChildren(QPushButton)}
    desk.person.answers.extend(["close", "close"])
    buttons["words"].click()
    assert "characters" in desk.person.asked[-1]
    buttons["encoding"].click()
    assert "line feeds" in desk.person.asked[-1]
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    buttons["saved"].click()
    assert b"boat! that" in path.read_bytes()


def test_a_link_to_another_post_opens_it_here(desk):
    """A click in the preview on a page of the site goes to its post, not to a browser."""
    desk.open()
    desk.qtbot.waitUntil(lambda: desk.program.parts.sites.contents is not None)
    desk.window.preview.link_activated.emit("/traffic/2025/11/12/bridge-opens.html#height")
    assert desk.session.path == desk.path("_posts/2025-11-12-bridge-opens.md")
    desk.window.preview.link_activated.emit("/no/such/page.html")
    desk.window.preview.link_activated.emit("file:///etc/passwd")
    assert desk.session.path == desk.path("_posts/2025-11-12-bridge-opens.md")
