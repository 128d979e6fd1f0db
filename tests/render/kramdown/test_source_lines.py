"""Where in the source each block stands."""

import re

import pytest

from editor.render.kramdown import Converter, Options

TEXT = """\
# Ferry news

The ferry is late
again.

- one
- two
  goes on

  > a quote
  > in it
- three

| Pier | Time |
|------|------|
| A    | 9    |
| B    | 10   |

Term
: meaning

  more[^n]

```ruby
puts 1
```

<div markdown="1">
inside
</div>

[^n]: A note

    of two paragraphs
"""


def _places(text):
    """Return kind, first and last line of every block of ``text``."""
    converter = Converter()
    converter.convert(text)
    return [(span.kind, span.line, span.last_line) for span in converter.source_spans()]


def test_every_block_knows_its_lines():
    """Scrolling the preview to the cursor works in lists, tables, definitions and footnotes."""
    assert _places(TEXT) == [
        *[("heading", 1, 1), ("p", 3, 4), ("ul", 6, 12), ("li", 6, 6), ("p", 6, 6)],
        *[("li", 7, 11), ("p", 7, 8), ("blockquote", 10, 11), ("p", 10, 11)],
        *[("li", 12, 12), ("p", 12, 12), ("table", 14, 17), ("thead", 14, 14), ("tr", 14, 14)],
        *[("td", 14, 14), ("td", 14, 14), ("tbody", 16, 17), ("tr", 16, 16), ("td", 16, 16)],
        *[("td", 16, 16), ("tr", 17, 17), ("td", 17, 17), ("td", 17, 17), ("dl", 19, 22)],
        *[("dt", 19, 19), ("dd", 20, 22), ("p", 20, 20), ("p", 22, 22), ("codeblock", 24, 26)],
        *[("html", 28, 30), ("p", 29, 29), ("p", 32, 32), ("p", 34, 34)],
    ]


def test_the_blocks_at_the_top_are_the_whole_text():
    """The preview can replace one block and be sure that the page is what it would be anyway."""
    rendered = Converter().convert(TEXT)
    assert "".join(block.html for block in rendered.blocks) == rendered.html
    assert [(block.kind, block.line, block.last_line) for block in rendered.blocks] == [
        *[("heading", 1, 1), ("p", 3, 4), ("ul", 6, 12), ("table", 14, 17), ("dl", 19, 22)],
        *[("codeblock", 24, 26), ("html", 28, 30), ("footnotes", 0, 0)],
    ]


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_a_block_after_code_stands_where_the_writer_sees_it(fence):
    """Blank lines in code are counted."""
    text = f"{fence}\na\n\n\nb\n{fence}\n\nafter\n"
    assert _places(text) == [("codeblock", 1, 6), ("p", 8, 8)]


def test_a_paragraph_that_a_broken_fence_seemed_to_end_is_one():
    """A fence that is still open while it is typed belongs to the paragraph before."""
    assert _places("one\n```\ntwo\n") == [("p", 1, 3)]


def test_lines_are_written_only_where_they_are_asked_for():
    """The HTML of a post never has marks that Jekyll would not write."""
    plain = Converter().convert(TEXT).html
    marked = Converter(Options(source_lines=True)).convert(TEXT).html
    assert "data-line" not in plain
    assert re.sub(r' data-(last-)?line="\d+"', "", marked) == plain
    assert '<tr data-line="17" data-last-line="17">' in marked
    assert '<li data-line="7" data-last-line="11">' in marked
