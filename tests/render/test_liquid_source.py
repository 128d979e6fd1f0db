"""Liquid that nobody renders yet is never lost and never mangled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.render.links import SiteAddress
from editor.render.liquid_source import protect, reveal

SITE = SiteAddress("https://harbour.example", "/blog")


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("{{ site.baseurl }}/a", "/blog/a"),
        ("{{site.url}}{{ site.baseurl }}/a", "https://harbour.example/blog/a"),
        ('{{ "/a" | relative_url }}', "/blog/a"),
        ("{{ 'a' | relative_url }}", "/blog/a"),
        ("{{- '/a' | absolute_url -}}", "https://harbour.example/blog/a"),
        ('{{ "/a" | prepend: site.baseurl }}', "/blog/a"),
        (
            '{{ "/a" | prepend: site.baseurl | prepend: site.url }}',
            "https://harbour.example/blog/a",
        ),
    ],
)
def test_a_question_for_an_address_is_answered(written, answer):
    """What only asks where the site is needs no Liquid."""
    protected = protect(written, SITE)
    assert protected.text == answer
    assert not protected.hidden


def test_other_tags_become_one_character_each_and_come_back_as_source():
    """In running text, in code and in addresses."""
    protected = protect('a {% include "x" %} b', SITE)
    mark = next(iter(protected.hidden))
    assert protected.text == f"a {chr(mark)} b"
    html = f'<p title="{chr(mark)}">{chr(mark)}</p><pre><b>{chr(mark)}</b></pre>'
    assert reveal(html, protected.hidden) == (
        '<p title="{% include &quot;x&quot; %}">'
        '<code class="dl-liquid">{% include "x" %}</code></p>'
        '<pre><b>{% include "x" %}</b></pre>'
    )


def test_markup_in_a_tag_is_shown_and_not_obeyed():
    """A tag's text is text."""
    protected = protect("{{ '<script>' }}", SITE)
    shown = reveal(f"<p>{protected.text}</p>", protected.hidden)
    assert shown == "<p><code class=\"dl-liquid\">{{ '&lt;script&gt;' }}</code></p>"


def test_lines_are_still_known_after_a_tag_of_several_lines():
    """The block below a long include is marked where it was written."""
    protected = protect("a\n{% include\n x\n %}\nb\n{{\n}}\nc", SITE)
    lines = protected.text.split("\n")
    assert [protected.source_line(lines.index(word)) for word in "abc"] == [0, 4, 7]


@given(st.text(alphabet="a{%}} \n\U0010f000\U0010f001\U0010fffd<>&\"'", max_size=60))
def test_whatever_is_hidden_comes_back(text):
    """No character of a post is lost, its own private-use characters included."""
    protected = protect(text, SITE)
    assert protected.text.translate(protected.hidden) == text
