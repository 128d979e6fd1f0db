"""Hold the patterns that several tags of Liquid 4 read their text with.

Ruby's white space, word characters and digits are those of ASCII: so `re.ASCII` stands everywhere.
"""

import re
from typing import Final

QUOTED: Final = r"""(?:"[^"]*"|'[^']*')"""
FRAGMENT: Final = rf"""(?:{QUOTED}|(?:[^\s,|'"]|{QUOTED})+)"""
"""One value: a quoted text, or everything up to a blank, a comma or a pipe."""

SIGNATURE: Final = r"(?:\(?[\w\-.\[\]]\)?)+"
"""The name that `assign` and `capture` give."""

ATTRIBUTE: Final = re.compile(rf"(?<!\w)(\w++)\s*:\s*({FRAGMENT})", re.ASCII)
"""``limit: 3`` in a loop, ``allow: true`` in a filter."""
