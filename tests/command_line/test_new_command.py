"""`dateline new`."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from editor.command_line import main
from editor.site.folders import Site
from editor.site.publishing.workbench import Workbench


@pytest.fixture
def site(tmp_path):
    """Give a site in Tokyo."""
    folder = tmp_path / "harbour"
    folder.mkdir()
    (folder / "_config.yml").write_text("timezone: Asia/Tokyo\n")
    return folder


def test_a_new_post_is_dated_by_the_clock_of_the_site(dateline, site):
    """Whatever the clock of the laptop; the day of the name is the day of the date."""
    before = datetime.now(UTC).replace(microsecond=0)
    shown = dateline("new", "Low tide", folder=site, TZ="America/New_York")
    after = datetime.now(UTC)
    assert (shown.returncode, shown.stderr) == (0, "")
    (path,) = (site / "_posts").iterdir()
    assert shown.stdout == f"{path}\n"
    line = path.read_text(encoding="utf-8").splitlines()[3]
    when = datetime.strptime(line, "date: %Y-%m-%d %H:%M:%S %z")
    assert before <= when <= after
    assert line.endswith(" +0900")
    assert path.name == f"{when.astimezone(ZoneInfo('Asia/Tokyo')):%Y-%m-%d}-low-tide.md"


def test_a_new_post_can_be_dated_on_another_day(dateline, site):
    """In the words that Jekyll understands, at the site's own clock."""
    for when, written in (
        ("2025-11-17", "2025-11-17 00:00:00 +0900"),
        ("2025-11-17 09:30", "2025-11-17 09:30:00 +0900"),
        ("17 Nov 2025 9:30 pm", "2025-11-17 21:30:00 +0900"),
        ("2025-11-16 20:00 -0500", "2025-11-17 10:00:00 +0900"),
    ):
        path = dateline("new", when, "--date", when, folder=site).stdout.rstrip("\n")
        assert f"\ndate: {written}\n" in Path(path).read_text(encoding="utf-8")
        assert Path(path).name.startswith("2025-11-17-")


def test_the_whole_of_a_new_post_is_in_the_file(dateline, site):
    """Byte for byte."""
    dateline("new", "The", '"Gull":', "été", "--date=2025-11-17", "--site", str(site))
    assert (site / "_posts" / "2025-11-17-the-gull-été.md").read_bytes() == (
        "---\n"
        "layout: post\n"
        'title: "The \\"Gull\\": été"\n'
        "date: 2025-11-17 00:00:00 +0900\n"
        'author: ""\n'
        "categories: []\n"
        "tags: []\n"
        'excerpt: ""\n'
        "image:\n"
        "---\n"
        "\n"
    ).encode()


def test_a_draft_waits_without_a_date(dateline, site):
    """Unless one was asked for; its name has none either way."""
    assert dateline("new", "Low tide", "--draft", folder=site).returncode == 0
    draft = (site / "_drafts" / "low-tide.md").read_text(encoding="utf-8")
    assert "date" not in draft
    dateline("new", "Fog", "--draft", "--date", "2025-11-17", folder=site)
    dated = (site / "_drafts" / "fog.md").read_text(encoding="utf-8")
    assert "\ndate: 2025-11-17 00:00:00 +0900\n" in dated


def test_a_name_that_is_taken_gets_a_number(dateline, site):
    """Nothing is overwritten, and no two posts share an address, whatever their endings."""
    posts = site / "_posts"
    posts.mkdir()
    (posts / "2025-11-17-Low-Tide.markdown").write_bytes(b"mine")
    for number in ("-2", "-3"):
        shown = dateline("new", "Low tide", "--date=2025-11-17", folder=site)
        assert shown.stdout == f"{posts / f'2025-11-17-low-tide{number}.md'}\n"
    assert (posts / "2025-11-17-Low-Tide.markdown").read_bytes() == b"mine"


def test_a_name_that_is_taken_at_the_last_moment_gets_a_number(monkeypatch, site, capsys):
    """Somebody else may make the same post between the look and the write."""
    look = Workbench.free_path
    drafts = site / "_drafts"
    drafts.mkdir()

    def late(bench, folder, stem, ext, *, own=None):
        found = look(bench, folder, stem, ext, own=own)
        if found.name == "low-tide.md":
            found.write_bytes(b"theirs")
        return found

    monkeypatch.setattr(Workbench, "free_path", late)
    assert main(["new", "Low tide", "--draft", "--site", str(site)]) == 0
    assert capsys.readouterr().out == f"{drafts / 'low-tide-2.md'}\n"
    assert (drafts / "low-tide.md").read_bytes() == b"theirs"


def test_a_folder_of_the_site_is_enough_to_find_it(dateline, site):
    """As in a shell that stands among the pictures."""
    inner = site / "assets" / "pictures"
    inner.mkdir(parents=True)
    shown = dateline("new", "Low tide", "--draft", folder=inner)
    assert shown.stdout == f"{site / '_drafts' / 'low-tide.md'}\n"


def test_posts_go_where_the_config_keeps_them(dateline, site):
    """`collections_dir` moves them all."""
    (site / "_config.yml").write_text("collections_dir: texts\n")
    shown = dateline("new", "Low tide", "--date=2025-11-17", folder=site)
    assert shown.stdout == f"{site / 'texts' / '_posts' / '2025-11-17-low-tide.md'}\n"


def test_without_a_site_the_folder_that_was_used_is_named(dateline, tmp_path):
    """The path is the answer; the sentence is for the person."""
    shown = dateline("new", "Low tide", "--date=2025-11-17")
    assert shown.returncode == 0
    assert shown.stdout == f"{tmp_path / '_posts' / '2025-11-17-low-tide.md'}\n"
    assert shown.stderr == f"There is no Jekyll site here, so the post goes to {tmp_path}.\n"


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (
            ["x", "--date=soon"],
            2,
            "“soon” is no date. Write it as 2025-11-17 or “2025-11-17 09:30”.",
        ),
        (["x", "--date="], 2, "“” is no date. Write it as 2025-11-17 or “2025-11-17 09:30”."),
        (["x", "--site=nowhere"], 1, "There is no folder “nowhere”."),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(dateline, site, arguments, status, sentence):
    """Nothing is written."""
    refused = dateline("new", *arguments, folder=site)
    assert (refused.returncode, refused.stdout) == (status, "")
    assert refused.stderr.splitlines()[0] == sentence
    assert [path.name for path in site.iterdir()] == ["_config.yml"]


def test_bytes_that_are_no_text_make_no_title(site, capsys):
    """A shell in another encoding can hand them over."""
    assert main(["new", "caf\udce9", "--site", str(site)]) == 2
    assert "holds bytes that are no text" in capsys.readouterr().err


def test_a_file_where_the_folder_should_be_is_refused(dateline, site):
    """It is not put out of the way."""
    (site / "_drafts").write_bytes(b"mine")
    refused = dateline("new", "Low tide", "--draft", folder=site)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.count("\n") == 1
    assert (site / "_drafts").read_bytes() == b"mine"


def test_a_folder_that_may_not_be_looked_into_is_refused(monkeypatch, site, capsys):
    """What the system says is passed on."""

    def look(bench, folder, stem, ext):
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(Workbench, "free_path", look)
    assert main(["new", "Low tide", "--draft", "--site", str(site)]) == 1
    drafts = site / "_drafts"
    assert capsys.readouterr() == ("", f"“{drafts}” cannot be used: Permission denied.\n")


def test_a_folder_that_leads_out_of_the_site_is_refused(dateline, site, tmp_path):
    """A link is no way out."""
    (site / "_drafts").symlink_to(tmp_path)
    refused = dateline("new", "Low tide", "--draft", folder=site)
    assert refused.returncode == 1
    assert "lies outside this site" in refused.stderr
    assert not Site.open(site).contains(site / "_drafts")


def test_a_template_of_the_site_is_filled_in(dateline, tmp_path):
    """By its name, in capitals or not; a name that is not there names those that are."""
    (tmp_path / "_config.yml").write_text("timezone: UTC\n", encoding="utf-8")
    templates = "templates:\n  - {name: Review, fields: {rating: 3}, body: 'On {title}.'}\n"
    (tmp_path / "dateline.yml").write_text(templates, encoding="utf-8")
    made = dateline("new", "Low tide", "--template", "review", "--date", "2025-11-17 09:30")
    path = tmp_path / "_posts/2025-11-17-low-tide.md"
    assert made.stdout == f"{path}\n"
    assert path.read_text(encoding="utf-8") == (
        "---\ntitle: Low tide\ndate: 2025-11-17 09:30:00 +0000\nrating: 3\n---\n\nOn Low tide."
    )
    refused = dateline("new", "Low tide", "--template", "essay")
    assert (refused.returncode, "This site has: Review." in refused.stderr) == (2, True)
