import time

import pytest
from PySide6.QtCore import Qt

pytestmark = pytest.mark.end_to_end

Key = Qt.Key
FRONT = b"---\ntitle: A post\n---\n\n"


def made(desk, raw, name="2025-11-18-made.md"):
    """Put a file into the site's posts and open it."""
    path = desk.site / "_posts" / name
    path.write_bytes(raw)
    desk.open(path)
    return path


def test_a_folder_that_is_no_site_is_said(desk, tmp_path):
    """A sentence says what a site is; the open site stays."""
    folder = tmp_path / "holiday pictures"
    folder.mkdir()
    desk.person.answers.append("close")
    desk.window.commands.open_site(folder)
    assert "is no Jekyll site" in desk.person.asked[-1]
    assert desk.program.parts.sites.site.root == desk.site


@pytest.mark.parametrize(
    "raw",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), b"\0" * 4096],
    ids=["a picture", "all NUL"],
)
def test_what_is_no_text_can_be_looked_at_and_not_saved(desk, raw):
    """The pane cannot be typed into, saving says why, no byte changes."""
    path = made(desk, raw)
    assert desk.window.text.isReadOnly()
    assert desk.window.notices.isVisible()
    desk.window.text.setFocus()
    desk.type("x")
    assert not desk.session.is_modified()
    desk.person.answers.append("close")
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == raw


def test_an_empty_file_is_a_post_without_front_matter(desk):
    """0 bytes open; the form offers to begin front matter, and typing works."""
    path = made(desk, b"")
    desk.window.text.setFocus()
    desk.type("Words")
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == b"Words"


def test_a_latin_1_file_is_saved_only_after_the_person_chose(desk):
    """What it seems to be is said; not choosing saves nothing; keeping changes one letter."""
    raw = FRONT + "Un café à Besançon, l’été. Déjà vu, garçon!\n".encode("cp1252")
    path = made(desk, raw)
    assert "UTF-8" in desk.window.notices.notice().sentence
    desk.go_to_text("Un caf")
    desk.type("X")
    desk.person.answers.append("cancel")
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == raw
    assert "Besançon" in desk.window.text.text()
    desk.person.answers.append("keep")
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == raw.replace(b"Un caf", b"Un cafX")


def test_a_latin_1_file_can_be_converted(desk):
    """Converting writes the same words as UTF-8."""
    text = "Un café à Besançon, l’été. Déjà vu, garçon!\n"
    path = made(desk, FRONT + text.encode("cp1252"))
    desk.go_to_text("garçon")
    desk.type("s")
    desk.person.answers.append("convert")
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == FRONT + text.replace("garçon", "garçons").encode()


def test_a_utf_16_file_opens_as_words(desk):
    """A file from a word processor shows its words and is not changed unasked."""
    raw = "---\r\ntitle: Zwei\r\n---\r\nGrüße vom Hafen\r\n".encode("utf-16")
    path = made(desk, raw)
    assert "Grüße vom Hafen" in desk.window.text.text()
    assert path.read_bytes() == raw


def test_bytes_that_are_no_utf_8_are_kept_beside_an_edit(desk):
    """One damaged byte: said with its place, kept when the person keeps the file as it is."""
    raw = FRONT + b"Good line with \xc3\xa9 and \xe2\x80\x99 and one bad byte \xff here.\nNext.\n"
    path = made(desk, raw)
    assert desk.window.notices.isVisible()
    desk.go_to_text("Next")
    desk.type("!")
    desk.person.answers.append("keep")
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == raw.replace(b"Next", b"Next!")


def test_broken_yaml_turns_the_form_off_and_the_text_on(desk):
    """The card says line and cause; the body can be written and saved; one click mends it."""
    raw = b"---\ntitle: Kelp: a field guide\nlayout: post\n---\n\nBody text.\n"
    path = made(desk, raw)
    assert desk.session.post.front_matter.problem.line == 2
    desk.go_to_text("Body")
    desk.type("!")
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == raw.replace(b"Body", b"Body!")
    desk.window.form.pane.quick_fix_asked.emit()
    assert desk.session.post.front_matter.problem is None
    assert desk.session.post.front_matter.value("title") == "Kelp: a field guide"
    desk.ctrl(Key.Key_Z)
    assert desk.session.post.front_matter.problem is not None


BOMB = b"---\na: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (name, name, b", ".join([b"*%c" % (name - 1)] * 9))
    for name in range(ord("b"), ord("j"))
)


@pytest.mark.parametrize(
    "front",
    [
        BOMB + b"---\n",
        b"---\na: " + b"[" * 5000 + b"\n---\n",
        b"---\nd: 2025-02-30\nn: " + b"9" * 5000 + b"\n---\n",
        b"---\n" + b"- " * 2000 + b"x\n---\n",
        b"---\n" + b"k: v\n" * 20000 + b"---\n",
    ],
    ids=["aliases", "brackets", "impossible values", "nested dashes", "20,000 keys"],
)
def test_hostile_front_matter_opens_quickly_and_stays_as_it_is(desk, front):
    """A YAML bomb is a file like any other: its body can be written, its bytes stay."""
    raw = front + b"\nBody text.\n"
    started = time.monotonic()
    path = made(desk, raw)
    desk.go_to_text("Body")
    desk.type("!")
    desk.ctrl(Key.Key_S)
    assert time.monotonic() - started < 20
    assert path.read_bytes() == raw.replace(b"Body", b"Body!")


def test_a_post_without_permission_is_not_opened(desk, monkeypatch):
    """The post that is open stays open, and a sentence says why."""
    first = desk.open()
    closed = desk.path("_posts/2025-11-12-bridge-opens.md")

    def denied(*_args, **_keywords):
        raise PermissionError(13, "Permission denied", str(closed))

    monkeypatch.setattr("pathlib.Path.open", denied)
    desk.person.answers.append("close")
    desk.window.commands.open(closed)
    monkeypatch.undo()
    assert "no right to read" in desk.person.asked[-1]
    assert desk.session.path == first


def test_a_post_that_went_away_is_not_opened(desk):
    """A click on a post that was deleted meanwhile says so."""
    first = desk.open()
    desk.person.answers.append("close")
    desk.window.commands.open(desk.site / "_posts" / "2020-01-01-gone.md")
    assert "not there any more" in desk.person.asked[-1]
    assert desk.session.path == first


def test_a_line_of_a_megabyte_can_be_typed_into(desk):
    """The wrap mode changes, letters go in, and the line is one line on disk."""
    raw = FRONT + b"![](data:image/png;base64," + b"iVBORw0KGgo" * 95_000 + b")\nAfter.\n"
    path = made(desk, raw)
    assert desk.window.text.has_long_lines()
    desk.window.text.set_caret_position(500_000)
    desk.window.text.setFocus()
    desk.type("x")
    desk.ctrl(Key.Key_S)
    after = path.read_bytes()
    assert len(after) == len(raw) + 1
    assert after.count(b"\n") == raw.count(b"\n")


def test_ten_megabytes_open_and_save(desk):
    """A book in one file opens, takes a letter at its end and is saved whole."""
    raw = FRONT + (b"The tide came in, and went out again.\n\n" * 262_144)
    path = made(desk, raw)
    pane = desk.window.text
    pane.setFocus()
    desk.press(Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    desk.type("x")
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == raw + b"x"
