"""What a site teaches the form, and pictures that come into it, in the running program."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget

pytestmark = pytest.mark.end_to_end

Key = Qt.Key
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
PATIENCE = 30_000
FORM = "fields:\n  subtitle: {label: Standfirst, required: true}\n  lable: {lable: x}\n"


def named(desk, name):
    """Find an input of the form by the name that a screen reader says."""
    found = [each for each in desk.window.form.findChildren(QWidget) if each.isVisible()]
    return next((each for each in found if each.accessibleName() == name), None)


def sentences(desk):
    """Give what stands in the form."""
    labels = desk.window.form.findChildren(QWidget)
    return [each.text() for each in labels if type(each).__name__ == "WrapLabel"]


def drop(desk, path):
    """Drop a file on the field of the image."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    field = desk.window.form.pane.image_field("image")
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, NO_MODIFIER
    QApplication.sendEvent(field, QDragEnterEvent(QPoint(9, 9), copy, data, left, none))
    QApplication.sendEvent(field, QDropEvent(QPointF(9, 9), copy, data, left, none))


def image(desk):
    """Give the image of the open post."""
    return desk.session.post.front_matter.value("image")


def test_a_site_says_what_its_form_is_like(desk):
    """A field of its own is there, asked for, and written; a wrong setting has its line."""
    (desk.site / "dateline.yml").write_text(FORM, encoding="utf-8")
    desk.window.commands.open_site(desk.site)
    desk.open()
    desk.qtbot.waitUntil(lambda: named(desk, "Standfirst") is not None, timeout=PATIENCE)
    assert any("This site asks for “Standfirst”." in each for each in sentences(desk))
    assert any(each.startswith("dateline.yml, line 3: “lable” is no") for each in sentences(desk))
    named(desk, "Standfirst").setFocus()
    desk.type("New")
    assert desk.session.post.front_matter.value("subtitle") == "New"
    assert not any("asks for" in each for each in sentences(desk))


def test_a_picture_that_is_dropped_lies_in_the_site_and_undo_takes_its_path_back(desk, tmp_path):
    """The file's name is the hash of its bytes, as the site has it."""
    QImage(40, 20, QImage.Format.Format_RGB32).save(str(tmp_path / "new.png"))
    path = desk.open()
    old, before = image(desk), desk.session.post
    drop(desk, tmp_path / "new.png")
    desk.qtbot.waitUntil(lambda: image(desk) != old, timeout=PATIENCE)
    assert image(desk).startswith("/assets/images/")
    assert image(desk).endswith(".png")
    assert (desk.site / image(desk).lstrip("/")).is_file()
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == desk.before[path].replace(old.encode(), image(desk).encode())
    desk.ctrl(Key.Key_Z)
    assert desk.session.post == before


def test_what_is_no_picture_is_refused_with_a_sentence(desk, tmp_path):
    """And nothing is written."""
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    desk.open()
    old = image(desk)
    drop(desk, tmp_path / "broken.png")
    desk.qtbot.waitUntil(
        lambda: any("“broken.png” is" in each for each in sentences(desk)), timeout=PATIENCE
    )
    assert image(desk) == old


def test_a_picture_is_picked_from_anywhere(desk, tmp_path, monkeypatch):
    """One of the site's own is named where it lies, one from elsewhere is copied first."""
    own = desk.site / "assets" / "images" / "mark.svg"
    QImage(4, 2, QImage.Format.Format_RGB32).save(str(tmp_path / "new.png"))
    desk.open()
    for path, ending in ((own, "mark.svg"), (tmp_path / "new.png", ".png")):
        old = image(desk)
        monkeypatch.setattr(desk.person, "image_to_use", lambda folder, path=path: path)
        named(desk, "Image: choose another").click()
        desk.qtbot.waitUntil(lambda old=old: image(desk) != old, timeout=PATIENCE)
        assert image(desk).startswith("/assets/images/")
        assert image(desk).endswith(ending)


def test_a_picture_that_comes_late_goes_into_no_other_post(desk, tmp_path):
    """Somebody opened the next post while it was being copied."""
    QImage(40, 20, QImage.Format.Format_RGB32).save(str(tmp_path / "new.png"))
    desk.open()
    before = set((desk.site / "assets" / "images").iterdir())
    drop(desk, tmp_path / "new.png")
    desk.open("_posts/2025-11-12-bridge-opens.md")
    old = desk.session.post
    images = desk.site / "assets" / "images"
    desk.qtbot.waitUntil(lambda: set(images.iterdir()) != before, timeout=PATIENCE)
    QApplication.processEvents()
    assert desk.session.post == old
