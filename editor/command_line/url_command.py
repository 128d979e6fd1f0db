"""Tell where files show: `dateline url FILE ...`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from editor.command_line.speech import complain, say
from editor.command_line.usage import CommandArguments
from editor.post.errors import DatelineError
from editor.site.folders import Site, find_site
from editor.site.post_head import read_head
from editor.site.shown_names import visible
from editor.site.verdict import Verdict
from editor.site.visibility import verdict_of


def print_addresses(arguments: Sequence[str]) -> None:
    """Print a line for each file: path, URL, date, `shown` or `hidden`, and why.

    A file that cannot be judged gets a sentence on standard error, and the others their lines.

    Raises:
        DatelineError: at least one file could not be judged.
    """
    reader = CommandArguments("url")
    reader.add_argument("files", nargs="+", type=Path, metavar="FILE")
    asked = reader.parse_args(arguments)
    now = datetime.now(UTC)
    sites: dict[Path, Site] = {}
    refused = [str(path) for path in asked.files if not _told(path, sites, now)]
    if refused:
        count = f"{len(refused)} of {len(asked.files)}"
        raise DatelineError(f"{count} files could not be judged.")


def _told(path: Path, sites: dict[Path, Site], now: datetime) -> bool:
    """Print the line of one file, and say whether there is one."""
    root = find_site(path)
    if root is None:
        complain(f"“{visible(str(path))}” lies in no Jekyll site.")
        return False
    try:
        facts = read_head(path)
        modified = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError as error:
        complain(f"“{visible(str(path))}” cannot be used: {error.strerror}.")
        return False
    if root not in sites:
        sites[root] = Site.open(root)
        if problem := sites[root].config.problem:
            complain(problem)
    verdict = verdict_of(path, replace(facts, modified=modified), sites[root], now)
    say("\t".join((visible(str(path)), *_columns(verdict))))
    return True


def _columns(verdict: Verdict) -> tuple[str, str, str, str]:
    """Give the URL, the date and the answer; what there is not stays empty."""
    url = "" if verdict.address is None else verdict.address.url
    when = "" if verdict.when is None else verdict.when.isoformat(timespec="seconds")
    reason = " ".join((verdict.reason, *verdict.notes)).strip()
    return visible(url), when, "shown" if verdict.shows else "hidden", visible(reason)
