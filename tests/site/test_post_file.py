import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from editor.post.errors import EncodingRefused
from editor.site.file_identity import digest_of
from editor.site.post_file import LARGEST_POST, ReadFailed, read_post, write_post
from editor.site.text_detection import Place
from editor.site.write_errors import ChangedOnDisk
from tests.site.watched_files import OLD

FRENCH = "---\ntitle: Le café\n---\n\nC’est « naïf » — voilà 10 €.\n"
POLISH = "---\ntitle: Zażółć\n---\n\nGęślą jaźń, wczoraj szedłem ulicą Świętego Marcina.\n"
RUSSIAN = "---\ntitle: Привет\n---\n\nСегодня утром мы пошли на рынок и купили рыбу.\n"
JAPANESE = "---\ntitle: こんにちは\n---\n\n今日は市場へ行って、新鮮な魚を買いました。\n"
CHINESE = "---\ntitle: 你好\n---\n\n今天早上我們去市場買了新鮮的魚。天氣很好。\n"


def opened(folder, raw, **how):
    """Put bytes into a file and open it."""
    path = folder / "2025-11-17-a.md"
    path.write_bytes(raw)
    return read_post(path, **how)


def test_an_ordinary_post_is_read_and_written_back_as_it_was(post, site):
    """Text, identity, and nothing to tell."""
    file = read_post(post)
    assert file.path == post
    assert file.post.text.encode() == OLD
    assert file.identity.digest == digest_of(OLD)
    assert file.identity.looks_like(len(OLD), post.stat().st_mtime_ns, post.stat().st_ino)
    assert file.notes == ()
    assert not file.read_only
    assert not file.encoding_choice_needed
    assert (file.seems, file.where) == ("UTF-8", "")
    identity = write_post(post, file.post, expected=file.identity.digest, inside=site)
    assert identity.digest == file.identity.digest
    assert post.read_bytes() == OLD


def test_a_relative_path_is_opened_as_an_absolute_one(post, monkeypatch):
    """The window may be started from any folder, and change it."""
    monkeypatch.chdir(post.parent)
    assert read_post(Path(post.name)).path == post


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xef\xbb\xbf---\r\ntitle: T\r\n---\r\n\r\nText\r\n",
        b"---\ntitle: T\n---\nmixed\r\nends\rhere \xe2\x80\xa8 no end",
        "---\ntitle: T\n---\n\u00a0\u202f\ufeff\ufdd0\n".encode(),
        b"\x80\x81\xfe\xff\n",
        b"---\ntitle: caf\xe9\n---\n",
        FRENCH.encode("cp1252"),
        FRENCH.encode("utf-16"),
        FRENCH.encode("utf-16-be"),
        ("\ufeff" + FRENCH).encode("utf-32-be"),
        RUSSIAN.encode("koi8-r"),
        JAPANESE.encode("shift_jis"),
        CHINESE.encode("big5"),
        bytes(range(256)) * 20,
        b"\0" * 4096,
    ],
)
def test_opening_and_saving_gives_every_file_back_byte_for_byte(tmp_path, raw):
    """Whatever encoding is guessed."""
    file = opened(tmp_path, raw)
    write_post(file.path, file.post, expected=file.identity.digest, inside=None)
    assert file.path.read_bytes() == raw


@pytest.mark.parametrize(
    ("text", "encoding", "seems"),
    [
        (FRENCH, "cp1252", "Windows-1252 (Western European)"),
        ("---\ntitle: Café\n---\n", "latin-1", "Windows-1252 (Western European)"),
        ("Größe: 10 °C\n", "latin-1", "Windows-1252 (Western European)"),
        (POLISH, "cp1250", "Windows-1250 (Central European)"),
        (POLISH, "iso8859-2", "ISO 8859-2 (Central European)"),
        (RUSSIAN, "cp1251", "Windows-1251 (Cyrillic)"),
        (RUSSIAN, "koi8-r", "KOI8-R (Cyrillic)"),
        (JAPANESE, "shift_jis", "Shift JIS (Japanese)"),
        (JAPANESE, "euc_jp", "EUC-JP (Japanese)"),
        (CHINESE, "big5", "Big5 (Chinese)"),
        (FRENCH, "utf-16", "UTF-16"),
        (FRENCH, "utf-16-le", "UTF-16"),
        (FRENCH, "utf-16-be", "UTF-16"),
        (FRENCH, "utf-32", "UTF-32"),
    ],
)
def test_a_file_in_another_encoding_is_read_and_its_storing_asked_about(
    tmp_path, text, encoding, seems
):
    """The text is right, and the person is told what it seems to be."""
    file = opened(tmp_path, text.encode(encoding))
    assert file.post.text == text
    assert file.seems == seems
    assert file.encoding_choice_needed
    assert not file.read_only
    assert file.notes[0].kind == "other-encoding"
    assert seems in file.notes[0].message
    converted = replace(file.post, encoding="utf-8", bom=False)
    assert converted.to_bytes() == text.encode()


def test_the_first_bytes_that_are_not_utf8_are_named_with_line_and_column(tmp_path):
    """The person can look at them."""
    file = opened(tmp_path, b"caf\xe9\n\nna\xefve, d\xe9j\xe0 vu\n")
    assert file.notes[0].places == (Place(1, 4), Place(3, 3), Place(3, 9))
    assert "line 1, column 4; line 3, column 3 and line 3, column 9" in file.where
    one = opened(tmp_path, b"caf\xe9\n")
    assert "line 1, column 4." in one.where


def test_a_few_damaged_bytes_in_utf8_do_not_spoil_the_rest(tmp_path):
    """The text is still read as UTF-8, and the damaged bytes stay."""
    raw = "déjà vu, très été\n".encode() + b"\xe9\n"
    file = opened(tmp_path, raw)
    assert file.post.text.startswith("déjà vu, très été")
    assert file.notes[0].kind == "damaged-utf-8"
    assert file.encoding_choice_needed
    assert file.seems == "UTF-8 with damaged bytes"
    assert file.post.to_bytes() == raw


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\0" * 100, "all-nul"),
        (b"text" + b"\0" * 4096 + b"text", "not-text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not-text"),
        (bytes(range(1, 256)) * 4, "not-text"),
    ],
)
def test_what_is_no_text_opens_for_reading_only(tmp_path, raw, kind):
    """A picture with a wrong name, a file that a power cut left."""
    file = opened(tmp_path, raw)
    assert [note.kind for note in file.notes] == [kind]
    assert file.read_only
    assert not file.encoding_choice_needed


@pytest.mark.parametrize(
    "raw", [JAPANESE.encode("cp932") + b"\x87\x90\n", bytes(range(0x80, 0x100)) * 3]
)
def test_a_guess_that_would_change_a_byte_is_not_taken(tmp_path, raw):
    """Some encodings write one character in two ways; then every byte is kept as a character."""
    file = opened(tmp_path, raw)
    assert file.post.to_bytes() == raw
    assert file.seems == "ISO 8859-1 (Western European)"


def test_an_empty_file_is_told(tmp_path):
    """It may be all that a crash of another program left."""
    file = opened(tmp_path, b"")
    assert [note.kind for note in file.notes] == ["empty"]
    assert not file.read_only


def test_an_odd_control_character_is_still_text(tmp_path):
    """A bell or a form feed from an old program."""
    assert opened(tmp_path, b"A long enough line with one bell\x07 in it.\n" * 3).notes == ()


def test_a_site_in_another_encoding_reads_its_posts_without_a_word(tmp_path):
    """The config says so, and Jekyll agrees."""
    file = opened(tmp_path, b"caf\xe9\n", encoding="ISO-8859-1")
    assert file.post.text == "café\n"
    assert file.notes == ()
    assert file.seems == "ISO 8859-1 (Western European)"
    assert opened(tmp_path, b"caf\xc3\xa9\n", encoding="UTF_8").post.text == "café\n"
    assert opened(tmp_path, b"\x81\xfe", encoding="no such encoding").notes


@pytest.mark.parametrize(
    ("name", "kind"),
    [("gone.md", "gone"), ("", "not-a-file"), ("a\0b", "bad-name"), ("x" * 300, "bad-name")],
)
def test_what_cannot_be_opened_is_a_sentence(tmp_path, name, kind):
    """Deleted meanwhile, a folder, a name that no disk can hold."""
    with pytest.raises(ReadFailed) as caught:
        read_post(tmp_path / name)
    assert caught.value.kind == kind
    assert str(caught.value).endswith(".")


def test_a_pipe_does_not_hang_the_window(tmp_path):
    """It is no post, and is not waited for."""
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(ReadFailed) as caught:
        read_post(tmp_path / "pipe.md")
    assert caught.value.kind == "not-a-file"


def test_a_link_that_ends_in_itself_is_gone(tmp_path):
    """There is no file at its end."""
    (tmp_path / "loop.md").symlink_to("loop.md")
    with pytest.raises(ReadFailed) as caught:
        read_post(tmp_path / "loop.md")
    assert caught.value.kind == "gone"


def test_an_archive_is_not_opened_as_a_post(tmp_path):
    """More than 64 MB is refused before it fills the memory."""
    path = tmp_path / "archive.md"
    with path.open("wb") as stream:
        stream.truncate(LARGEST_POST + 1)
    with pytest.raises(ReadFailed, match="64 MB") as caught:
        read_post(path)
    assert caught.value.kind == "too-large"


@pytest.mark.parametrize(
    ("number", "kind"), [(errno.EACCES, "no-permission"), (errno.EIO, "disk-error")]
)
def test_a_disk_that_refuses_is_a_sentence(post, monkeypatch, number, kind):
    """No right, or a broken disk."""

    def refuse(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadFailed) as caught:
        read_post(post)
    assert caught.value.kind == kind


def test_text_that_the_encoding_cannot_hold_stops_before_the_disk(tmp_path):
    """The old file is complete, and a sentence names the character."""
    raw = b"caf\xe9 au lait\n"
    file = opened(tmp_path, raw)
    with pytest.raises(EncodingRefused, match="U\\+0151"):
        write_post(
            file.path,
            file.post.with_shown_body("ő"),
            expected=file.identity.digest,
            inside=None,
        )
    assert file.path.read_bytes() == raw


def test_a_colleague_s_edit_between_opening_and_saving_is_kept(post, site):
    """The identity of the opened file is what counts."""
    file = read_post(post)
    post.write_bytes(OLD + b"theirs")
    with pytest.raises(ChangedOnDisk):
        write_post(post, file.post, expected=file.identity.digest, inside=site)
    assert post.read_bytes() == OLD + b"theirs"
