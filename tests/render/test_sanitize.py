"""What of a post's HTML reaches the page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.render.links import SiteAddress
from editor.render.sanitize import Sanitizer
from editor.site.served_files import ServedFiles


def clean(html, hidden=None, files=None):
    """Give what is left of `html`."""
    return Sanitizer(SiteAddress(), hidden or {}, files).clean(html)


@pytest.mark.parametrize(
    "html",
    [
        '<p class="a b" style="color:red" title="t" lang="ar" dir="rtl">x</p>',
        '<table><thead><tr><th scope="col">a</th></tr></thead></table>',
        '<figure><img src="/a.png" alt="b"><figcaption>c</figcaption></figure>',
        '<details open=""><summary>a</summary>b</details>',
        '<ol start="3" reversed=""><li value="2">a</li></ol>',
        '<video src="/a.mp4" controls=""></video>',
        '<div data-line="3" data-x="y" aria-label="z">a</div>',
    ],
)
def test_what_a_writer_uses_stays_as_it_is(html):
    """Classes, styles, tables, figures and films are part of the post."""
    assert clean(html) == html


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("a<script>b</script>c", "ac"),
        ("a<style>b</style>c", "ac"),
        ("<p onclick='x'>a</p>", "<p>a</p>"),
        ("<a href='javascript:x'>a</a>", "<a>a</a>"),
        ("<a href='/x' target='_blank' ping='/y'>a</a>", '<a href="/x">a</a>'),
        ("<form action='/x'><button>a</button></form>", "a"),
        ("<svg><script>a</script></svg>b", "b"),
        ("<link rel='preconnect' href='//x'><meta http-equiv='refresh'><base href='//x'>a", "a"),
        ("<!-- a -->b", "b"),
        ("<img src='/a.png' srcset='//x/b.png 2x'>", '<img src="/a.png">'),
        ("<img srcset='b.png 1x, /c.png 2x' src='/a.png'>",
         '<img srcset="/b.png 1x, /c.png 2x" src="/a.png">'),
        ("<video poster='//x/a.png'></video>", '<video poster="https://x/a.png"></video>'),
    ],
)  # fmt: skip
def test_what_runs_loads_or_navigates_goes(html, left):
    """The words stay, the danger goes."""
    assert clean(html) == left


def test_names_cannot_hide_those_of_the_page():
    """Every id is the post's own, and a link within the post follows it."""
    html = clean("<h2 id='dateline'>a</h2><a href='#dateline'>b</a><img name='x' src='/a.png'>")
    assert html == (
        '<h2 id="post-dateline">a</h2><a href="#post-dateline">b</a><img src="/a.png">'
    )


def test_a_task_list_shows_its_boxes():
    """And no other field, which nobody could fill in."""
    html = clean("<li><input type='checkbox' checked> a</li><input type='text' value='b'>")
    assert html.count('type="checkbox"') == 2
    assert html.count("disabled") == 2
    assert "value" not in html


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<img src='https://x.example/a.png' alt='A <b>'>", "Image from x.example A <b>"),
        ("<img src='//u:p@x.example:81/a.png'>", "Image from x.example"),
        ("<video src='https://x.example/a.mp4'></video>", "Film from x.example"),
        ("<audio src='https://x.example/a.mp3'></audio>", "Sound from x.example"),
        ("<iframe src='https://x.example/1'>no frames</iframe>", "Embedded page from x.example"),
        ("<IFRAME title='a>b' SRC=//x.example/1 ></IFRAME>", "Embedded page from x.example"),
        ("<iframe srcdoc='<p>a'></iframe>", "Embedded page"),
        ("<object data='https://x.example/a'>b</object>", "Embedded page from x.example"),
        ("<embed src='https://x.example/a'>", "Embedded page from x.example"),
        ("<img alt='b'>", "Image without an address that can be shown b"),
    ],
)
def test_what_would_come_from_elsewhere_is_named(html, words):
    """The writer sees that something stands there, and whose it is."""
    text = re.sub(r"<[^>]*>", " ", clean(html)).replace("&lt;", "<").replace("&gt;", ">")
    assert " ".join(text.split()) == words


def test_a_picture_that_is_not_in_the_site_is_named(tmp_path):
    """A wrong path is seen at once, without a broken-picture sign."""
    (tmp_path / "there.png").write_bytes(b"x")
    files = ServedFiles(tmp_path)
    assert clean("<img src='/there.png'>", files=files) == '<img src="/there.png">'
    assert "/gone.png is not in the site" in clean("<img src='gone.png'>", files=files)


def test_an_address_made_by_liquid_is_shown_as_such():
    """A picture chosen by a tag cannot be loaded; its tag is shown."""
    html = clean("<img src='\U0010f000'><a href='\U0010f000'>a</a>", {0x10F000: "{{ x }}"})
    assert "dl-elsewhere" in html
    assert "\U0010f000" in html
    assert '<a href="/-/outside/%7B%7B%20x%20%7D%7D">a</a>' in html


PIECES = [
    "<p>", "</p>", "<b>", "<div", ">", "<img src=", "'", '"', "//x/a", "/a.png", "<iframe src=",
    "</iframe>", "<script>", "</script>", "<style>", "<svg>", "<math>", "<table>", "<td>",
    "<!--", "-->", "<a href=javascript:x>", " onerror=x ", "&lt;", "text", "<textarea>", "<title>",
    "<noscript>", "<![CDATA[", "]]>", "<template>", "=", " ", "\n", "<mtext>", "<foreignObject>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_nothing_dangerous_is_left_of_any_mixture(html):
    """Pieces of HTML in any order leave only known tags and local addresses."""
    left = clean(html)
    for tag in re.findall(r"<[^>]*>", left):
        assert re.match(r"</?(p|b|div|img|table|tbody|tr|td|a|span)\b", tag), tag
        assert not re.search(r"\s(on\w+|href|srcdoc)=", tag), tag
        assert not re.search(r'src="(?!/[^/]|data:image/)', tag), tag
    assert clean(left) == left
