import json
import subprocess
import sys
import time
from itertools import chain, pairwise, repeat
from pathlib import Path

import pytest

from editor.render.code.names import TAGS
from editor.render.highlight import LARGEST_CODE, Highlighter
from editor.render.kramdown.rouge_names import NAMES

SAMPLES = json.loads(
    (Path(__file__).parents[1] / "data" / "code_colours.json").read_text(encoding="utf-8")
)
# Shares of characters that are reached: Pygments cuts some pieces otherwise than Rouge does.
REACHED = {
    "Dockerfile": 0.68,
    "hack": 0.65,
    "html": 0.94,
    "ini": 0.95,
    "java": 0.98,
    "js": 0.93,
    "json": 0.95,
    "kotlin": 0.87,
    "liquid": 0.64,
    "markdown": 0.79,
    "php": 0.82,
    "python": 0.96,
    "ruby": 0.91,
    "rust": 0.91,
    "scala": 0.81,
    "scss": 0.86,
    "sql": 0.98,
    "swift": 0.89,
    "toml": 0.95,
    "typescript": 0.95,
    "yaml": 0.95,
    "c": 0.99,
    "cpp": 0.93,
    "go": 0.96,
    "css": 0.99,
}


@pytest.fixture
def highlighter():
    """Give a highlighter that has loaded nothing."""
    return Highlighter()


def classes(tokens):
    """Give the class of each character."""
    return list(chain.from_iterable(repeat(short, len(text)) for short, text in tokens))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["language"])
def test_code_has_the_classes_that_the_sites_theme_colours(sample, highlighter):
    """Most characters have Rouge's class, so the theme's own rules colour them."""
    code = "".join(text for _, text in sample["rouge"])
    wanted = classes(sample["rouge"])
    got = classes(highlighter.tokens(code, sample["language"]))
    equal = sum(left == right for left, right in zip(wanted, got, strict=True))
    assert equal / len(code) >= REACHED.get(sample["language"], 1)


def test_words_of_a_language_get_their_classes(highlighter):
    """The class names are those that Rouge's style sheets know."""
    html = highlighter.highlight("def tide(): pass\n", "python")
    assert '<span class="k">def</span>' in html
    assert '<span class="nf">tide</span>' in html


def test_code_is_written_as_rouge_writes_it(highlighter):
    """Signs that mean something in HTML are escaped, quotes stay, plain text has no span."""
    assert highlighter.highlight('if a < b && "c"\n', "ruby") == (
        '<span class="k">if</span> <span class="n">a</span> <span class="o">&lt;</span> '
        '<span class="n">b</span> <span class="o">&amp;&amp;</span> '
        '<span class="s2">"c"</span>\n'
    )


@pytest.mark.parametrize("language", ["SQL", "C", "Java", "solidty", "", "guess", "angular2"])
def test_a_language_that_rouge_does_not_know_stays_plain(language, highlighter):
    """Jekyll frames no code of a language that Rouge lacks; capitals count."""
    assert highlighter.highlight("select 1", language) is None


@pytest.mark.parametrize(
    ("alias", "language"),
    [
        ("sh", "bash"),
        ("py", "python"),
        ("js", "javascript"),
        ("yml", "yaml"),
        ("Dockerfile", "docker"),
        ("rust,ignore", "rust"),
    ],
)
def test_an_alias_gives_the_same_colours(alias, language, highlighter):
    """A writer may use any name that Rouge has for a language."""
    code = "if [ 1 ]; then RUN fn = 'a'; fi # b\n"
    assert highlighter.highlight(code, alias) == highlighter.highlight(code, language)


def test_a_language_without_a_reader_is_framed_and_plain(highlighter):
    """Rouge knows XPath and Pygments does not: the code shows without colours."""
    assert highlighter.highlight("//a[b < 1]", "xpath") == "//a[b &lt; 1]"


@pytest.mark.parametrize("language", sorted(set(TAGS.values())))
def test_no_character_of_the_code_is_lost(language, highlighter):
    """Colours never change what the reader copies from the page."""
    for code in (
        "",
        "\n",
        "\n\n  x = 1",
        "é \U0001f40b\u2028 'open",
        "\tif (a) {\r\n",
        "<<EOF\n\x00 `#{$(",
    ):
        tokens = highlighter.tokens(code, language)
        assert "".join(text for _, text in tokens) == code
        assert all(text for _, text in tokens)


def test_every_language_that_jekyll_knows_is_framed(highlighter):
    """Those without a reader are shown plainly, but as code."""
    assert {name for name in NAMES if highlighter.highlight("a", name) is None} == set()


def test_fences_frame_the_languages_that_have_colours():
    """A block is framed as code exactly where Rouge knows the name."""
    assert set(TAGS) == NAMES


def test_neighbours_of_one_class_share_a_span(highlighter):
    """Rouge joins them, and a theme may draw a frame round a span."""
    for sample in SAMPLES:
        code = "".join(text for _, text in sample["rouge"])
        shorts = [short for short, _ in highlighter.tokens(code, sample["language"])]
        assert all(left != right for left, right in pairwise(shorts))


def test_a_very_long_block_stays_plain(highlighter):
    """Beyond 100,000 characters colours cost more than they give."""
    assert highlighter.highlight("x" * LARGEST_CODE, "ruby") is not None
    assert highlighter.highlight("x" * (LARGEST_CODE + 1), "ruby") is None


@pytest.mark.parametrize(
    ("language", "part"),
    [
        ("java", "\n"),
        ("java", '"a\\'),
        ("toml", "("),
        ("kotlin", "0"),
        ("css", '"a\\'),
        ("ini", "1_"),
        ("ruby", "<<A\n"),
        ("ruby", "%("),
        ("sh", "`$("),
        ("sh", "$(<<A "),
        ("css", "a{"),
        ("diff", "\n"),
        ("console", "$ a\n"),
        ("php", "'\\"),
        ("js", "/[("),
        ("html", "&a"),
        ("python", "'{"),
        ("rust", 'b?r#"'),
        ("c", "\n"),
        ("make", "_"),
        ("markdown", "\n"),
        ("json", "["),
        ("yaml", "- a: "),
        ("perl", "'\\"),
    ],
)
def test_no_code_holds_the_preview_up(language, part, highlighter):
    """What a pattern would look at again and again is cut off in time, and shown plain."""
    code = (part * LARGEST_CODE)[:LARGEST_CODE]
    highlighter.highlight("", language)
    started = time.thread_time()
    tokens = highlighter.tokens(code, language)
    assert time.thread_time() - started < 2
    assert "".join(text for _, text in tokens) == code


def test_line_numbers_stand_in_the_table_that_themes_style(highlighter):
    """Jekyll names the cells `gutter` and `code`; a last line without an end gets one."""
    assert highlighter.highlight_tag("a\n<b>", "text", numbered=True) == (
        '<table class="rouge-table"><tbody><tr><td class="gutter gl">'
        '<pre class="lineno">1\n2\n</pre></td><td class="code"><pre>a\n&lt;b&gt;\n</pre></td>'
        "</tr></tbody></table>"
    )


def test_the_tag_shows_an_unknown_language_plain(highlighter):
    """Unlike a fence, the tag frames every language."""
    assert highlighter.highlight_tag("a < b", "nonsense", numbered=False) == "a &lt; b"


def test_only_the_lexers_that_a_post_needs_are_loaded():
    """The preview starts fast: Pygments has more than five hundred lexers."""
    program = (
        "import sys\n"
        "from editor.render.highlight import Highlighter\n"
        "loaded = lambda: {n for n in sys.modules if n.startswith('pygments.lexers.')}\n"
        "assert loaded() <= {'pygments.lexers._mapping'}, loaded()\n"
        "Highlighter().highlight('x = 1', 'lua')\n"
        "assert len(loaded()) < 20, loaded()\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[2])
