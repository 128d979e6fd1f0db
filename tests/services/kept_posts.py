"""Make posts to keep, and programs that keep them and are killed."""

import subprocess
import sys
from pathlib import Path

from editor.post.post import Post
from editor.services.unsaved import PostState, Unsaved

ROOT = Path(__file__).parents[2]
TEXT = "---\ntitle: Low tide\n---\n\nThe ferry waited for nobody.\n"

# Keeps what it is given, says so, and dies like a program whose plug was pulled.
_KEEP_AND_DIE = """
import os, signal, sys
from pathlib import Path
from editor.post.post import Post
from editor.services.safe_keeping import SafeKeeping
from editor.services.unsaved import PostState
keeping = SafeKeeping(Path(sys.argv[1]))
for number, text in enumerate(sys.argv[2:]):
    state = PostState(1, Post.from_text(text), None, "low-tide.md", None, number)
    try:
        keeping.keep(state.unsaved())
    except Exception as error:
        print("not kept", type(error).__name__, flush=True)
    else:
        print("kept", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def unsaved(text=TEXT, path=None, key=1, revision=1, base=None) -> Unsaved:
    """Give a post as the journal keeps it."""
    name = path.name if path is not None else "2025-11-17-low-tide.md"
    return PostState(key, Post.from_text(text), path, name, base, revision).unsaved()


def keep_and_die(folder: Path, *texts: str, before=()) -> list[str]:
    """Keep texts one after the other in a program that is then killed; give what it said."""
    done = subprocess.run(
        [*before, sys.executable, "-c", _KEEP_AND_DIE, str(folder), *texts],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=100,
    )
    return done.stdout.splitlines()
