"""What Jekyll reads in the name of a file, and which names every system can keep."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.post.file_names import (
    PostName,
    build,
    parse,
    parse_draft,
    title_from_slug,
    unsafe_reason,
)
from tests.peer.real_ruby import build_site, needs

READ = {
    "2025-03-04-plain.md": ("2025-03-04", "plain", ".md"),
    "2025-3-4-onedigit.md": ("2025-03-04", "onedigit", ".md"),
    "25-03-04-x.md": ("2025-03-04", "x", ".md"),
    "99-03-04-x.md": ("1999-03-04", "x", ".md"),
    "69-03-04-x.md": ("1969-03-04", "x", ".md"),
    "68-03-04-x.md": ("2068-03-04", "x", ".md"),
    "025-03-04-x.md": ("0025-03-04", "x", ".md"),
    "2025-02-30-x.md": ("2025-03-02", "x", ".md"),
    "2025-02-29-x.md": ("2025-03-01", "x", ".md"),
    "2025-04-31-x.md": ("2025-05-01", "x", ".md"),
    "2025-03-04-.md": ("2025-03-04", "", ".md"),
    "2025-03-04-a.MD": ("2025-03-04", "a", ".MD"),
    "2025-03-04-a.txt": ("2025-03-04", "a", ".txt"),
    "2025-03-04-a.b.c.md": ("2025-03-04", "a.b.c", ".md"),
    "2025-03-04-x.md.html": ("2025-03-04", "x.md", ".html"),
    "2025-03-04-dots...md": ("2025-03-04", "dots", ".md"),
    "2025-03-04-a.md.bak": ("2025-03-04", "a.md", ".bak"),
    "2025-03-04-été.md": ("2025-03-04", "été", ".md"),
}
STOPPED = ["2025-13-04-x.md", "2025-00-10-x.md", "2025-01-00-x.md", "2025-01-32-x.md"]
STOPPED += ["12-13-14-x.md"]
PASSED_OVER = [
    "2025-03-04.md",
    "nodate.md",
    "2025_03_04_x.md",
    "20250304-x.md",
    "03-04-2025-x.md",
    "2025-03-04 x.md",
    "2025-03-004-x.md",
    "12025-03-04-x.md",
    "2025-03-04-x",
    "2025-03-04-x.md~",
    "2025-03-04-x.",
    "_2025-03-04-x.md",
    "٢٠٢٥-03-04-x.md",
]


@pytest.mark.parametrize("name", READ)
def test_a_file_name_is_read_as_jekyll_reads_it(name):
    """Short years get a century, days that a month does not have roll over."""
    day, slug, ext = READ[name]
    read = parse(name)
    assert read is not None
    assert (read.date, read.slug, read.ext) == (date.fromisoformat(day), slug, ext)
    assert read.problem is None


@pytest.mark.parametrize("name", STOPPED)
def test_a_file_name_at_which_jekyll_stops_says_so(name):
    """One such file, and the site is not built at all."""
    read = parse(name)
    assert read is not None
    assert read.date is None
    assert read.problem == f"“{read.written_date}” is no date: Jekyll stops at this file name."


@pytest.mark.parametrize("name", PASSED_OVER)
def test_a_file_that_jekyll_passes_over_is_no_post(name):
    """Jekyll says nothing about it, so Dateline must."""
    assert parse(name) is None


def test_a_day_that_rolls_over_is_told_from_one_that_does_not():
    """30 February is shown as what it becomes."""
    assert parse("2025-02-30-x.md").rolled_over
    assert not parse("2025-02-03-x.md").rolled_over
    assert not parse("2025-02-32-x.md").rolled_over
    assert not parse_draft("x.md").rolled_over


def test_the_year_0_is_left_to_jekyll():
    """Jekyll reads it; Python's calendar begins a year later."""
    assert parse("0000-03-04-x.md") == PostName(
        "0000-03-04", None, "x", ".md", "Dateline reads no year before the year 1."
    )


@pytest.mark.peer
@needs("jekyll")
def test_the_jekyll_on_this_machine_reads_the_same_names(tmp_path):
    """One real build of all the names, and one of each at which it stops."""
    posts = tmp_path / "_posts"
    posts.mkdir()
    for name in [*READ, *PASSED_OVER]:
        (posts / name).write_text("---\n---\nx", encoding="utf-8")
    list_all = (
        "[{% for p in site.posts %}"
        '["{{ p.path }}", "{{ p.date | date: "%Y-%m-%d" }}", "{{ p.slug }}", "{{ p.ext }}"],'
        "{% endfor %}0]"
    )
    (tmp_path / "list.json").write_text(f"---\n---\n{list_all}", encoding="utf-8")
    (tmp_path / "_config.yml").write_text("timezone: Asia/Tokyo\nfuture: true\n")
    assert build_site(tmp_path, tmp_path / "out").returncode == 0
    listed = json.loads((tmp_path / "out" / "list.json").read_text(encoding="utf-8"))[:-1]
    assert {path.removeprefix("_posts/"): tuple(rest) for path, *rest in listed} == READ
    (posts / STOPPED[0]).write_text("---\n---\nx", encoding="utf-8")
    stopped = build_site(tmp_path, tmp_path / "out")
    assert stopped.returncode == 1
    assert "does not have a valid date in the filename" in stopped.stderr


@pytest.mark.parametrize(
    ("name", "day", "slug"),
    [
        ("idea.md", None, "idea"),
        ("2025-03-04-idea.md", date(2025, 3, 4), "idea"),
        ("two.words..md", None, "two.words"),
    ],
)
def test_a_draft_needs_no_date_but_may_have_one(name, day, slug):
    """Its file name is its slug."""
    draft = parse_draft(name)
    assert draft is not None
    assert (draft.date, draft.slug, draft.ext) == (day, slug, ".md")


@pytest.mark.parametrize("name", ["idea", "_idea.md", ".idea.md", "#idea.md", "~a.md", "a.md~"])
def test_a_draft_that_jekyll_passes_over_is_none(name):
    """Jekyll takes such files for hidden ones or spare copies."""
    assert parse_draft(name) is None


def test_a_name_is_built_from_day_and_slug():
    """The day always has ten characters, so that names sort by day."""
    assert build(date(2025, 3, 4), "first-light") == "2025-03-04-first-light.md"
    assert build(date(987, 3, 4), "old", ".html") == "0987-03-04-old.html"


@given(
    st.dates(), st.text("abc-é1", min_size=1, max_size=9), st.sampled_from([".md", ".markdown"])
)
def test_a_name_that_was_built_is_read_back(day, slug, ext):
    """No part is lost on the way."""
    name = parse(build(day, slug, ext))
    assert (name.date, name.slug, name.ext) == (day, slug, ext)
    assert not name.rolled_over


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("iOS-tips-and-TRICKS", "Ios Tips And Tricks"),
        ("a---b", "A   B"),
        ("c++_x", "C++_x"),
        ("3d-models", "3d Models"),
        ("a-", "A"),
        ("-a", " A"),
        ("", ""),
        ("ßen-ǆep", "Ssen ǅep"),
        ("ΟΔΟΣ", "Οδοσ"),
    ],
)
def test_a_post_without_a_title_is_called_after_its_slug(slug, title):
    """As Jekyll does it, with each word's first letter alone in capitals."""
    assert title_from_slug(slug) == title


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "A file needs a name."),
        (".", "A file needs a name."),
        ("..", "A file needs a name."),
        (".git", "Jekyll passes over files whose name starts with “.”."),
        ("_x.md", "Jekyll passes over files whose name starts with “_”."),
        ("x.md ", "A file name cannot start with a space, or end with a space, a dot or a tilde."),
        (" x.md", "A file name cannot start with a space, or end with a space, a dot or a tilde."),
        ("x.", "A file name cannot start with a space, or end with a space, a dot or a tilde."),
        ("x.md~", "A file name cannot start with a space, or end with a space, a dot or a tilde."),
        ("CON.md", "Windows keeps the name “CON” for itself."),
        ("com¹ .tar.gz", "Windows keeps the name “com¹ ” for itself."),
        ("é" * 126 + ".mdx", "This name is longer than the 255 bytes that a file name can have."),
        ("../x.md", "Jekyll passes over files whose name starts with “.”."),
        ("a/b.md", "A file name cannot hold “/”: that leads into another folder."),
        ("a\\b.md", "Windows allows no “\\” in a file name."),
        ("a:b.md", "Windows allows no “:” in a file name."),
        ("a\nb.md", "This name holds a character that cannot be seen (U+000A)."),
        ("a\u202eb.md", "This name holds a character that cannot be seen (U+202E)."),
        ("a\udcffb.md", "This name holds a character that cannot be seen (U+DCFF)."),
        (
            "cafe\u0301.md",
            "This name has letters and accents apart; macOS and Git would take it for another.",
        ),
    ],
)
def test_a_name_that_some_system_cannot_keep_is_refused_with_its_reason(name, sentence):
    """The sentence stands beside the field in which the name was typed."""
    assert unsafe_reason(name) == sentence


@pytest.mark.parametrize("name", ["2025-03-04-été.md", "console.md", "a b.png", "x-_~.md", "你好"])
def test_a_name_that_every_system_keeps_is_allowed(name):
    """Letters of all scripts are welcome."""
    assert unsafe_reason(name) is None
