"""Start `dateline` as a shell does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def dateline(tmp_path):
    """Give a function that runs `dateline` in an empty folder, as a program of its own."""

    def run(*arguments, folder=tmp_path, **variables):
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | variables
        return subprocess.run(
            [sys.executable, "-m", "editor", *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    return run
