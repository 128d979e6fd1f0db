"""kramdown in Python-Markdown's clothes."""

import markdown
import pytest

from editor.render.kramdown import Converter, Kramdown, Options


def test_python_markdown_converts_as_kramdown_does():
    """Everything goes through `md.convert`, which only trims the white space around."""
    extension = Kramdown()
    md = markdown.Markdown(extensions=[extension])
    assert md.convert("# A\n") == '<h1 id="a">A</h1>'
    assert extension.result.html == '<h1 id="a">A</h1>\n'


def test_another_markdown_keeps_its_own_ways():
    """The extension changes the object that it is given, not the class."""
    markdown.Markdown(extensions=[Kramdown()])
    assert markdown.markdown("#A") == "<h1>A</h1>"


def test_texts_do_not_see_each_other():
    """Ids, footnotes and link definitions of one post never reach the next."""
    converter = Converter()
    first = converter.convert("# A\n\n[a][b] c[^1]\n\n[b]: d\n[^1]: e\n")
    assert 'href="d"' in first.html
    assert converter.convert("# A\n\n[a][b] c[^1]\n").html == (
        '<h1 id="a">A</h1>\n\n<p>[a][b] c[^1]</p>\n'
    )


@pytest.mark.parametrize("text", ["", "\n", "  \n\t\n"])
def test_a_blank_text_is_a_line_end(text):
    """A post without a word is what kramdown makes of it, also after another post."""
    converter = Converter()
    converter.convert("a\n")
    assert converter.convert(text).html == "\n"
    assert converter.convert(text).blocks == ()
    assert converter.source_spans() == ()


def test_code_is_coloured_by_whoever_is_asked():
    """Another part of the program supplies the colours; the frames stay Jekyll's."""

    def shout(code, language):
        return f'<span class="k">{code.upper()}</span>' if language == "ruby" else None

    converter = Converter(highlight=shout)
    assert '<code><span class="k">X\n</span></code>' in converter.convert("```ruby\nx\n```\n").html
    assert "<code>x &lt; y\n</code>" in converter.convert("```python\nx < y\n```\n").html
    assert "<code>x\n</code>" in converter.convert("```\nx\n```\n").html
    assert 'class="language-nosuch">x' in converter.convert("```nosuch\nx\n```\n").html


def test_a_setting_that_kramdown_refuses_is_passed_over():
    """A slip in _config.yml, on which Jekyll stops, leaves the preview as it was."""
    config = {"toc_levels": "many", "footnote_nr": "x", "smart_quotes": "a", "nosuch": 1}
    assert Options.from_config(config) == Options.from_config({})


@pytest.mark.parametrize(
    ("release", "expected"),
    [
        ("2.4", '<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" '),
        ("2.5", '<sup id="fnref:1"><a href="#fn:1" class="footnote" rel="footnote" role='),
    ],
)
def test_footnotes_carry_their_roles_as_the_sites_kramdown_puts_them(release, expected):
    """Sites with kramdown 2.5 see the ARIA roles where 2.5 has them."""
    html = Converter(Options(release=release)).convert("a[^1]\n\n[^1]: b\n").html
    assert expected in html
    assert ('role="doc-endnote"' in html) == (release == "2.4")
