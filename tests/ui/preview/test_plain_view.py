"""The preview without a browser engine."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser

from editor.render.request import Block, Rendering
from editor.ui.preview.plain_view import PlainView
from editor.ui.theme import DARK, LIGHT


def shown(view, *html, path="post", direction="ltr"):
    """Show these blocks and give Qt's view of them."""
    blocks = tuple(Block(str(at), text, at, at) for at, text in enumerate(html))
    view.show_rendering(Rendering(1, path, blocks, direction=direction))
    return view.findChild(QTextBrowser)


@pytest.fixture
def view(qtbot, site):
    """Give a view on the small site."""
    view = PlainView(LIGHT)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.set_site_root(site)
    view.show()
    return view


def test_words_and_structure_are_shown(view):
    """The post can be read."""
    browser = shown(view, "<h1>Title</h1>", "<ul><li>one</li></ul>")
    assert browser.document().toRawText().split("\u2029") == ["Title", "one"]


@pytest.mark.parametrize(
    ("address", "is_loaded"),
    [
        ("/assets/own.png", True),
        ("/assets/link.png", False),
        ("/../secret.png", False),
        ("http://harbour.example/a.png", False),
        ("file:///etc/hostname", False),
        ("/assets/site.css", False),
    ],
)
def test_only_the_site_s_pictures_are_loaded(view, address, is_loaded):
    """Nothing comes from elsewhere, here too."""
    browser = shown(view, f"<img src='{address}'>")
    kind = QTextDocument.ResourceType.ImageResource.value
    found = browser.loadResource(kind, QUrl(address))
    assert (found is not None) == is_loaded
    style = QTextDocument.ResourceType.StyleSheetResource.value
    assert browser.loadResource(style, QUrl(address)) is None


def test_a_click_is_told_and_nothing_is_opened(view, qtbot):
    """The window decides here too; a link within the post scrolls."""
    browser = shown(view, "<a href='/a.html'>x</a>")
    with qtbot.waitSignal(view.link_activated) as clicked:
        browser.anchorClicked.emit(QUrl("/-/outside/mailto%3Aa%40b.example"))
    assert clicked.args == ["mailto:a@b.example"]
    with qtbot.assertNotEmitted(view.link_activated):
        browser.anchorClicked.emit(QUrl("#post-x"))


def test_the_place_is_kept_in_the_same_post_only(view):
    """Writing does not move what is read."""
    words = [f"<p>Paragraph {number}</p>" for number in range(60)]
    bar = shown(view, *words).verticalScrollBar()
    bar.setValue(200)
    shown(view, *words, "<p>More</p>")
    assert bar.value() == 200
    shown(view, *words, path="another")
    assert bar.value() == 0
    view.mark_block(50)
    assert bar.value() > 200


def test_the_theme_changes_what_is_shown(view):
    """Dark and light."""
    browser = shown(view, "<p>Words</p>")
    view.set_theme(DARK)
    assert DARK.pane in browser.styleSheet()
    assert browser.document().toRawText() == "Words"
