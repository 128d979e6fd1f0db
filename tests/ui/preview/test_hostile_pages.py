"""A theme may hold anything too: a whole page does no more than a post."""

import pytest

from editor.render.links import SiteAddress
from editor.render.page_sanitize import PageSanitizer
from editor.render.request import Block, Rendering
from editor.site.served_files import ServedFiles
from tests.ui.preview.test_hostile_posts import HOSTILE, filled, wait_for_all

OWN = (
    '<link rel="stylesheet" href="/assets/site.css">',
    '<p id="canary">Canary</p><img class="own" src="/assets/own.png">',
)


def page_with(hostile):
    """Put something hostile into the head and the body of a page that has its own style."""
    head, body = OWN
    return f"<html><head>{head}{hostile}</head><body>{body}{hostile}</body></html>"


def assert_calm(shown, server, reads_of_secret):
    """Nothing called out, ran, read the secret or led away, and the reading style still comes."""
    shown.wait_for("[...document.querySelectorAll('.own')].every(i => i.naturalWidth === 12)")
    wait_for_all(shown)
    assert server.count() == 0
    assert reads_of_secret() == 0
    assert shown.ask("document.title") != "ran"
    assert shown.ask("location.pathname") == "/"
    shown.show_rendering(Rendering(2, "calm", (Block("calm", "<p>Calm</p>", 0, 0),)))
    assert shown.ask("document.getElementById('post').innerText") == "Calm"


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_view_alone_withstands_a_hostile_page(kind, shown, server, secret, reads_of_secret):
    """As if the sanitizer had let everything through; the theme's own style is there."""
    page = page_with(filled(HOSTILE[kind], server, secret))
    shown.show_rendering(Rendering(1, "page", (), page=page))
    assert_calm(shown, server, reads_of_secret)


def test_hostile_pages_are_clean_before_they_are_shown(
    shown, server, secret, site, reads_of_secret
):
    """Through the sanitizer, one after another in one page, the theme's style in force."""
    cleaner = PageSanitizer(SiteAddress(), ServedFiles(site), lambda _url: None)
    for kind, hostile in HOSTILE.items():
        head, body = OWN
        text = filled(hostile, server, secret)
        page = cleaner.clean_page(f"<html><head>{head}</head><body>{body}{text}</body></html>")
        assert "<script" not in page, kind
        shown.show_rendering(Rendering(1, kind, (), page=page))
        shown.wait_for("document.getElementById('canary') !== null")
    color = "getComputedStyle(document.getElementById('canary')).color"
    shown.wait_for(f"{color} === 'rgb(1, 2, 3)'")
    assert_calm(shown, server, reads_of_secret)


def test_a_change_in_a_page_keeps_its_pictures_and_its_place(shown):
    """A word more in the text: the picture's node stays, the page does not jump."""
    tall = '<div style="height:3000px"></div>'
    for revision, word in ((1, "one"), (2, "two")):
        page = (
            f'<html><body><img class="own" src="/assets/own.png">{tall}<p>{word}</p></body></html>'
        )
        shown.show_rendering(Rendering(revision, "page", (), page=page))
        if revision == 1:
            shown.wait_for("document.querySelector('.own').naturalWidth === 12")
            shown.ask("(document.querySelector('.own').kept = true, window.scrollTo(0, 500), 0)")
    assert shown.ask("document.querySelector('p').innerText") == "two"
    assert shown.ask("document.querySelector('.own').kept") is True
    assert shown.ask("window.scrollY") == 500


def test_the_line_of_the_caret_is_marked_in_a_page(shown):
    """The paragraph that was written there, or the nearest above."""
    page = (
        '<html><body><p data-line="1" data-last-line="2">a</p>'
        '<ul data-line="4" data-last-line="5"><li data-line="4" data-last-line="4">b</li>'
        '<li data-line="5" data-last-line="5">c</li></ul></body></html>'
    )
    shown.pane.mark_block(4)
    shown.show_rendering(Rendering(1, "page", (), page=page))
    marked = "document.querySelector('[data-dl-here]').innerText"
    assert shown.ask(marked) == "c"
    shown.pane.mark_block(2)
    shown.wait_for(f"{marked} === 'a'")
