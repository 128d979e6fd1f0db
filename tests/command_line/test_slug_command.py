"""`dateline slug`."""

import json
from pathlib import Path

import pytest

from editor.command_line import main

DATA = Path(__file__).parents[1] / "data"
PAIRS = json.loads((DATA / "slugs.json").read_text(encoding="utf-8"))["pairs"]


def test_each_title_gives_a_line(dateline):
    """As Jekyll makes it by itself."""
    shown = dateline("slug", "Low tide", "ΟΔΟΣ & море", "2025: a café")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout == "low-tide\nοδοσ-море\n2025-a-café\n"


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['mode']}-{pair['input']!a:.20}")
def test_every_kind_of_slug_can_be_asked_for(capsys, pair):
    """Each pair is what the real Jekyll answered."""
    options = [f"--mode={pair['mode']}", *(["--cased"] if pair["cased"] else [])]
    assert main(["slug", *options, "--", pair["input"]]) == 0
    assert capsys.readouterr() == (pair["expected"] + "\n", "")


def test_a_kind_that_there_is_not_is_refused(dateline):
    """The sentence names those that there are."""
    refused = dateline("slug", "--mode", "fancy", "Low tide")
    assert refused.returncode == 2
    assert "invalid choice: 'fancy'" in refused.stderr
    assert "'latin'" in refused.stderr
