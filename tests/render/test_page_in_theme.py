import shutil
from pathlib import Path

import pytest

from editor.post.post import Post
from editor.render.links import SiteAddress
from editor.render.page_head import parts_of
from editor.render.page_sanitize import PageSanitizer
from editor.render.preview import PreviewRenderer
from editor.render.request import RenderRequest
from editor.site.served_files import ServedFiles

SAMPLE = Path(__file__).parents[2] / "resources" / "sample-site"


@pytest.fixture
def site(tmp_path):
    """Give a copy of the sample site."""
    root = tmp_path / "paper"
    shutil.copytree(SAMPLE, root)
    return root


def request_for(root, text=None, name="2025-11-17-ferry-named-after-the-soleil.md", **others):
    """Ask for a post of the site, as its file says or with another text."""
    path = root / "_posts" / name
    post = Post.from_text(text) if text is not None else Post.from_bytes(path.read_bytes())
    values = post.front_matter.values if post.front_matter else {}
    return RenderRequest(
        revision=1,
        path=str(path),
        title=str(values.get("title", "")),
        body=post.body,
        front_matter=dict(values),
        site_root=str(root),
        source=post.text,
        **{"in_theme": True, "place": str(path), **others},
    )


def before_text(root):
    """Give the text of the post that `request_for` asks for."""
    path = root / "_posts" / "2025-11-17-ferry-named-after-the-soleil.md"
    return path.read_text("utf-8")


def test_a_post_is_shown_in_the_theme_of_its_site(site):
    """Masthead, style sheet and text, with the lines of the text for the caret."""
    shown = PreviewRenderer().render(request_for(site))
    assert shown.level == "page as published"
    assert '<link rel="stylesheet" href="/assets/css/site.css">' in shown.page
    assert "The Harbour Post" in shown.page
    assert "Here’s" not in shown.page
    assert shown.blocks[0].html.startswith("<p>Here’s what you need to know")
    assert shown.blocks[0].line == 1
    assert 'href="/traffic/2025/11/12/bridge-opens.html"' in shown.html
    assert shown.html.index("The Harbour Post") < shown.html.index("Here’s")


def test_only_the_text_of_the_post_has_lines(site):
    """Markdown that a layout renders, such as the title, is not a line of the text."""
    shown = PreviewRenderer().render(request_for(site))
    assert "data-line" not in shown.page
    assert shown.html.count("data-line") > 10


def test_a_key_leaves_the_page_round_the_text_alone(site):
    """Only the block that was typed in changes."""
    renderer = PreviewRenderer()
    before = renderer.render(request_for(site))
    text = before_text(site).replace("what you need", "all you need")
    after = renderer.render(request_for(site, text))
    assert after.page == before.page
    changed = [new for old, new in zip(before.blocks, after.blocks, strict=True) if old != new]
    assert ["all you need" in block.html for block in changed] == [True]


def test_a_layout_that_changes_the_text_is_shown_as_it_does(site):
    """What a layout cuts out of the body is cut out here too."""
    layout = site / "_layouts" / "post.html"
    layout.write_text("---\n---\n<main>{{ content | strip_html }}</main>")
    shown = PreviewRenderer().render(request_for(site))
    assert shown.blocks == ()
    assert "Here’s what you need to know" in shown.page
    assert "<em>" not in shown.page


def test_in_the_reading_style_liquid_is_done_too(site):
    """The same words in Dateline's own type, links to other posts resolved."""
    shown = PreviewRenderer().render(request_for(site, in_theme=False))
    assert shown.page == ""
    assert shown.is_published
    assert "/traffic/2025/11/12/bridge-opens.html" in shown.html
    assert "post_url" not in shown.html
    assert shown.blocks[1].line == 1


def test_a_new_post_is_shown_before_it_has_a_file(site):
    """The page is there as soon as there is a title."""
    text = "---\nlayout: post\ntitle: Low tide\ndate: 2025-11-20 10:00:00 -0500\n---\n\nFirst.\n"
    shown = PreviewRenderer().render(request_for(site, text, "2025-11-20-low-tide.md"))
    assert "Low tide" in shown.page
    assert "<p>First.</p>" in shown.html


def test_a_slip_in_liquid_is_said_and_the_page_still_shown(site):
    """Jekyll would stop; the preview says so in a sentence, with the file and the line."""
    text = "---\nlayout: post\ntitle: Slip\n---\n\nBefore.\n\n{% nothing %}\n\nAfter.\n"
    shown = PreviewRenderer().render(request_for(site, text))
    assert "Before." in shown.html
    assert "After." in shown.html
    assert any("line 8" in problem for problem in shown.problems)


def test_a_file_that_jekyll_passes_over_is_shown_by_itself(site):
    """No page is published, so the text alone is shown."""
    place = str(site / "_includes" / "words.md")
    shown = PreviewRenderer().render(request_for(site, "Words.\n", place=place))
    assert shown.page == ""
    assert not shown.is_published
    assert "Words." in shown.html


def test_another_state_of_the_site_is_read_again(site):
    """A layout that was changed is seen as soon as the version grows, and not before."""
    renderer = PreviewRenderer()
    renderer.render(request_for(site, site_version=1))
    layout = site / "_layouts" / "post.html"
    layout.write_text("---\n---\nANOTHER LAYOUT {{ content }}")
    assert "ANOTHER LAYOUT" not in renderer.render(request_for(site, site_version=1)).page
    assert "ANOTHER LAYOUT" in renderer.render(request_for(site, site_version=2)).page


def cleaner(root=None, sheets=None):
    """Give a cleaner for a site at `root` whose made style sheets are `sheets`."""
    files = ServedFiles(root) if root is not None else None
    return PageSanitizer(SiteAddress("", "/blog"), files, (sheets or {}).get)


HOSTILE = [
    "<script>alert(1)</script>",
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<link rel="preconnect" href="https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/a.css">',
    '<link rel="stylesheet" href="//evil.example/a.css">',
    '<link rel="icon" href="https://evil.example/i.png">',
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_head_keeps_only_what_draws_the_page(hostile):
    """Nothing of a hostile head is left, wherever it stands."""
    page = (
        f"<html><head>{hostile}<style>p{{color:red}}</style></head><body>{hostile}x</body></html>"
    )
    shown = cleaner().clean_page(page)
    assert "evil.example" not in shown
    assert "script" not in shown
    assert "<style>p{color:red}</style>" in shown
    assert "x</body>" in shown


def test_handlers_and_frames_of_a_theme_are_left_out():
    """The body of a page loses what the text of a post would lose."""
    page = (
        '<html><body onload="a()"><p onclick="b()">x</p><iframe src="/y"></iframe></body></html>'
    )
    shown = cleaner().clean_page(page)
    assert "onload" not in shown
    assert "onclick" not in shown
    assert "<iframe" not in shown


def test_ids_stay_so_that_the_rules_of_the_theme_find_them():
    """A theme's `#content` is still that, and a link to it leads there."""
    shown = cleaner().clean_page('<body><div id="content"><a href="#content">x</a></div></body>')
    assert '<div id="content"><a href="#content">' in shown


def test_a_made_style_sheet_is_written_out_with_its_addresses_kept():
    """Sass has no file in the site, so its result stands in the page; fonts are still found."""
    sheet = "a{background:url(../img/a.png)} b{src:url('/f.woff2')} c{d:url(data:x)}</style>"
    page = '<html><head><link rel="stylesheet" href="/blog/assets/css/s.css?v=1"></head></html>'
    shown = cleaner(sheets={"/assets/css/s.css": sheet}).clean_page(page + "<body></body>")
    assert 'url("/assets/img/a.png")' in shown
    assert "url('/f.woff2')" in shown
    assert "url(data:x)" in shown
    assert shown.count("</style>") == 1


def test_a_page_is_taken_apart_as_a_browser_does():
    """Attributes of html and body, styles in their order, the body as it was."""
    parts = parts_of(
        '<!doctype html><html lang="fr" class="a&quot;b" onload="x">\n<head><style>a{}</style>'
        '<LINK REL="alternate stylesheet" HREF="/s.css"></head><body class=dark>A < B</body>'
    )
    assert parts.root == ' lang="fr" class="a&quot;b"'
    assert parts.body == ' class="dark"'
    assert parts.styles == [("style", "a{}"), ("link", "/s.css")]
    assert parts.content == "A < B"


def test_a_fragment_without_a_body_is_all_body():
    """A layout that is no whole page is shown all the same."""
    assert parts_of("<p>x</p>").content == "<p>x</p>"


def test_a_post_without_a_layout_is_read_in_datelines_type(site):
    """Jekyll would publish bare HTML; nobody wants to write in front of that."""
    text = "---\nlayout: missing\ntitle: Bare\n---\n\nWords.\n"
    shown = PreviewRenderer().render(request_for(site, text))
    assert shown.page == ""
    assert shown.is_published
    assert "<p>Words.</p>" in shown.html
