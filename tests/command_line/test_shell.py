"""What `dateline` answers in a shell, before any command."""

import subprocess
import sys
from pathlib import Path

import pytest

import editor
from editor.command_line import main

ROOT = Path(__file__).parents[2]


def test_the_help_names_every_command(dateline):
    """One page, for people, on standard output."""
    shown = dateline("--help")
    assert shown.returncode == 0
    assert shown.stderr == ""
    for command in ("new", "set", "unset", "url", "render", "slug", "--version", "--help"):
        assert f"  dateline {command}" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 88


@pytest.mark.parametrize("command", ["new", "set", "unset", "url", "render", "slug"])
def test_help_is_there_behind_every_command(dateline, command):
    """Nothing is done when help was asked for."""
    assert dateline(command, "x", "--help").stdout == dateline("-h").stdout


def test_the_version_is_told(dateline):
    """With the name of the program, as others do."""
    assert dateline("--version").stdout == f"Dateline {editor.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--frobnicate"], "There is no option “--frobnicate”."),
        (["slug"], "dateline slug: the following arguments are required: TITLE."),
        (["new"], "dateline new: the following arguments are required: TITLE."),
        (["new", "x", "--drafts"], "dateline new: unrecognized arguments: --drafts."),
    ],
)
def test_a_command_that_is_not_understood_says_what_is_wrong(dateline, arguments, sentence):
    """And where help is; its exit status tells a script."""
    refused = dateline(*arguments)
    assert refused.returncode == 2
    assert refused.stdout == ""
    assert refused.stderr == f"{sentence}\nType `dateline --help` to see what there is.\n"


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [
        ([], []),
        (["post.md", "site"], [Path("post.md"), Path("site")]),
        (["--", "--odd.md"], [Path("--odd.md")]),
        (["./new"], [Path("new")]),
    ],
)
def test_whatever_is_no_command_is_opened_in_the_window(monkeypatch, arguments, paths):
    """The window gets the paths, and its status is the program's."""
    opened = []

    class App:
        @staticmethod
        def run_window(asked, *, is_new=False):
            opened.extend(asked)
            return 7

    monkeypatch.setitem(sys.modules, "editor.app", App)
    assert main(arguments) == 7
    assert opened == paths


def test_the_packaged_program_starts_itself_to_render(monkeypatch):
    """The process behind the preview is the same program."""

    class Worker:
        @staticmethod
        def main():
            return 5

    monkeypatch.setitem(sys.modules, "editor.render.worker", Worker)
    assert main(["--render-worker"]) == 5


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["slug", "Low tide"],
        ["new", "Low tide"],
        ["set", "nothing.md", "title=x"],
        ["unset", "nothing.md", "title"],
    ],
)
def test_no_command_loads_qt(tmp_path, arguments):
    """They run on a server without a screen, and at once."""
    script = (
        "import sys; from editor.command_line import main; main(sys.argv[1:]);"
        " sys.exit(any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path.insert(0, {str(ROOT)!r}); {script}",
            *arguments,
        ],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr


def test_the_commands_need_nothing_that_only_another_one_needs():
    """`dateline slug` reads no YAML and no zones."""
    script = (
        "import sys; from editor.command_line import main; main(['slug', 'x']);"
        " heavy = {'yaml', 'zoneinfo', 'editor.site', 'regex', 'markdown'};"
        " print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert run.stdout == "x\n[]\n"


def test_without_a_terminal_nothing_is_said(monkeypatch):
    """The packaged program of Windows has no standard output."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["--version"]) == 0
    assert main(["--frobnicate"]) == 2


def test_an_answer_that_the_terminal_cannot_show_is_escaped(dateline):
    """An old Windows terminal knows few letters; the command still ends well."""
    shown = dateline("slug", "海 été", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert shown.stdout == "\\u6d77-\\xe9t\\xe9\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a display")
def test_without_a_display_a_sentence_takes_the_place_of_a_trace(monkeypatch, capsys):
    """Whoever starts the window on a server is told why it does not open."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    assert capsys.readouterr().err == "There is no display here, so the window cannot open.\n"


def test_a_reader_who_has_seen_enough_is_no_error(tmp_path):
    """`dateline slug ... | head -1` ends quietly, however long the answer is."""
    answer = subprocess.Popen(
        [sys.executable, "-m", "editor", "slug", *["a long title"] * 20_000],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    answer.stdout.close()
    assert answer.stderr.read() == b""
    answer.stderr.close()
    assert answer.wait(timeout=60) == 0
