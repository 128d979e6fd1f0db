"""Tell which releases of Ruby's libraries a site is built with, from its `Gemfile.lock`."""

import re
from pathlib import Path

from editor.site.post_text import read_whole

# A gem that is installed stands four blanks in; what it needs itself stands deeper.
_LOCKED = r"^ {{4}}{} \((\d+(?:\.\d+)*)"


def locked_release(root: Path, gem: str) -> tuple[int, ...]:
    """Give the release of a gem that a site has locked; empty where it has locked none."""
    found = re.search(
        _LOCKED.format(re.escape(gem)), read_whole(root / "Gemfile.lock"), re.MULTILINE
    )
    return () if found is None else tuple(map(int, found[1].split(".")))
