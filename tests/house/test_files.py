import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("folder", "limit"), [("editor", 300), ("tools", 300), ("tests", 400)])
def test_a_file_is_short_enough_to_be_read_in_one_sitting(folder, limit):
    """One idea a file: a longer one holds two."""
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines())
        for file in (ROOT / folder).rglob("*.py")
    }
    assert {name: length for name, length in lengths.items() if length > limit} == {}


@pytest.mark.parametrize(
    "pattern", ["requirements*.txt", "pyproject.toml", "run*", "tools/*.py", ".ci/run"]
)
def test_the_set_up_asks_the_machine_where_packages_come_from(pattern):
    """A newsroom's own mirror is set in pip's own settings, so no file here names an address."""
    addressed = ["://", "--index-url", "--extra-index-url", "--find-links", "--trusted-host"]
    files = list(ROOT.glob(pattern))
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert [mark for mark in addressed if mark in text] == [], file.name


def test_every_package_of_the_locks_is_pinned_with_its_hash():
    """What is fetched on a newsroom's laptop is what was tested, byte for byte."""
    for lock in ROOT.glob("requirements*.txt"):
        lines = lock.read_text(encoding="utf-8").splitlines()
        pins = [number for number, line in enumerate(lines) if line[:1].isalnum()]
        assert len(pins) > 10
        for number in pins:
            assert "==" in lines[number]
            assert "--hash=sha256:" in lines[number + 1]


def pins(lock):
    """Return the version of each package of a lock, by its name."""
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    pinned = [line.split(";")[0].strip(" \\").split("==") for line in lines if line[:1].isalnum()]
    return {canonicalize_name(name): version for name, version in pinned}


def test_the_developers_lock_holds_the_very_versions_of_the_programs_lock():
    """The tests run against what the writer runs."""
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_the_locks_hold_whatever_the_program_asks_for():
    """A new dependency reaches the writer's machine, not only that of who added it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": project["dependency-groups"]["dev"],
    }
    for lock, requirements in asked.items():
        pinned = pins(lock)
        for requirement in map(Requirement, requirements):
            version = pinned.get(canonicalize_name(requirement.name), "none")
            assert version in requirement.specifier, f"{lock}: {requirement}, found {version}"
