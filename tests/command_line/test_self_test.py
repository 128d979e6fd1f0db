import os
import subprocess
import sys

import pytest

from editor.command_line.self_test.check import Check, carried_out, expect

pytestmark = pytest.mark.end_to_end


def test_the_program_tries_itself_and_says_what_works(tmp_path):
    """Every library, the window, the preview, a save; nothing of the person's own is touched."""
    done = subprocess.run(
        [sys.executable, "-m", "editor", "--self-test"],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "HOME": str(tmp_path)},
        timeout=300,
    )
    assert "FAILED" not in done.stdout, done.stdout
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "Everything works."
    assert "ok      save: 2 lines are new, 1 is gone" in done.stdout


def test_what_does_not_work_is_named_and_the_rest_is_still_tried(capsys):
    """A support desk sees at once which part a machine lacks."""

    def broken():
        raise ImportError("no such library")

    def other():
        expect(1, 2)
        return "never said"

    checks = [Check("Sass", broken), Check("sums", other), Check("window", lambda: "fine")]
    assert carried_out(checks) == 2
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("FAILED  Sass: ImportError: no such library")
    assert lines[1].startswith("FAILED  sums: NotAsExpected: found 1 where 2 was expected")
    assert lines[2].startswith("ok      window: fine")
