"""`dateline render`."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = {
    "_config.yml": "timezone: UTC\npermalink: pretty\n",
    "_layouts/post.html": "<main>{{ content }}</main>\n",
    "_posts/2025-11-17-ferry.md": "---\nlayout: post\n---\nThe *ferry*.\n",
    "_posts/2025-11-18-bad.md": "---\nlayout: post\n---\n{% nope %}\n",
}


@pytest.fixture
def site(tmp_path):
    """Write a small site."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_one_page_goes_to_standard_output(dateline, site):
    """Whole, or its body alone."""
    whole = dateline("render", "_posts/2025-11-17-ferry.md")
    assert (whole.returncode, whole.stderr) == (0, "")
    assert whole.stdout == "<main><p>The <em>ferry</em>.</p>\n</main>\n"
    body = dateline("render", "--body", "_posts/2025-11-17-ferry.md")
    assert body.stdout == "<p>The <em>ferry</em>.</p>\n"


def test_many_pages_go_to_a_folder_under_their_addresses(dateline, site):
    """A mistake is said with its place, and the page is written all the same."""
    run = dateline("render", "--out", "built", *sorted(map(str, site.glob("_posts/*"))))
    assert run.returncode == 0
    assert run.stdout == ""
    assert "_posts/2025-11-18-bad.md:4: error:" in run.stderr
    page = site / "built/2025/11/17/ferry/index.html"
    assert page.read_text("utf-8").startswith("<main><p>The")
    again = dateline("render", "--out", "built", "_posts/2025-11-17-ferry.md")
    assert again.returncode == 0
    assert not (site / "_site").exists()


def test_a_site_can_be_named_for_a_file_that_lies_elsewhere(dateline, site, tmp_path_factory):
    """A file outside every site needs one."""
    other = tmp_path_factory.mktemp("other") / "x.md"
    other.write_text("Text.\n", encoding="utf-8")
    refused = dateline("render", str(other))
    assert refused.returncode == 1
    assert "It lies in no Jekyll site." in refused.stderr
    inside = dateline("render", "--site", str(site), str(site / "_posts/2025-11-17-ferry.md"))
    assert inside.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        ([], 2, "the following arguments are required: FILE"),
        (["a.md", "b.md"], 2, "several files need a folder"),
        (["nothing.md"], 1, "There is no such file."),
        (["_layouts/post.html"], 1, "Jekyll makes no page of “post.html”."),
        (["--site", "nowhere", "a.md"], 1, "There is no folder “nowhere”."),
    ],
)
def test_what_cannot_be_done_is_said(dateline, site, arguments, status, sentence):
    """With the status that tells a script."""
    refused = dateline("render", *arguments)
    assert refused.returncode == status
    assert sentence in refused.stderr


def test_no_qt_is_loaded(site):
    """It runs on a server without a screen."""
    script = (
        "import sys; from editor.command_line import main;"
        " main(['render', '_posts/2025-11-17-ferry.md']);"
        " sys.exit(any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {script}"]
    assert subprocess.run(command, cwd=site, capture_output=True, check=False).returncode == 0
