"""What the writer is told, and sees, when something in the Liquid of a post is wrong."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from editor.render.liquid.bare_models import BarePost, BareSite
from editor.render.liquid.errors import Reason
from editor.render.liquid.limits import Limits
from editor.render.liquid.problems import Severity
from editor.render.liquid.render import LiquidResult, render_body
from editor.render.liquid.setup import Converters, ErrorMode, LiquidSetup, Strictness

Render = Callable[..., LiquidResult]


def test_a_body_without_liquid_is_its_own_result(setup: LiquidSetup):
    """Text without a tag comes back as it is, each line from its own line."""
    result = render_body("One.\n\n50 % { of } it.\n", setup)
    assert result.text == "One.\n\n50 % { of } it.\n"
    assert result.lines == (1, 2, 3, 4)
    assert not result.stops_build


def test_a_tag_of_a_plugin_stays_readable(render: Render):
    """A tag that Jekyll does not know stands in the preview as written, and is said once."""
    result = render("Before\n{% gist 12 %}\n{% box %}\nin it\n{% endbox %}\nafter {{ page.name }}")
    assert result.text == (
        "Before\n{% gist 12 %}\n{% box %}\nin it\n{% endbox %}\nafter 2025-11-17-last.md"
    )
    assert [(p.reason, p.line) for p in result.problems] == [
        (Reason.UNKNOWN_TAG, 2),
        (Reason.UNKNOWN_TAG, 3),
    ]
    assert result.stops_build


def test_the_rest_of_a_post_shows_after_a_mistake(render: Render):
    """A link to a post that is missing leaves a gap and a problem; the text goes on."""
    result = render("a {% post_url 2020-01-01-no %} b\n{{ 1 | divided_by: 0 }} c\n{{ 'd' }}")
    assert result.text == "a  b\n c\nd"
    assert [(p.reason, p.line, p.severity) for p in result.problems] == [
        (Reason.POST_MISSING, 1, Severity.ERROR),
        (Reason.DIVISION, 2, Severity.ERROR),
    ]
    assert all(p.sentence.endswith(".") for p in result.problems)


def test_a_block_that_is_never_closed_is_shown_where_it_begins(render: Render):
    """Liquid names the last line of the text; the writer is led to the tag itself."""
    result = render("one\n{% if page.title %}\ntwo\nthree")
    (problem,) = result.problems
    assert (problem.reason, problem.line) == (Reason.NOT_CLOSED, 2)
    assert problem.message == "Liquid syntax error (line 4): 'if' tag was never closed"
    assert result.text == "one\n\ntwo\nthree"


def test_the_end_of_an_outer_block_closes_the_inner_one(render: Render):
    """A forgotten `endif` does not swallow what follows the loop."""
    result = render("{% for i in site.arr %}{% if i %}{{ i }}{% endfor %} end {{ 'x' }}")
    assert result.text == "312 end x"
    assert [p.message for p in result.problems] == [
        "Liquid syntax error (line 1): 'endfor' is not a valid delimiter for if tags. use endif"
    ]


@pytest.mark.parametrize(
    ("source", "kept", "reasons"),
    [
        ("a {{ b", "a {{ b", [Reason.NOT_TERMINATED]),
        ("a {% b", "a {% b", [Reason.NOT_TERMINATED]),
        ("a {{ b } c", "a {{ b } c", [Reason.NOT_TERMINATED]),
        ("{% else %}x", "{% else %}x", [Reason.STRAY_TAG]),
        ("{% endfor %}x", "{% endfor %}x", [Reason.STRAY_TAG]),
        (
            "{% if %}a{% else %}b{% endif %}",
            "{% if %}a{% else %}b{% endif %}",
            [Reason.SYNTAX] * 2,
        ),
        (
            "{% highlight %}x{% endhighlight %}",
            "{% highlight %}x{% endhighlight %}",
            [Reason.SYNTAX],
        ),
        ("{% raw %}{{ x }}", "{{ x }}", [Reason.NOT_CLOSED]),
        ("{% raw %}{{ x }}{%- endraw %}", "{{ x }}{%- endraw %}", [Reason.NOT_CLOSED]),
        ("{% comment %}x", "", [Reason.NOT_CLOSED]),
    ],
)
def test_what_cannot_be_read_stays_as_it_is_written(
    render: Render, source: str, kept: str, reasons: list
):
    """Half a tag, as it stands while it is typed, is text in the preview."""
    result = render(source)
    assert result.text == kept
    assert [problem.reason for problem in result.problems] == reasons


def test_a_comment_may_hold_any_tag(text: Callable[..., str]):
    """Liquid 4 lets tags of any name stand in a comment, and does not want them closed."""
    assert text("a{% comment %}{% nope %}{% else %}{% endif %}{% endcomment %}b") == "ab"


def test_every_line_of_the_text_knows_where_it_comes_from(render: Render):
    """Loops, values of several lines, blocks that vanish and trimmed ends keep their lines."""
    source = (
        "one\n"  # 1
        "{% assign x = 'a' %}\n"  # 2
        "{% for i in (1..2) -%}\n"  # 3
        "  item {{ i }}\n"  # 4
        "{% endfor %}\n"  # 5
        "{{ site.str }}\n"  # 6
        "{% if nope %}\n\n{% endif %}\n"  # 7 to 9
        "last"  # 10
    )
    result = render(source)
    lines = list(zip(result.text.split("\n"), result.lines, strict=True))
    assert lines == [
        ("one", 1),
        ("", 2),
        ("item 1", 4),
        ("item 2", 4),
        ("", 5),
        ("Hello <b>World</b> & co", 6),
        ("", 9),
        ("last", 10),
    ]


def test_an_include_belongs_to_the_line_of_its_tag(render: Render):
    """All lines of an included file lead to the tag; a mistake in it names file and line too."""
    included = "a\n\n{{ 'b' | plus: }}\n{% nope %}\n"
    result = render("one\n{% include i.html %}\ntwo", read_include=lambda _: included)
    assert result.text == "one\na\n\n\n{% nope %}\n\ntwo"
    assert result.lines == (1, 2, 2, 2, 2, 2, 3)
    assert [(p.reason, p.line, p.file, p.file_line) for p in result.problems] == [
        (Reason.UNKNOWN_TAG, 2, "i.html", 4),
        (Reason.WRONG_ARGUMENTS, 2, "i.html", 3),
    ]


def test_an_include_of_itself_comes_to_an_end(render: Render):
    """Includes that go round in a circle stop, and what came before still shows."""
    result = render("x {% include i.html %}", read_include=lambda _: "{% include i.html %}")
    assert result.text.startswith("x ")
    assert [problem.reason for problem in result.problems] == [Reason.LIMIT]


def test_an_include_is_read_once_in_a_rendering(render: Render):
    """A file that a loop includes is asked for a single time."""
    asked: list[str] = []

    def read(name: str) -> str:
        asked.append(name)
        return f"[{{{{ include.n }}}}:{name}]"

    loop = "{% for i in (1..3) %}{% include a.html n=i %}{% endfor %}"
    assert render(loop, read_include=read).text == "[1:a.html][2:a.html][3:a.html]"
    assert asked == ["a.html"]


def test_strict_sites_hear_of_unknown_names(render: Render):
    """With the strict settings an unknown filter, name or malformed value stops Jekyll."""
    unknown = render("{{ 'a' | nope }}", strictness=Strictness(strict_filters=True))
    assert unknown.problems[0].message == "Liquid error (line 1): undefined filter nope"
    missing = render("{{ nope }}{{ page.other }}", strictness=Strictness(strict_variables=True))
    assert [p.reason for p in missing.problems] == [Reason.UNKNOWN_VARIABLE] * 2
    malformed = render("{{ a b }}", strictness=Strictness(ErrorMode.STRICT))
    assert malformed.stops_build
    assert malformed.text == "{{ a b }}"


def test_a_lax_site_hears_nothing_of_sloppy_values(render: Render):
    """With `error_mode: lax` a malformed value gives the same text and no warning."""
    assert render("{{ page.name b }}").problems[0].severity is Severity.WARNING
    lax = render("{{ page.name b }}", strictness=Strictness(ErrorMode.LAX))
    assert (lax.text, lax.problems) == ("2025-11-17-last.md", ())


def test_a_layout_gets_its_content_and_front_matter(render: Render):
    """A layout is rendered like a body, with what it puts around and its own front matter."""
    result = render(
        "<main class='{{ layout.class }}'>{{ content }}</main>",
        content="<p>Text</p>",
        layout={"class": "wide"},
    )
    assert result.text == "<main class='wide'><p>Text</p></main>"


def test_a_page_is_a_plain_hash(render: Render, setup: LiquidSetup):
    """A page has no neighbours; its fields are those of its front matter and its address."""
    page = setup.site.pages[0]
    source = "{{ page.title }} {{ page.url }} {{ page.dir }} {{ page.path }}|{{ page.next }}"
    assert render(source, page=page).text == "About /about.html / about.md|"


def test_a_converter_that_is_missing_is_said(render: Render):
    """Without a Sass converter the source shows, with a word about it."""
    result = render("{{ 'a' | scssify }}", converters=Converters())
    assert (result.text, result.stops_build) == ("a", False)
    assert result.problems[0].reason is Reason.NOT_SHOWN


def test_a_post_is_not_related_to_itself(text: Callable[..., str]):
    """Related posts are the newest others."""
    assert text("{{ site.related_posts | map: 'title' | join: ' ' }}") == (
        "Sub Post 3 Post 2 Post 1"
    )


def test_limits_can_be_set(setup: LiquidSetup):
    """A smaller budget stops sooner; what was written before stays."""
    small = replace(setup, limits=Limits(steps=10))
    result = render_body("a{% for i in (1..100) %}{{ i }}{% endfor %}b", small)
    assert result.text == "a"
    assert result.problems[0].severity is Severity.LIMIT
    assert not result.stops_build


@pytest.mark.parametrize(
    ("config", "strictness"),
    [
        ({}, Strictness()),
        ({"liquid": None}, Strictness()),
        ({"liquid": "strict"}, Strictness()),
        ({"liquid": {"error_mode": "strict"}}, Strictness(ErrorMode.STRICT)),
        ({"liquid": {"error_mode": "soft"}}, Strictness(ErrorMode.LAX)),
        ({"liquid": {"strict_filters": True}}, Strictness(strict_filters=True)),
        ({"liquid": {"strict_variables": "no"}}, Strictness(strict_variables=True)),
    ],
)
def test_strictness_is_read_from_the_configuration(config: dict, strictness: Strictness):
    """What `_config.yml` says under `liquid` holds, and odd values do no harm."""
    assert Strictness.of(config) == strictness


def test_a_site_without_rouge_gets_plain_code(setup: LiquidSetup):
    """With `highlighter: none` the code is only made safe, and its ends are trimmed."""
    setup.site.config["highlighter"] = "none"
    result = render_body("{% highlight js linenos %}\n  a < 'b'\n{% endhighlight %}", setup)
    assert result.text == (
        '\n<figure class="highlight"><pre><code class="language-js" data-lang="js">'
        "a &lt; &#39;b&#39;</code></pre></figure>\n"
    )


def test_a_post_outside_any_site_is_rendered_too():
    """Front matter and the plain tags work; what needs a site is a problem, not a failure."""
    now = datetime(2025, 11, 17, tzinfo=UTC)
    post = BarePost("a.md", {"title": "Alone", "tags": ["x"]}, "Text", now)
    setup = LiquidSetup(site=BareSite(now), page=post, zone=UTC, now=now)
    source = (
        "{{ page.title }} {{ page.tags }} {{ page.date | date: '%d' }} {{ '/a' | relative_url }}"
    )
    result = render_body(source + "{% post_url 2025-01-01-x %}", setup)
    assert result.text == "Alone x 17 /a"
    assert [problem.reason for problem in result.problems] == [Reason.POST_MISSING]
