"""Plan a rename on a large site, and print how long it takes.

python tests/bench/rename_speed.py [POSTS] [LINKS]
"""

import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from editor.site.folders import Site
from editor.site.publishing.carrying_out import carry_out
from editor.site.publishing.steps import plan_rename
from editor.site.publishing.workbench import Workbench

_BODY = "The ferry left the quay at six, and nobody asked [why](/2001/01/01/why.html). " * 60
_TARGET = "2025-11-17-first-snow"


def write_site(root: Path, posts: int, links: int) -> None:
    """Make a site in which some of many posts link to one."""
    (root / "_posts").mkdir(parents=True)
    (root / "_config.yml").write_text("url: https://quay.example\n")
    for number in range(posts):
        day = date(1995, 1, 1) + timedelta(days=number)
        link = f"\n[x]({{% post_url {_TARGET} %}})\n" if number < links else "\n"
        text = f"---\ntitle: Story {number}\ntags: [a, b]\n---\n{_BODY}{link}"
        (root / f"_posts/{day}-story-{number}.md").write_text(text)
    (root / f"_posts/{_TARGET}.md").write_text("---\ntitle: Snow\n---\nSnow.\n")


def main() -> None:
    """Print the time of planning, carrying out and undoing."""
    posts, links = ([int(each) for each in sys.argv[1:]] + [10_000, 300])[:2]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        write_site(root, posts, links)
        bench = Workbench(Site.open(root), datetime.now(UTC))
        for _ in range(3):
            start = time.perf_counter()
            plan = plan_rename(bench, root / f"_posts/{_TARGET}.md", "2025-11-18-late-snow.md")
            print(f"plan: {time.perf_counter() - start:.2f} s, {len(plan.changes)} files")
        for name, step in (("carry out", plan), ("undo", plan.inverse())):
            start = time.perf_counter()
            carry_out(step, root)
            print(f"{name}: {time.perf_counter() - start:.2f} s")


main()
