"""A page of the site whose text is patched block by block."""

from editor.render.request import BODY_PLACE, Block, Rendering


def page_of(revision, title, *texts):
    """Give a rendering of a page with this title above these blocks."""
    page = (
        f"<html><body><header>{title}</header><main>\n{BODY_PLACE}\n</main>"
        '<footer><img src="/assets/own.png"></footer></body></html>'
    )
    blocks = tuple(Block(text, text, line, line) for line, text in enumerate(texts))
    return Rendering(revision, "page", blocks, page=page)


TEXT = "document.querySelector('main').textContent.trim()"


def test_a_key_in_a_page_of_the_site_changes_one_block(shown):
    """Everything round the text, and every other block, is the same node as before."""
    shown.show_rendering(page_of(1, "T", "<p>One</p>", "bare", "<p>Two</p>"))
    assert shown.ask(TEXT) == "OnebareTwo"
    shown.ask("(window.kept = [...document.querySelectorAll('header, img, p')], 0)")
    shown.show_rendering(page_of(2, "T", "<p>One</p>", "bare", "<p>Two more</p>", "<p>3</p>"))
    assert shown.ask(TEXT) == "OnebareTwo more3"
    same = (
        "[...document.querySelectorAll('header, img, p')].filter((n) => kept.includes(n)).length"
    )
    assert shown.ask(same) == 4
    shown.show_rendering(page_of(3, "T"))
    assert shown.ask(TEXT) == ""


def test_a_new_title_leaves_the_text_of_the_page_in_place(shown):
    """The page round the text changes, the blocks stay and can be patched afterwards."""
    shown.show_rendering(page_of(1, "Old", "<p>One</p>", "<p>Two</p>"))
    shown.ask("(window.kept = [...document.querySelectorAll('p')], 0)")
    shown.show_rendering(page_of(2, "New", "<p>One</p>", "<p>Two</p>"))
    assert shown.ask("document.querySelector('header').textContent") == "New"
    assert shown.ask("kept.every((n, i) => n === document.querySelectorAll('p')[i])")
    shown.show_rendering(page_of(3, "New", "<p>Zero</p>", "<p>One</p>", "<p>2</p>"))
    assert shown.ask(TEXT) == "ZeroOne2"


def test_the_block_of_the_caret_is_marked_in_a_page_of_the_site(shown):
    """By its line in the text, as in the reading style."""
    shown.pane.mark_block(1)
    shown.show_rendering(page_of(1, "T", "<p>One</p>", "<p>Two</p>"))
    assert shown.ask("document.querySelector('[data-dl-here]').textContent") == "Two"
