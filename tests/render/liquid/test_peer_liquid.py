"""The real Liquid beside ours: Debian has 5.4, so only what it shares with Liquid 4."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.render.liquid.render import LiquidResult
from tests.peer.real_ruby import needs, ruby

DATA = Path(__file__).parents[2] / "data" / "liquid"
SCRIPT = """
require "liquid"; require "json"
sources = JSON.parse(STDIN.read)
puts JSON.generate(sources.map { |source|
  template = Liquid::Template.parse(source, error_mode: :warn)
  begin
    { out: template.render!({}) }
  rescue Liquid::Error => error
    { error: error.message }
  end
})
"""
# What belongs to Jekyll or to the small site, what 4 and 5 do otherwise, and what the clock tells.
OTHER = (
    *("site", "page", "jekyll", "include", "link", "post_url", "highlight", "smartify", "slugify"),
    *("_url", "date", "xml_escape", "cgi_escape", "uri_escape", "jsonify", "inspect", "sassify"),
    *("normalize_whitespace", "number_of_words", "array_to_sentence_string", "markdownify"),
    *("strip_index", "where", "find", "group_by", "sort", "push", "pop", "shift", "sample"),
    *("to_integer", "replace_last", "remove_last", "echo", "liquid", "render", "nosuch"),
    *("blank", "empty", "truncatewords", "tablerow", "cycle", "slice", "sum", "now", "forloop"),
    *(
        "raw",
        "ifchanged",
        "posts",
        "content",
        "truncate",
        "concat",
        "uniq",
        "compact",
        "1_000",
        "nope",
    ),
)


def _shared() -> list[str]:
    facts = json.loads((DATA / "facts.json").read_text("utf-8"))
    made = json.loads((DATA / "generated.json").read_text("utf-8"))
    sources = [source for source, fact in (facts | made).items() if set(fact) == {"out"}]
    return [source for source in sources if not any(word in source for word in OTHER)]


@pytest.mark.peer
@needs("liquid")
def test_ours_and_the_real_liquid_agree(render: Callable[..., LiquidResult]):
    """Loops, conditions, names, trimming and the plain filters give the same text in both."""
    sources = _shared()
    theirs = json.loads(ruby(SCRIPT, given=json.dumps(sources)))
    wrong = [
        (source, their, render(source).text)
        for source, their in zip(sources, theirs, strict=True)
        if their.get("out") != render(source).text
    ]
    assert wrong == []
    assert len(sources) > 60
