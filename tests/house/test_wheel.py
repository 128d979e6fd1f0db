import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytest.importorskip(
    "hatchling", reason="the wheel is built with hatchling, of the development lock"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel as a release does, with no network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )
    (built,) = folder.glob("dateline-*.whl")
    return built


def test_the_wheel_brings_every_picture_and_font_along(wheel):
    """An installed Dateline looks like one that was started from its source."""
    names = zipfile.ZipFile(wheel).namelist()
    folder = ROOT / "resources"
    resources = [file.relative_to(folder) for file in folder.rglob("*") if file.is_file()]
    assert resources
    assert {f"editor/_resources/{name.as_posix()}" for name in resources} <= set(names)


def test_the_wheel_holds_the_program_and_nothing_else(wheel):
    """Settings of tools, tests and caches stay at home."""
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"editor"}
    assert [name for name in names if name.endswith((".toml", ".pyc"))] == []


def test_the_installed_program_starts_from_anywhere(wheel, tmp_path):
    """The `dateline` command needs neither the source nor a certain folder to stand in."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "editor", "--version"],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=dict(os.environ, PYTHONPATH=str(tmp_path / "installed")),
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Dateline ")
