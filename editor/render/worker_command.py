"""Say how the render process is started; importing this loads no Markdown."""

import os
import sys
from pathlib import Path

# What the packaged program is started with to be the render process instead of the editor.
ARGUMENT = "--render-worker"


def command() -> list[str]:
    """Give the program and the arguments that start a render process."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    # -P: a file called markdown.py in the folder where Dateline was started must stay a file.
    return [sys.executable, "-P", "-m", "editor.render.worker"]


def environment() -> dict[str, str]:
    """Give the variables that a render process needs besides the inherited ones."""
    if getattr(sys, "frozen", False):
        return {}
    here = str(Path(__file__).parents[2])
    return {"PYTHONPATH": os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))}
