"""Small texts and what Jekyll 4.3.1 with kramdown 2.4 made of them."""

import json
import re
from pathlib import Path

import pytest

from editor.render.kramdown import Converter, Options

_DATA = Path(__file__).parents[2] / "data" / "kramdown"
_CODE = re.compile(r"(<code[^>]*>)(.*?)(</code>)", re.DOTALL)
_TOKEN = re.compile(r'<span class="[a-z0-9]{1,3}">|</span>')


def _facts(name):
    return json.loads((_DATA / name).read_text("utf-8"))


def _without_colours(html):
    """Drop Rouge's token spans: colours are another module's matter."""
    return _CODE.sub(lambda code: code[1] + _TOKEN.sub("", code[2]) + code[3], html)


@pytest.mark.parametrize(
    "fact", _facts("facts.json"), ids=lambda fact: repr(fact["markdown"])[:60]
)
def test_a_small_text_becomes_what_jekyll_makes_of_it(fact):
    """Whatever a writer types, the preview shows Jekyll's own HTML, byte for byte."""
    html = Converter().convert(fact["markdown"]).html
    assert html == _without_colours(fact["html"])


@pytest.mark.parametrize(
    "fact", _facts("dialect.json"), ids=lambda fact: repr(fact["markdown"])[:60]
)
def test_where_dialects_part_kramdown_is_followed(fact):
    """What other Markdowns read otherwise is read as kramdown does."""
    html = Converter().convert(fact["markdown"]).html
    assert html.strip() == _without_colours(fact["html"]).strip()


@pytest.mark.parametrize(
    "fact", _facts("options.json"), ids=lambda fact: repr(fact["kramdown_config"])[:60]
)
def test_a_setting_of_the_site_has_its_effect(fact):
    """The kramdown settings of a site's _config.yml change the preview as they change the site."""
    options = Options.from_config(fact["kramdown_config"])
    html = Converter(options).convert(fact["markdown"]).html
    assert html == _without_colours(fact["html"])


@pytest.mark.parametrize(
    "fact", _facts("release_2_5.json"), ids=lambda fact: repr(fact["markdown"])
)
def test_a_site_with_kramdown_2_5_is_shown_as_2_5_renders_it(fact):
    """Where the releases differ, the site's own is followed."""
    html = Converter(Options(release="2.5")).convert(fact["markdown"]).html
    assert html == _without_colours(fact["html"])
