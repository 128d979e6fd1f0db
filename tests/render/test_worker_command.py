"""How the render process is started."""

import subprocess
import sys

from editor.render import worker_command


def test_from_the_source_python_starts_the_module():
    """With the folder of the program first, and never the current one."""
    assert worker_command.command() == [sys.executable, "-P", "-m", "editor.render.worker"]
    assert worker_command.environment()["PYTHONPATH"]


def test_the_packaged_program_starts_itself(monkeypatch):
    """There is no Python to start."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command.command() == [sys.executable, "--render-worker"]
    assert worker_command.environment() == {}


def test_the_window_loads_neither_markdown_nor_the_browser_engine():
    """Both come after the first paint, Markdown in its own process only."""
    code = (
        "import sys, editor.services.preview_service, editor.ui.preview.preview_pane\n"
        "late = ('markdown', 'pygments', 'nh3', 'PySide6.QtWebEngineCore')\n"
        "print([name for name in late if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
