import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"])
def test_a_page_names_only_what_is_there(page):
    """A newcomer who follows the map arrives."""
    text = (ROOT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:[\w.-]+/)+(?:[\w-]+\.\w+)?)`", text))
    # `_posts/` and its like are places in the writer's own site, `~` is anybody's home.
    named = {name for name in named if not name.startswith(("_", "~"))}
    named |= set(re.findall(r"\]\((?!\w+:)([^)#]+)\)", text))
    homes = (ROOT, ROOT / "editor")
    assert {name for name in named if not any((home / name).exists() for home in homes)} == set()
