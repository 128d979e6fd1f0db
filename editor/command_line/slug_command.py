"""Print slugs: `dateline slug [--mode MODE] [--cased] TITLE ...`."""

from collections.abc import Sequence

from editor.command_line.speech import say
from editor.command_line.usage import CommandArguments
from editor.post.slugs import MODES, slugify


def print_slugs(arguments: Sequence[str]) -> None:
    """Print the slug that Jekyll makes of each title, one a line."""
    reader = CommandArguments("slug")
    reader.add_argument("--mode", choices=MODES, default="default", metavar="MODE")
    reader.add_argument("--cased", action="store_true")
    reader.add_argument("titles", nargs="+", metavar="TITLE")
    asked = reader.parse_args(arguments)
    for title in asked.titles:
        say(slugify(title, asked.mode, asked.cased))
