"""What Jekyll 4.3.4 with Liquid 4.0.4 gave for each template of a collection."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.render.liquid.errors import Reason
from editor.render.liquid.problems import Severity
from editor.render.liquid.render import LiquidResult

FACTS = json.loads(
    (Path(__file__).parents[2] / "data" / "liquid" / "facts.json").read_text("utf-8")
)
# What Ruby says of an include that is missing names the folders; we name the file alone.
_FOLDERS = re.compile(r" in any of \[.*", re.DOTALL)
_TOKEN = re.compile(r'<span class="[a-z0-9]+">|</span>')
# The site was rendered by one process for all facts, and an earlier one had asked for a category.
_LEFT_BEHIND = "first:0 "


def _words(error: str) -> str:
    """Return the message without the class of the error, and without Ruby's source lines."""
    message = re.sub(r"^[A-Z]\w*(?:::\w+)*: ", "", error).split("\n\n      string.gsub")[0]
    return _FOLDERS.sub(".", message)


@pytest.mark.parametrize("template", FACTS)
def test_a_template_gives_what_jekyll_gave(render: Callable[..., LiquidResult], template: str):
    """The text, or the error that stops Jekyll, and every warning are the same."""
    fact, result = FACTS[template], render(template)
    errors = [p.message for p in result.problems if p.severity is Severity.ERROR]
    warnings = [
        problem.message
        for problem in result.problems
        # Jekyll says that it guessed a post, but as a deprecation, which the facts leave out.
        if problem.severity is Severity.WARNING and problem.reason is not Reason.POST_GUESSED
    ]
    if "error" in fact:
        assert errors
        assert errors[0].strip() == _words(fact["error"]).strip()
        return
    assert errors == []
    expected = fact["out"].replace(_LEFT_BEHIND, "")
    assert result.text == (_TOKEN.sub("", expected) if "highlight" in template else expected)
    assert warnings == fact.get("warn", [])
