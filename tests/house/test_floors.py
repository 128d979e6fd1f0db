import subprocess
import sys
from pathlib import Path

import pytest

EDITOR = Path(__file__).parents[2] / "editor"


def modules_of(floor):
    """Name every module of a floor, as an import statement would."""
    files = sorted((EDITOR / floor).rglob("*.py"))
    paths = [file.relative_to(EDITOR.parent).with_suffix("") for file in files]
    names = [".".join(path.parts).removesuffix(".__init__") for path in paths]
    return [name for name in names if not name.endswith(".__main__")]


@pytest.mark.parametrize("floor", ["post", "site", "render", "convert"])
def test_the_lower_floors_work_where_there_is_no_qt(floor):
    """A script can read a post, or render it, without loading 200 MB of Qt."""
    lines = [f"import {name}" for name in modules_of(floor)]
    lines += [
        "import sys",
        "print(*(m for m in sys.modules if m.startswith(('PySide6', 'shib'))))",
    ]
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        check=False,
        capture_output=True,
        text=True,
        cwd=EDITOR.parent,
    )
    assert (done.stdout.split(), done.stderr) == ([], "")
