"""The whole way from a post to what is shown."""

from datetime import UTC, date, datetime

import pytest

from editor.post.field_values import JekyllTime
from editor.render.preview import PreviewRenderer
from editor.render.request import HEAD_LINE, RenderRequest

BODY = """
First paragraph with a [link][l] and a note[^1].

## A heading

- one
- two

  with a paragraph

```python
print("x")
```

> quoted

Last.

[l]: https://harbour.example/
[^1]: The note.
"""


@pytest.fixture(scope="module")
def renderer():
    """Give a renderer that is kept warm."""
    return PreviewRenderer()


def head(renderer, **values):
    """Give what stands above the text."""
    title = values.pop("title", "")
    path = values.pop("path", "")
    when = values.pop("when", None)
    root = values.pop("site_root", None)
    request = RenderRequest(1, path, title, "", values, site_root=root, when=when)
    return renderer.render(request).html


def test_blocks_know_their_lines(renderer):
    """The block under the caret can be found."""
    rendering = renderer.render(RenderRequest(1, "p", "Title", BODY, {}))
    found = {
        word: next(block.line for block in rendering.blocks if word in block.html)
        for word in ("dl-title", "First", "heading", "<ul>", "print", "quoted", "Last.")
    }
    lines = BODY.split("\n")
    assert found == {
        "dl-title": HEAD_LINE,
        "First": 1,
        "heading": lines.index("## A heading"),
        "<ul>": lines.index("- one"),
        "print": lines.index("```python"),
        "quoted": lines.index("> quoted"),
        "Last.": lines.index("Last."),
    }


def test_what_hangs_together_over_blocks_is_rendered_as_a_whole(renderer):
    """A link whose address stands at the end, a footnote, a list across blank lines."""
    html = renderer.render(RenderRequest(1, "p", "", BODY, {})).html
    assert 'href="https://harbour.example/"' in html
    assert "The note." in html
    assert html.count("<ul>") == 1


def test_changing_one_paragraph_changes_one_block(renderer):
    """And moving the others changes none of them."""
    before = renderer.render(RenderRequest(1, "p", "", BODY, {}))
    longer = BODY.replace("## A heading", "New paragraph.\n\n## A heading")
    after = renderer.render(RenderRequest(2, "p", "", longer, {}))
    ids = [block.id for block in before.blocks]
    changed = [block.html for block in after.blocks if block.id not in ids]
    # The notes at the end know where they were written.
    assert changed[0] == "<p>New paragraph.</p>"
    assert ["The note." in html for html in changed[1:]] == [True]


def test_line_ends_of_any_kind_are_the_same(renderer):
    """A file from Windows or an old Mac looks like any other."""
    shown = {
        renderer.render(RenderRequest(1, "p", "", BODY.replace("\n", end), {})).blocks
        for end in ("\n", "\r\n", "\r")
    }
    assert len(shown) == 1


def test_a_title_keeps_its_emphasis(renderer):
    """And its angle brackets stay text."""
    html = head(renderer, title="Ferry *Soleil* **bold** `code` 2 * 3 * 4 snake_case_name <b>")
    assert (
        "Ferry <em>Soleil</em> <strong>bold</strong> <code>code</code>"
        " 2 * 3 * 4 snake_case_name &lt;b&gt;</h1>"
    ) in html


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"author": "News desk"}, "By News desk"),
        ({"author": ["Ana", "Bo", "Cy"]}, "By Ana, Bo and Cy"),
        ({"authors": [{"name": "Ana"}, "Bo"]}, "By Ana and Bo"),
        ({"categories": "News"}, "News"),
        ({"categories": ["News", "Sea"], "author": "Ana"}, "By Ana · News, Sea"),
        ({"date": date(2025, 11, 7)}, "7 November 2025"),
        ({"date": JekyllTime(datetime(2025, 11, 7, tzinfo=UTC))}, "7 November 2025"),
        ({"date": "2025-11-07 10:00"}, "7 November 2025"),
        ({"date": "soon"}, ""),
        ({"path": "/x/_posts/2025-02-03-a.md"}, "3 February 2025"),
        ({"path": "/x/_posts/2025-13-03-a.md"}, ""),
        (
            {"when": datetime(2025, 11, 6, tzinfo=UTC), "date": date(2025, 11, 7)},
            "6 November 2025",
        ),
        ({"author": 7, "categories": {"a": 1}}, ""),
    ],
)
def test_the_by_line_tells_who_when_and_where(renderer, values, line):
    """From whatever the front matter holds, and nothing from what it does not."""
    html = head(renderer, **values)
    assert html == (
        f'<header class="dl-head"><p class="dl-byline">{line}</p></header>' * bool(line)
    )


@pytest.mark.parametrize(
    "values",
    [
        {"image": "/assets/images/a.png"},
        {"image": "assets/images/a.png"},
        {"image": "a.png"},
        {"image": {"path": "/assets/images/a.png", "alt": "x"}},
        {"header": {"image": "a.png"}},
        {"cover": "gone.png"},
    ],
)
def test_the_image_is_found_where_themes_keep_images(renderer, tmp_path, values):
    """A bare name means a file in one of the usual folders."""
    (tmp_path / "assets" / "images").mkdir(parents=True)
    (tmp_path / "assets" / "images" / "a.png").write_bytes(b"x")
    html = head(renderer, site_root=str(tmp_path), **values)
    if values.get("cover"):
        assert "gone.png is not in the site" in html
    else:
        assert 'src="/assets/images/a.png"' in html


def test_an_image_elsewhere_is_named_and_not_loaded(renderer, tmp_path):
    """A remote picture stands as its host's name."""
    html = head(renderer, image="https://x.example/a.png", site_root=str(tmp_path))
    assert "<img" not in html
    assert "x.example" in html


@pytest.mark.parametrize(
    ("values", "body", "direction", "language"),
    [
        ({}, "Plain words", "ltr", ""),
        ({"lang": "ar"}, "مهرجان الميناء", "rtl", "ar"),
        ({"dir": "ltr", "lang": "pt_BR"}, "مهرجان", "ltr", "pt-BR"),
        ({"lang": "not a tag"}, "עברית and a word", "ltr", ""),
        ({}, "123 :-) …", "ltr", ""),
    ],
)
def test_a_post_reads_in_its_own_direction(renderer, values, body, direction, language):
    """What the post says counts, then what most of its letters are."""
    rendering = renderer.render(RenderRequest(1, "p", "", body, values))
    assert (rendering.direction, rendering.language) == (direction, language)


def test_an_empty_post_is_shown_as_nothing(renderer):
    """No block, no error."""
    assert renderer.render(RenderRequest(1, "", "", "")).blocks == ()
