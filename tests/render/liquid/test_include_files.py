from pathlib import Path

import pytest

from editor.render.liquid.include_files import IncludeFiles


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose secrets lie beside it."""
    folder = tmp_path / "site" / "_includes"
    (folder / "parts").mkdir(parents=True)
    (folder / "parts" / "note.html").write_text("A note.", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    return folder


def test_an_include_is_found_in_a_folder_of_its_own(site: Path):
    """A name may lead into a folder below the includes."""
    assert IncludeFiles([site])("parts/note.html") == "A note."


@pytest.mark.parametrize(
    "name", ["../../secret.txt", "missing.html", "parts", "", "a\0b", "x" * 5000, "/etc/hostname"]
)
def test_nothing_outside_the_folder_is_read(site: Path, name: str):
    """A name that leads out of the includes, or to no file, gives nothing."""
    assert IncludeFiles([site])(name) is None


def test_a_link_out_of_the_site_is_not_followed(site: Path, tmp_path: Path):
    """A symbolic link to a file outside gives nothing; one to a file inside works."""
    (site / "out.html").symlink_to(tmp_path / "secret.txt")
    (site / "in.html").symlink_to(site / "parts" / "note.html")
    files = IncludeFiles([site])
    assert files("out.html") is None
    assert files("in.html") == "A note."


def test_the_site_comes_before_its_theme(site: Path, tmp_path: Path):
    """An include of the site hides the theme's of the same name; others come from the theme."""
    theme = tmp_path / "theme"
    (theme / "parts").mkdir(parents=True)
    (theme / "parts" / "note.html").write_text("theme", "utf-8")
    (theme / "foot.html").write_text("foot", "utf-8")
    files = IncludeFiles([site, theme, tmp_path / "missing"])
    assert (files("parts/note.html"), files("foot.html")) == ("A note.", "foot")


@pytest.mark.parametrize(
    ("raw", "encoding", "text"),
    [
        (b"caf\xe9", "iso-8859-1", "café"),
        (b"caf\xe9", "utf-8", "caf\ufffd"),
        (b"a", "no-such-encoding", "a"),
        (b"\xef\xbb\xbfa\r\n", "utf-8", "\ufeffa\r\n"),
    ],
)
def test_an_include_is_read_in_the_sites_encoding(
    site: Path, raw: bytes, encoding: str, text: str
):
    """Bytes that the encoding does not know are replaced, and nothing fails."""
    (site / "x.html").write_bytes(raw)
    assert IncludeFiles([site], encoding)("x.html") == text
