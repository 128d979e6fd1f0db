"""Tell where files show: `dateline url [--format text|json] FILE ...`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from editor.command_line.judged import Judged, as_json, as_text
from editor.command_line.speech import complain, say
from editor.command_line.usage import CommandArguments
from editor.post.errors import DatelineError
from editor.site.folders import Site, find_site
from editor.site.post_head import read_head
from editor.site.shown_names import visible
from editor.site.visibility import verdict_of


def print_addresses(arguments: Sequence[str]) -> None:
    """Print a line for each file: path, URL, date, `shown` or `hidden`, and why.

    As JSON each line is an object, which tells title, layout, categories and tags too. A file
    that cannot be judged gets a sentence on standard error, and the others their lines.

    Raises:
        DatelineError: at least one file could not be judged.
    """
    reader = CommandArguments("url")
    reader.add_argument("--format", choices=("text", "json"), default="text")
    reader.add_argument("files", nargs="+", type=Path, metavar="FILE")
    asked = reader.parse_args(arguments)
    shown = as_json if asked.format == "json" else as_text
    now = datetime.now(UTC)
    sites: dict[Path, Site] = {}
    refused = 0
    for path in asked.files:
        judged = _judged(path, sites, now)
        if judged is None:
            refused += 1
        else:
            say(shown(judged))
    if refused:
        raise DatelineError(f"{refused} of {len(asked.files)} files could not be judged.")


def _judged(path: Path, sites: dict[Path, Site], now: datetime) -> Judged | None:
    """Judge one file; None, and a sentence, where that cannot be done."""
    root = find_site(path)
    if root is None:
        complain(f"“{visible(str(path))}” lies in no Jekyll site.")
        return None
    try:
        facts = read_head(path)
        modified = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError as error:
        complain(f"“{visible(str(path))}” cannot be used: {error.strerror}.")
        return None
    if root not in sites:
        sites[root] = Site.open(root)
        if problem := sites[root].config.problem:
            complain(problem)
    facts = replace(facts, modified=modified)
    return Judged(path, sites[root], facts, verdict_of(path, facts, sites[root], now), now)
