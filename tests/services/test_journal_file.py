import random
import resource
import shutil
import sqlite3
import stat
from contextlib import contextmanager
from pathlib import Path

import pytest

from editor.post.post import Post
from editor.services.journal_file import JournalFile
from editor.services.journal_reading import read_journal
from editor.services.keeping import NotKept
from editor.services.safe_keeping import SafeKeeping
from editor.services.unsaved import PostState
from tests.services.kept_posts import TEXT, keep_and_die, unsaved

FORMER = Path(__file__).parents[1] / "data" / "journals"
MUTATIONS = 200


@pytest.fixture
def keeping(tmp_path):
    """Give a place to keep text in, which is let go of in the end."""
    keeping = SafeKeeping(tmp_path / "kept")
    yield keeping
    keeping.close()


def offered(folder):
    """Give the texts that the next start would offer, and what it sets aside as damaged."""
    keeping = SafeKeeping(folder)
    found = keeping.find()
    keeping.close()
    return [each.post().text for each in found.unsaved], list(found.damaged)


@contextmanager
def files_no_longer_than(number):
    """Let this program write no file beyond so many bytes, as a full disk would."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (number, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_a_killed_program_kept_is_offered_to_the_next(tmp_path):
    """The newest text comes back, whole, and only that."""
    assert keep_and_die(tmp_path, "First words.", TEXT) == ["kept", "kept"]
    assert offered(tmp_path) == ([TEXT], [])


def test_nobody_else_on_the_machine_can_read_it(tmp_path):
    """Folder 0700, file 0600: unsaved words are the writer's alone."""
    keep_and_die(tmp_path, TEXT)
    (journal,) = (tmp_path / "journal").glob("*.journal")
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600
    assert stat.S_IMODE(journal.parent.stat().st_mode) == 0o700


def test_what_a_running_program_keeps_is_not_offered(keeping, tmp_path):
    """A second start leaves the first one's text alone; when that ends, it is offered."""
    keeping.keep(unsaved())
    assert offered(tmp_path / "kept") == ([], [])
    keeping.close()
    assert offered(tmp_path / "kept") == ([TEXT], [])


def test_what_was_saved_is_not_offered_and_leaves_no_file(keeping, tmp_path):
    """A clean end leaves nothing behind."""
    keeping.keep(unsaved())
    keeping.drop(1)
    keeping.close()
    assert list((tmp_path / "kept" / "journal").iterdir()) == []


def test_text_that_its_file_holds_by_now_is_not_offered(keeping, tmp_path):
    """Killed between the save and the clearing up: there is nothing to ask."""
    path = tmp_path / "2025-11-17-low-tide.md"
    path.write_text(TEXT, encoding="utf-8")
    keeping.keep(unsaved(path=path))
    keeping.close()
    assert offered(tmp_path / "kept") == ([], [])


def test_a_file_that_is_newer_does_not_hide_what_was_unsaved(keeping, tmp_path):
    """Bytes decide, not the clock: other text on the disk is no reason to drop this one."""
    path = tmp_path / "2025-11-17-low-tide.md"
    path.write_text("Another program's text.", encoding="utf-8")
    keeping.keep(unsaved(path=path))
    keeping.close()
    assert offered(tmp_path / "kept") == ([TEXT], [])


def test_deciding_later_keeps_it_for_every_start(tmp_path):
    """Looking takes nothing away; only an answer does."""
    keep_and_die(tmp_path, TEXT)
    for _ in range(3):
        assert offered(tmp_path) == ([TEXT], [])


@pytest.mark.parametrize("keeps", [True, False])
def test_an_answer_takes_it_out_of_the_journal(keeping, tmp_path, keeps):
    """Keep the file: the text goes into the history. Open it: it is in the new journal."""
    keep_and_die(tmp_path / "kept", TEXT)
    (found,) = keeping.find().unsaved
    keeping.settle(found, keeps=keeps)
    assert keeping.find().unsaved == []
    kept = [keeping.content(each) for each in keeping.versions(None)]
    assert kept == ([TEXT.encode()] if keeps else [])


def test_closing_without_saving_moves_the_text_into_the_history(keeping):
    """A wrong click on the way out costs nothing."""
    keeping.keep(unsaved())
    keeping.put_aside(unsaved())
    (version,) = keeping.versions(None)
    assert (version.kind, keeping.content(version)) == ("left", TEXT.encode())


def test_a_journal_that_somebody_removed_is_begun_anew(keeping, tmp_path):
    """What is written into a file without a name would be lost, so it is not."""
    keeping.keep(unsaved("Old."))
    shutil.rmtree(tmp_path / "kept" / "journal")
    keeping.keep(unsaved())
    keeping.close()
    assert offered(tmp_path / "kept") == ([TEXT], [])


@pytest.mark.parametrize("name", sorted(path.name for path in FORMER.glob("*.journal")))
def test_a_journal_of_a_former_version_opens(tmp_path, name):
    """An update of the program never costs what the one before kept."""
    (tmp_path / "journal").mkdir()
    shutil.copy(FORMER / name, tmp_path / "journal" / name)
    assert offered(tmp_path) == ([TEXT], [])


@pytest.mark.parametrize("change", ["ADD COLUMN caret INTEGER", "DROP COLUMN bom"])
def test_a_journal_of_another_version_gives_what_it_has(tmp_path, change):
    """A column more or less is no reason to lose a post: somebody went back to an older one."""
    keep_and_die(tmp_path, TEXT)
    (journal,) = (tmp_path / "journal").glob("*.journal")
    connection = sqlite3.connect(journal)
    connection.execute(f"ALTER TABLE unsaved {change}")
    connection.execute("PRAGMA user_version=7")
    connection.close()
    assert offered(tmp_path) == ([TEXT], [])


@pytest.mark.parametrize(
    ("raw", "encoding", "body"),
    [
        (b"---\ntitle: caf\xe9\n---\n", "latin-1", "\nThe café costs 3 € 🚢\n"),
        (b"---\ntitle: caf\xe9\n---\n", "utf-8", "\nNot UTF-8: \udce9\n"),
        (b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\n", "utf-8", "\r\nOne\nTwo\u2028Three\xa0\n"),
    ],
)
def test_a_text_comes_back_as_it_stood_in_the_window(keeping, tmp_path, raw, encoding, body):
    """Also one that a save would be refused for: the journal asks for no encoding."""
    post = Post.from_bytes(raw, encoding).with_body(body)
    keeping.keep(PostState(1, post, None, "x.md", None, 1).unsaved())
    keeping.close()
    reader = SafeKeeping(tmp_path / "kept")
    (found,) = reader.find().unsaved
    reader.close()
    assert found.post() == post


def test_a_full_disk_is_said_and_what_was_kept_before_stays(keeping, tmp_path):
    """The error is a sentence; when there is room again the next text is kept."""
    keeping.keep(unsaved("Small."))
    with files_no_longer_than(20_000), pytest.raises(NotKept):
        keeping.keep(unsaved("Large. " * 10_000))
    shutil.copytree(tmp_path / "kept", tmp_path / "copy")
    assert offered(tmp_path / "copy") == (["Small."], [])
    keeping.keep(unsaved("Large. " * 10_000))
    keeping.close()
    assert offered(tmp_path / "kept") == (["Large. " * 10_000], [])


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    """Where nothing can be kept, the caller hears of it."""
    (tmp_path / "kept").write_text("a file where the folder should be", encoding="utf-8")
    keeping = SafeKeeping(tmp_path / "kept")
    with pytest.raises(NotKept):
        keeping.keep(unsaved())
    with pytest.raises(NotKept):
        keeping.versions(None)
    assert keeping.find().unsaved == []
    keeping.close()


def mutated(raw, chance):
    """Damage a file as a bad disk does: cut it, flip bits, fill a sector with zeros."""
    data = bytearray(raw)
    match chance.randrange(4):
        case 0:
            del data[chance.randrange(len(data)) :]
        case 1:
            for _ in range(chance.choice([1, 1, 4, 64])):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        case 2:
            start = chance.randrange(len(data)) // 512 * 512
            data[start : start + 512] = bytes(len(data[start : start + 512]))
        case 3:
            start = chance.randrange(len(data))
            data[start:start] = chance.randbytes(chance.randrange(1, 5000))
    return bytes(data)


def test_no_damage_to_a_journal_is_a_crash_or_silence(tmp_path):
    """Of 200 damaged journals each gives the text, or what is left of it, or is reported."""
    texts = [TEXT, "A long text, paragraph by paragraph.\n" * 800]
    keep_and_die(tmp_path / "sound", *texts)
    (sound,) = (tmp_path / "sound" / "journal").glob("*.journal")
    raw, chance = sound.read_bytes(), random.Random(17)
    with_text = 0
    for number in range(MUTATIONS):
        folder = tmp_path / str(number)
        (folder / "journal").mkdir(parents=True)
        (folder / "journal" / sound.name).write_bytes(mutated(raw, chance))
        found, damaged = offered(folder)
        assert found or damaged, f"mutation {number}: nothing is said"
        with_text += "paragraph by paragraph" in "".join(found)
        assert all(path.exists() for path in damaged)
        shutil.rmtree(folder)
    assert with_text > MUTATIONS * 0.9


def test_damage_that_the_database_cannot_put_into_words_is_told(tmp_path):
    """SQLite quotes the damaged bytes, which are no text any more."""
    keep_and_die(tmp_path, TEXT)
    (journal,) = (tmp_path / "journal").glob("*.journal")
    sample = journal.read_bytes()
    name = sample.rindex(b"CREATE TABLE", 0, 4096)
    for at in range(name, 4096):
        damaged = bytearray(sample)
        damaged[at] ^= 0x80
        folder = tmp_path / str(at)
        (folder / "journal").mkdir(parents=True)
        (folder / "journal" / journal.name).write_bytes(damaged)
        texts, aside = offered(folder)
        assert texts == [TEXT] or aside


def test_a_damaged_text_is_offered_as_such(tmp_path):
    """A flipped letter in the text itself is no reason to hide the rest, but it is said."""
    keep_and_die(tmp_path, TEXT)
    (journal,) = (tmp_path / "journal").glob("*.journal")
    journal.write_bytes(journal.read_bytes().replace(b"nobody", b"n0body"))
    keeping = SafeKeeping(tmp_path)
    (found,) = keeping.find().unsaved
    keeping.close()
    assert found.is_damaged
    assert "waited for n0body" in found.post().text


def test_an_empty_file_among_the_journals_is_reported(tmp_path):
    """A journal of 0 bytes once held something: no empty, clean start is shown."""
    folder = tmp_path / "journal"
    folder.mkdir()
    (folder / "20251117-120000-aaaaaaaa.journal").write_bytes(b"")
    found, damaged = offered(tmp_path)
    assert (found, len(damaged)) == ([], 1)


def test_a_journal_without_text_is_cleared_away(tmp_path):
    """Killed with everything saved: nothing is offered, nothing is left lying about."""
    journal = JournalFile(tmp_path)
    journal.keep(unsaved())
    journal.drop(1)
    shutil.copy(journal.path, tmp_path / "copy.journal")
    journal.close()
    reading = read_journal(tmp_path / "copy.journal")
    assert (reading.unsaved, reading.is_damaged) == ((), False)
    assert list(tmp_path.iterdir()) == []
