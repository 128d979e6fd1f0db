"""Kill a rename of a linked post at random moments, start again, and count what is left undone.

python tests/bench/kill_steps.py [ROUNDS]
"""

import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from editor.site.folders import Site
from editor.site.publishing.carrying_out import carry_out
from editor.site.publishing.interrupted import finish_interrupted, noted
from editor.site.publishing.steps import plan_rename
from editor.site.publishing.workbench import Workbench

_POSTS = 150
_LONGEST = 0.12
_OLD, _NEW = "2025-11-17-first-snow", "2025-11-18-late-snow"


def write_site(root: Path) -> None:
    """Make a site in which every post links to one."""
    (root / "_posts").mkdir(parents=True)
    (root / "_config.yml").write_text("plugins: [jekyll-redirect-from]\n")
    (root / f"_posts/{_OLD}.md").write_text("---\ntitle: Snow\n---\nSnow.\n")
    for number in range(_POSTS):
        text = f"---\ntitle: {number}\n---\n{{% post_url {_OLD} %}}\n"
        (root / f"_posts/2024-01-01-story-{number}.md").write_text(text)


def rename(root: Path, own: Path) -> None:
    """Rename the post; the parent kills this at any moment after the line."""
    bench = Workbench(Site.open(root), datetime.now(UTC))
    plan = plan_rename(bench, root / f"_posts/{_OLD}.md", f"{_NEW}.md")
    print("planned", flush=True)
    with noted(plan, root, own):
        carry_out(plan, root)


def one_round(folder: Path) -> tuple[bool, bool, bool]:
    """Kill once and start again; tell whether it had begun, was finished, and is whole."""
    root, own = folder / "site", folder / "own"
    write_site(root)
    command = [sys.executable, __file__, "--rename", str(root), str(own)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        if process.stdout is not None:
            process.stdout.readline()
        time.sleep(random.random() * _LONGEST)
        process.kill()
    had_begun = 0 < _linking(root, _NEW) < _POSTS or (root / f"_posts/{_NEW}.md").exists()
    finished = bool(finish_interrupted(own))
    old, new = _linking(root, _OLD), _linking(root, _NEW)
    names = [(root / f"_posts/{name}.md").exists() for name in (_OLD, _NEW)]
    is_whole = (old, new, names) in [(_POSTS, 0, [True, False]), (0, _POSTS, [False, True])]
    return had_begun, finished, is_whole


def _linking(root: Path, name: str) -> int:
    wanted = f"post_url {name} ".encode()
    return sum(wanted in path.read_bytes() for path in root.glob("_posts/*.md"))


def main() -> None:
    """Print how many steps had begun, how many were finished, how many are not whole."""
    if sys.argv[1:2] == ["--rename"]:
        rename(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    rounds = int(sys.argv[1]) if sys.argv[1:] else 50
    results = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            results.append(one_round(Path(folder)))
    cut, finished, whole = (sum(column) for column in zip(*results, strict=True))
    print(f"{rounds} kills: {cut} after it had begun, {finished} finished at the start,")
    print(f"{rounds - whole} not whole in the end")


main()
