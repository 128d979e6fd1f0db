"""Following a text as it is typed brings what reading the whole of it brings."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.render.kramdown import Converter, Options
from tests.bench.render_changes import LINES, SETTINGS, differs

_LINES = Options(source_lines=True)
_WRITTEN = ' data-line="1" data-last-line="1"'
_POST = """\
# Ferry news

The ferry[^1] is *late* again, says [the office][o].

- one
- two

  more

Term
: meaning

# Ferry news

```ruby
puts 1
```

Last[^1] words.

[o]: /office
[^1]: A note.
"""


def _follows(*texts, options=_LINES):
    live, fresh = Converter(options), Converter(options)
    for text in texts:
        assert live.follow(text) == fresh.convert(text)
        assert live.source_spans() == fresh.source_spans()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\n\nb\n", "a\n\n: b\n"),
        ("a\n: b\n\nc\n\nd\n", "a\n: b\n\nc\n: e\n\nd\n"),
        ("{: .c}\n\na\n\nb\n", "{: .c}\n\n\na\n\nb\n"),
        ("```\n\na\n\nb\n\nc\n", "```\n\na\n\nb\n\n```\nc\n"),
        ("<!-- a\n\nb\n\nc\n", "<!-- a\n\nb\n\nc -->\n"),
        ("<div>\n\na\n\n", "<div>\n\na\n\n</div>\n\nb\n"),
        ('<div a="\n\nb\n\nc\n\nd\n', '<div a="\n\nb\n\nc">\n\nd\n'),
        ("<div a\n\nb,\n\nc>\n\nd\n", "<div a\n\nb\n\nc>\n\nd\n"),
        ("<b a\n\nb,\n\nc>\n\nd\n", "<b a\n\nb\n\nc>\n\nd\n"),
        ("{: a\n\nb\n\nc\n", "{: a\n\nb\n\nc}\n\nd\n"),
        ("{::comment}\n\na\n\nb\n", "{::comment}\n\na\n\n{:/comment}\nb\n"),
        ("$$\n\na\n\nb\n", "$$\n\na\n\n$$\n\nb\n"),
        ("[a]: b\n\nc\n", "d\n\n[a]: b\n\nc\n"),
        ("\n\na\n\nb\n", "a\n\nb\n"),
        ("a\n\na\n\na\n", "a\n\na\n\na\n\na\n"),
        ("a\n", "a\nb\n"),
        ("   \ta\n\n   \tb\n", "   \ta c\n\n   \tb\n"),
        ("# a\n\n# a\n\n# a\n", "# b\n\n# a\n\n# a\n"),
        ("* x\n{:toc}\n\n# a\n\n* y\n{:toc}\n", "# a\n\n* y\n{:toc}\n"),
        (
            "[^a] b[^c]\n\nd[^a]\n\n[^a]: e\n[^c]: f[^a]\n",
            "b[^c]\n\nd[^a]\n\n[^a]: e\n[^c]: f[^a]\n",
        ),
        ("[^a]\n\n[^a]: b\n\n[^a]: c\n", "[^a]\n\n[^a]: b\n\nc\n"),
        ("HTML\n\n*[HTML]: a\n", "HTML\n\n*[HTML]: ab\n"),
        ("a\n{:x}\n\n{:x: .b}\n", "a\n{:x}\n\n{:x: .bc}\n"),
        ("a\n\n{::options auto_ids='false' /}\n\n# b\n", "a\n\n# b\n"),
        ("a\n\n|b|\n|:-:|\n\n# c\n", "# c\n\na\n\n|b|\n|:-:|\n\n# c\n"),
        ("a\n\n\n<p>b</p>\n", "a\n\n<p>b</p>\n"),
        (f"a\n\n`<p{_WRITTEN}>`\n", f"a\n\n\n`<p{_WRITTEN}>`\n"),
        ("{: .a\n\nb\n\nc } x\n\nd\n", "{: .a\n\nb\n\nc }\n\nd\n"),
    ],
)
def test_a_change_reaches_as_far_as_kramdown_lets_it(before, after):
    """A key that opens, closes or defines something changes what stands far from it, at once."""
    _follows(before, after, before, "x\n\n" + after, after)


@pytest.mark.parametrize("key", ["x", "\n", "\n\n", "# ", "[^1]", "`", "{", ""])
def test_each_place_of_a_post_can_be_edited(key):
    """Wherever a writer types or deletes, the preview shows the post as it is."""
    live, fresh = Converter(_LINES), Converter(_LINES)
    for place in range(0, len(_POST), 7):
        text = _POST[:place] + key + _POST[place + (not key) :]
        assert live.follow(text) == fresh.convert(text)
    _follows(_POST, "", _POST)


@given(
    st.lists(st.sampled_from([*LINES, "word ", "\n"]), max_size=25).map("".join),
    st.lists(st.sampled_from([*LINES, "word ", "\n"]), max_size=25).map("".join),
    st.sampled_from(SETTINGS),
)
def test_any_text_can_become_any_other(one, other, options):
    """Whatever is pasted, and whatever it replaces, the preview is the same as from anew."""
    _follows(one, one + other, other, other + one, one, options=options)


@pytest.mark.parametrize("seed", range(12))
def test_many_edits_one_after_another_leave_no_trace(seed):
    """An hour of typing leaves the preview that the text has, not a memory of earlier ones."""
    dice = random.Random(seed)
    assert differs(_POST, SETTINGS[seed % len(SETTINGS)], 25, dice) == ""


def test_only_what_changed_is_read_again():
    """A key in a long post costs a few of its blocks: the others are the same objects."""
    converter = Converter()
    text = "".join(f"Paragraph {number}.\n\n" for number in range(50))
    before = converter.follow(text).blocks
    after = converter.follow(text.replace("ph 25", "ph x25")).blocks
    assert [one is other for one, other in zip(before, after, strict=True)].count(False) <= 3


def test_bare_text_is_one_block_over_blank_lines():
    """As it always was, whatever is read by itself."""
    blocks = Converter().convert("   \ta\n\n   \tb\n\nc\n").blocks
    assert [(block.kind, block.line, block.last_line) for block in blocks] == [
        ("text", 1, 3),
        ("p", 5, 5),
    ]


def test_lines_count_from_where_the_text_begins():
    """Also in footnotes, which stand elsewhere."""
    converter = Converter(_LINES)
    html = converter.convert("a[^1]\n\nb\n\n[^1]: c\n", 11).html
    assert '<p data-line="13" data-last-line="13">b</p>' in html
    assert '<p data-line="15" data-last-line="15">c' in html
