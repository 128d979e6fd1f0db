import random
import shutil
import sqlite3
import stat
from datetime import UTC, datetime, timedelta

import pytest

from editor.services.history_file import AGE, NEWEST
from editor.services.keeping import NewVersion
from editor.services.safe_keeping import SafeKeeping

LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)


@pytest.fixture
def keeping(tmp_path):
    """Give a place to keep versions in, which is let go of in the end."""
    keeping = SafeKeeping(tmp_path / "kept")
    yield keeping
    keeping.close()


@pytest.fixture
def post(tmp_path):
    """Give the path of a post."""
    return tmp_path / "2025-11-17-low-tide.md"


def save(keeping, post, *texts, when=None):
    """Keep texts as versions that were saved one after the other."""
    for text in texts:
        keeping.keep_version(NewVersion(post, text.encode(), "saved", kept_at=when))


def kept(keeping, post):
    """Give the texts of a post's versions, the newest first; None for a damaged one."""
    contents = [keeping.content(each) for each in keeping.versions(post)]
    return [None if each is None else each.decode() for each in contents]


def test_every_save_is_a_version_and_the_newest_comes_first(keeping, post):
    """Three saves, three versions."""
    save(keeping, post, "one", "two", "three")
    assert kept(keeping, post) == ["three", "two", "one"]


def test_saving_the_same_twice_is_one_version(keeping, post):
    """And going back to an older text is a version again, which takes no more room."""
    save(keeping, post, "one", "one", "two", "one")
    assert kept(keeping, post) == ["one", "two", "one"]


def test_posts_do_not_mix(keeping, post):
    """Each file has its own line, and what was never saved has one too."""
    save(keeping, post, "mine")
    save(keeping, post.with_name("other.md"), "other")
    save(keeping, None, "never saved")
    assert kept(keeping, post) == ["mine"]
    assert kept(keeping, None) == ["never saved"]


def test_one_file_under_two_paths_is_one_post(keeping, post):
    """A link to the post leads to the same versions."""
    post.write_text("one", encoding="utf-8")
    link = post.with_name("link.md")
    link.symlink_to(post)
    save(keeping, post, "one")
    save(keeping, link, "two")
    assert kept(keeping, post) == ["two", "one"]


def test_fifty_versions_stay_however_old_they_are(keeping, post):
    """A post that is touched once a year keeps its past."""
    save(keeping, post, *(f"version {n}" for n in range(NEWEST + 20)), when=LONG_AGO)
    save(keeping, post, "today")
    assert len(kept(keeping, post)) == NEWEST
    assert kept(keeping, post)[0] == "today"


def test_a_month_of_versions_stays_however_many_there_are(keeping, post):
    """A busy day loses no version to the limit of fifty."""
    yesterday = datetime.now(UTC) - timedelta(days=1)
    save(keeping, post, *(f"version {n}" for n in range(NEWEST + 20)), when=yesterday)
    assert len(kept(keeping, post)) == NEWEST + 20
    assert timedelta(days=30) <= AGE


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_jumps_changes_no_order(keeping, post, years):
    """What is newer is counted, never read off a clock."""
    save(keeping, post, "one")
    save(keeping, post, "two", when=datetime.now(UTC) + timedelta(days=365 * years))
    save(keeping, post, "three")
    assert kept(keeping, post) == ["three", "two", "one"]


def test_a_renamed_file_keeps_its_past(keeping, post):
    """The versions follow it, together with those that were there."""
    new = post.with_name("2025-11-18-high-tide.md")
    save(keeping, post, "one")
    save(keeping, new, "other")
    keeping.renamed(post, new)
    assert sorted(kept(keeping, new)) == ["one", "other"]
    assert kept(keeping, post) == []


def test_nobody_else_on_the_machine_can_read_it(keeping, post, tmp_path):
    """File 0600, like the journal."""
    save(keeping, post, "one")
    assert stat.S_IMODE((tmp_path / "kept" / "history.sqlite").stat().st_mode) == 0o600


def test_two_programs_share_one_history(keeping, post, tmp_path):
    """Both keep their saves, in the order in which they came."""
    other = SafeKeeping(tmp_path / "kept")
    save(keeping, post, "one")
    save(other, post, "two")
    save(keeping, post, "three")
    assert kept(other, post) == ["three", "two", "one"]
    other.close()


def test_a_version_that_the_disk_changed_is_skipped_and_kept_anew(keeping, post, tmp_path):
    """Its hash tells; saving the same text again mends it."""
    save(keeping, post, "one", "two")
    connection = sqlite3.connect(tmp_path / "kept" / "history.sqlite", isolation_level=None)
    connection.execute("UPDATE contents SET packed = x'00' WHERE size = 3")
    assert kept(keeping, post) == [None, None]
    save(keeping, post, "two")
    assert kept(keeping, post) == ["two", None]
    connection.close()


def test_a_damaged_history_costs_the_damaged_versions_only(post, tmp_path):
    """30 damaged files: each opens, what is given is what was kept, and the next save is kept."""
    sound = SafeKeeping(tmp_path / "sound")
    texts = [f"Version {n}. " + "A line of it.\n" * 400 * n for n in range(12)]
    save(sound, post, *texts)
    sound.close()
    raw, chance, given = (tmp_path / "sound" / "history.sqlite").read_bytes(), random.Random(5), 0
    for number in range(30):
        folder = tmp_path / str(number)
        folder.mkdir()
        data = bytearray(raw)
        if number % 3 == 0:
            del data[chance.randrange(len(data)) :]
        for _ in range(number % 3 * 4):
            at = chance.randrange(len(data))
            data[at : at + 64] = bytes(len(data[at : at + 64]))
        (folder / "history.sqlite").write_bytes(data)
        keeping = SafeKeeping(folder)
        save(keeping, post, "The next save.")
        found = kept(keeping, post)
        assert found[0] == "The next save."
        assert set(found[1:]) <= {*texts, None}
        given += len([text for text in found[1:] if text is not None])
        keeping.close()
        shutil.rmtree(folder)
    assert given > 100
