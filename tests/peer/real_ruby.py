"""Ask the Ruby of this machine, and say whether its libraries are those that are compared with.

Whatever the machine's locale and Ruby's options are, texts go in and out as UTF-8, and Ruby keeps
its warnings to itself.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

# Other releases give other pages; these are what everybody can install (Debian 12).
COMPARED = {
    "jekyll": "4.3.1",
    "kramdown": "2.4.",
    "kramdown-parser-gfm": "1.1.",
    "liquid": "5.4.",
    "rouge": "3.30.",
    "minima": "2.5.",
    "jekyll-feed": "0.17.",
    "jekyll-seo-tag": "2.8.",
}
"""The beginning of the version of each library."""

# A Gemfile of the site or of this folder would have Ruby look for gems that are not here.
_NOT_KEPT = {"RUBYOPT", "LC_ALL", "BUNDLE_GEMFILE"}
_FIXED = {
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "JEKYLL_ENV": "development",
    "JEKYLL_NO_BUNDLER_REQUIRE": "true",
}
_CLOCK = Path(__file__).with_name("still_clock.rb")
_VERSIONS = """
ARGV.each { |name|
  found = Gem::Specification.find_all_by_name(name).first
  puts "#{name} #{found.version}" if found
}
"""


def ruby(
    program: str, *arguments: str, given: str = "", env: Mapping[str, str] | None = None
) -> str:
    """Run a Ruby program with a text as its input, and give what it writes."""
    done = subprocess.run(
        ["ruby", "-W0", "-EUTF-8:UTF-8", "-e", program, *arguments],
        input=given,
        env=_environment(env),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


def build_site(
    source: Path, destination: Path, *options: str, now: datetime | None = None
) -> "subprocess.CompletedProcess[str]":
    """Build a site with Jekyll, which may stop with an error; `now` is the moment of the build."""
    clock = {"RUBYOPT": f"-W0 -r{_CLOCK}", "DATELINE_NOW": str(now.timestamp())} if now else {}
    command = [
        "jekyll",
        "build",
        "-s",
        str(source),
        "-d",
        str(destination),
        "--disable-disk-cache",
    ]
    return subprocess.run(
        [*command, *options],
        cwd=source,
        env=_environment(clock),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def _environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give the environment that every comparison takes place in."""
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_KEPT}
    return {**kept, **_FIXED, **(more or {})}


@cache
def _installed() -> dict[str, str]:
    """Give the versions of the libraries that are installed."""
    try:
        return dict(line.split() for line in ruby(_VERSIONS, *COMPARED).splitlines())
    except (OSError, subprocess.CalledProcessError):
        return {}


def missing(*names: str) -> str:
    """Say why a comparison with these libraries cannot be made here; "" where it can."""
    if shutil.which("ruby") is None:
        return "Ruby is not installed"
    if "jekyll" in names and shutil.which("jekyll") is None:
        return "Jekyll is not installed"
    here = _installed()
    for name in names:
        if name not in here:
            return f"{name} is not installed"
        if not here[name].startswith(COMPARED[name]):
            return f"compared with {name} {COMPARED[name].rstrip('.')}, and here is {here[name]}"
    return ""


def needs(*names: str) -> pytest.MarkDecorator:
    """Skip a test where it cannot be compared with these libraries; the reason says why."""
    reason = missing(*names)
    return pytest.mark.skipif(bool(reason), reason=reason)
