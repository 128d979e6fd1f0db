"""Pictures that are dropped on the form or pasted into it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.ui.form.link_button import LinkButton

CONTROL = Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def given(desk):
    """Collect the pictures that the form hands over."""
    found = []
    desk.form.image_given.connect(lambda key, image: found.append((key, image)))
    return found


def file_data(path):
    """Give what a file manager drops."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    return data


def drop(desk, data):
    """Drop something on the image field; tell whether the field wants it."""
    field = desk.form.image_field("image")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(field.rect().center(), copy, data, left, NO_KEY)
    enter.setAccepted(False)
    QApplication.sendEvent(field, enter)
    if enter.isAccepted():
        centre = QPointF(field.rect().center())
        QApplication.sendEvent(field, QDropEvent(centre, copy, data, left, NO_KEY))
    return enter.isAccepted()


def click(desk, words):
    """Click a link."""
    links = [each for each in desk.form.findChildren(LinkButton) if each.text() == words]
    QTest.mouseClick(next(each for each in links if each.isVisible()), Qt.MouseButton.LeftButton)


def test_a_picture_is_dropped_on_the_field(desk, given):
    """A file that is no picture is not taken, and nothing is written before an answer."""
    desk.open("image: /a.png\n")
    assert drop(desk, file_data("/home/ada/ferry.JPG"))
    assert [(key, image.source) for key, image in given] == [
        ("image", Path("/home/ada/ferry.JPG"))
    ]
    assert not drop(desk, file_data("/home/ada/notes.txt"))
    assert desk.said == []


def test_a_picture_is_pasted_and_a_text_is_still_a_text(desk, given):
    """Pixels come as the bytes of a PNG, a copied file as the file."""
    desk.open("title: A\n")
    desk.go_to("Image")
    QApplication.clipboard().setImage(QImage(2, 1, QImage.Format.Format_RGB32))
    desk.press(Qt.Key.Key_V, CONTROL)
    assert given[0][1].source.startswith(b"\x89PNG")
    QApplication.clipboard().setMimeData(file_data("/a/b.heic"))
    desk.press(Qt.Key.Key_V, CONTROL)
    assert given[1][1].source == Path("/a/b.heic")
    QApplication.clipboard().setText("/c.png")
    desk.press(Qt.Key.Key_V, CONTROL)
    assert desk.lines == "title: A\nimage: /c.png\n"
    assert len(given) == 2


def test_what_was_done_to_a_picture_is_said_and_its_words_are_asked_for(desk):
    """The field for those who do not see it comes by itself, under the picture."""
    desk.open("title: A\nimage: /old.png\n")
    desk.form.place_image("image", "/assets/new.jpg", "What the camera noted was left out.")
    assert desk.lines == "title: A\nimage: /assets/new.jpg\n"
    assert "What the camera noted was left out." in desk.notes()
    alt = desk.go_to("Image in words")
    desk.type("A ferry")
    assert desk.lines.endswith('image_alt: "A ferry"\n')
    assert alt.isVisible()


def test_a_large_picture_is_made_smaller_or_taken_as_it_is(desk, given):
    """The person decides, in the field."""
    desk.open("title: A\n")
    drop(desk, file_data("/big.jpg"))
    desk.form.image_field("image").hold_back(given[0][1], "This picture has 40 megapixels.")
    assert any("40 megapixels" in note for note in desk.notes())
    click(desk, "Make it 2,000 pixels wide")
    assert (given[1][1].widest, given[1][1].may_be_heavy) == (2000, True)
    desk.form.image_field("image").hold_back(given[0][1], "This picture has 40 megapixels.")
    click(desk, "Take it as it is")
    assert (given[2][1].widest, given[2][1].may_be_heavy) == (0, True)
    assert desk.said == []


def test_a_picture_for_a_post_that_may_not_be_changed_is_not_taken(desk, given):
    """Reading changes nothing."""
    desk.open("title: A\n")
    desk.form.set_read_only(is_read_only=True)
    assert not drop(desk, file_data("/a.png"))
    assert given == []
