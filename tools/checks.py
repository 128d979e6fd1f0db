"""Run every check that a change has to pass, the quick ones first."""

import subprocess
import sys

from saying import say
from virtual_environment import PYTHON, ROOT

# The pure floors decide what becomes of a writer's words, so nearly every line of them is proved.
CORE = "editor/post/*,editor/site/*,editor/render/*"
CORE_GATE = 94
WHOLE_GATE = 90

_LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command as main; sys.exit(main())"
)

# The whole suite waits more than it works. More processes than these starve each other's windows.
ALL_TESTS = ("-m", "pytest", "-q", "--numprocesses=auto", "--maxprocesses=4")

QUICK = {
    "layout (ruff format)": ["-m", "ruff", "format", "--check", "."],
    "style (ruff check)": ["-m", "ruff", "check", "."],
    "floors (import-linter)": ["-c", _LINT_IMPORTS, "--no-logo"],
    "types (mypy)": ["-m", "mypy"],
}
TESTED = {
    "coverage, emptied": ["-m", "coverage", "erase"],
    "tests (pytest)": ["-m", "coverage", "run", *ALL_TESTS],
    "coverage, gathered": ["-m", "coverage", "combine", "--quiet"],
    f"coverage of post, site and render ({CORE_GATE} %)": [
        *("-m", "coverage", "report", "--skip-covered", "--show-missing"),
        *(f"--include={CORE}", f"--fail-under={CORE_GATE}"),
    ],
    f"coverage of everything ({WHOLE_GATE} %)": [
        *("-m", "coverage", "report", "--skip-covered", f"--fail-under={WHOLE_GATE}"),
    ],
}


def run_checks(environment: dict[str, str]) -> int:
    """Run every check, even after one has failed; return 0 when all passed, else 1."""
    failed = []
    for name, arguments in (QUICK | TESTED).items():
        say(f"Checking {name}.")
        sys.stdout.flush()
        command = [str(PYTHON), *arguments]
        if subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode != 0:
            failed.append(name)
    if failed:
        say(f"These checks failed: {'; '.join(failed)}.")
        return 1
    say("Every check passed.")
    return 0
