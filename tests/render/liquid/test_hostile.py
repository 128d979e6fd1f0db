"""Templates that would run for ever, or fill the memory, if nothing stopped them."""

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.render.liquid.errors import Reason
from editor.render.liquid.render import LiquidResult

DOUBLE = "{{% assign x = 'ab' %}}{{% for i in (1..60) %}}{}{{% endfor %}}{{{{ x }}}}"
LIST = "{{% assign x = 'a,b' | split: ',' %}}{{% for i in (1..60) %}}{}{{% endfor %}}{{{{ x }}}}"


@pytest.mark.parametrize(
    "source",
    [
        "{% for i in (1..99999) %}{% for j in (1..99999) %}x{% endfor %}{% endfor %}",
        "{% for i in (1..999999999999) %}x{% endfor %}",
        "{{ (1..999999999999) | join: ',' }}",
        "{% for i in (1..2) %}" * 60 + "x" + "{% endfor %}" * 60,
        DOUBLE.format("{% assign x = x | append: x %}"),
        DOUBLE.format("{% capture x %}{{ x }}{{ x }}{% endcapture %}"),
        DOUBLE.format("{% assign x = x | replace: 'a', x %}"),
        DOUBLE.format("{% assign x = x | replace: '', '\\0\\`' %}"),
        LIST.format("{% assign x = x | concat: x %}"),
        LIST.format("{% assign x = x | push: x %}"),
        "{% assign x = 99 %}{% for i in (1..60) %}{% assign x = x | times: x %}{% endfor %}",
        "{{ 'now' | date: '%999999999Y' }}",
        "{{ 'now' | date: '" + "%3000000Y" * 900 + "' }}",
        "{% for i in (1..99999) %}{{ site.posts | where_exp: 'p', 'p.rank == 1' }}{% endfor %}",
        "{% for i in (1..99999) %}{{ site | jsonify | size }}{% endfor %}",
    ],
    ids=range(15),
)
def test_a_template_without_end_is_stopped(render: Callable[..., LiquidResult], source: str):
    """The rendering ends within moments, and the writer hears that it was stopped."""
    begin = time.process_time()
    result = render(source)
    assert time.process_time() - begin < 5
    assert Reason.LIMIT in [problem.reason for problem in result.problems]


@pytest.mark.parametrize(
    "source",
    [
        "{%" * 9000,
        "{{" * 9000,
        "{{ a }" * 9000,
        "{% endif %}" * 9000,
        "{% if a %}" * 2000,
        "{% comment %}" * 2000,
        "{% raw %}" + "{% " * 9000 + "%}",
        "{% assign " + "a" * 50000 + " %}",
        "{% tablerow " + "a" * 50000 + " %}{% endtablerow %}",
        "{% for a in b " + "x" * 50000 + " %}{% endfor %}",
        "{% if " + "a b or " * 9000 + "a %}x{% endif %}",
        "{{ a" + "[a" * 5000 + "]" * 5000 + " }}",
        "{{ a" + " | upcase" * 9000 + " }}",
        "{{ a | b: " + ", " * 9000 + " }}",
        "{% include " + "{{a|" * 9000 + " %}",
        "{% highlight ruby %}" + "\n" * 50000 + "x{% endhighlight %}",
        "{% capture q %}" + "<" * 50000 + "{% endcapture %}{{ q | strip_html | size }}",
        "{% capture q %}" + "/.." * 9000 + "{% endcapture %}{{ q | relative_url | size }}",
        "{{ " + "9" * 9000 + " }}{{ '" + "9" * 9000 + "' | plus: 1 }}",
    ],
    ids=range(19),
)
def test_a_long_malformed_text_is_read_in_moments(
    render: Callable[..., LiquidResult], source: str
):
    """No pattern runs away with a text that almost fits it."""
    begin = time.process_time()
    result = render(source)
    assert time.process_time() - begin < 3
    assert len(result.problems) <= 200


WORDS = """
{{ }} {% %} {%- -%} {{- -}} if unless for in case when else elsif endif endfor endcase endunless
assign capture endcapture cycle increment decrement comment endcomment raw endraw tablerow
endtablerow ifchanged endifchanged include include_relative link post_url highlight
endhighlight break continue page site forloop .title .posts .tags .people .date content nil
true false empty blank x y = == != < > <= >= <> contains and or | : , . .. ( ) [ ] ' " 1 -1
2.5 0 (1..3) reversed limit: offset: cols: upcase downcase split join map where where_exp
group_by group_by_exp sort sort_natural first last size date plus minus times divided_by modulo
round default append replace slice truncate jsonify inspect push pop shift unshift concat uniq
compact reverse find find_exp slugify relative_url absolute_url markdownify number_of_words
date_to_string date_to_xmlschema date_to_rfc822 strip_html escape url_decode uri_escape
array_to_sentence_string to_integer sample newline_to_br i.html
"%Y" "a" "n" 'p' "p.age"
2025-01-01-post-1 about.md ruby é \x00 \u2028 \ud800 \ue000
"""
PIECES = st.sampled_from(WORDS.split())
SOURCES = st.lists(PIECES | st.text(max_size=3), max_size=40).flatmap(
    lambda parts: st.sampled_from([" ", "", "\n"]).map(lambda glue: glue.join(parts))
)
RELAXED = settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _holds(result: LiquidResult, source: str) -> None:
    last = source.count("\n") + 1
    assert len(result.lines) == result.text.count("\n") + 1
    assert all(1 <= line <= last for line in result.lines)
    assert all(1 <= problem.line <= last for problem in result.problems)
    assert all(problem.message for problem in result.problems)


@RELAXED
@given(source=SOURCES)
def test_no_text_makes_the_preview_fail(render: Callable[..., LiquidResult], source: str):
    """Whatever is typed gives a text, a line for each of its lines, and problems as values."""
    _holds(render(source), source)


@RELAXED
@given(parts=st.lists(PIECES, min_size=1, max_size=12))
def test_no_value_or_filter_makes_the_preview_fail(
    render: Callable[..., LiquidResult], parts: list[str]
):
    """An output of any words between closed brackets is printed or refused, never more."""
    for source in (f"{{{{ {' '.join(parts)} }}}}", f"{{{{ page.title | {' | '.join(parts)} }}}}"):
        _holds(render(source), source)
