"""Templates put together at random, with what Liquid 4.0.4 in Jekyll made of each."""

import json
from collections.abc import Callable
from pathlib import Path

from editor.render.liquid.problems import Severity
from editor.render.liquid.render import LiquidResult

FACTS: dict = json.loads(
    (Path(__file__).parents[2] / "data" / "liquid" / "generated.json").read_text("utf-8")
)


def _shape(result: LiquidResult) -> dict:
    errors = [p.message.strip() for p in result.problems if p.severity is not Severity.WARNING]
    if errors:
        return {"error": errors[0]}
    warnings = [p.message for p in result.problems]
    return {"out": result.text} | ({"warn": warnings} if warnings else {})


def test_whatever_is_written_reads_as_in_jekyll(render: Callable[..., LiquidResult]):
    """Text, warnings and errors agree in well-formed, sloppy and broken templates alike.

    Where a filter broke on a value inside Ruby itself, it is enough that ours refuses it too.
    """
    wrong = []
    for template, fact in FACTS.items():
        found = _shape(render(template))
        if fact.get("error") == "Ruby":
            found = {"error": "Ruby"} if "error" in found else found
        if found != fact:
            wrong.append((template, fact, found))
    assert wrong == []
    assert len(FACTS) > 1300
