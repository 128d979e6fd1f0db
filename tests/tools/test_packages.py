"""What the packages hold and say, as far as it can be known without building them."""

import ast
import configparser
import plistlib
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

sys.path.append(str(Path(__file__).parents[2] / "tools" / "packages"))

import bundle
import frozen_contents
import icons
import licences
import linux
import product
import windows
import words
from editor import __version__

ROOT = Path(__file__).parents[2]


def test_every_package_has_the_version_of_the_program():
    """Nobody changes a number in two places."""
    assert product.version() == __version__
    assert f"Version: {__version__}\n" in words.filled(
        "control",
        architecture="amd64",
        depends="",
        size="1",
        summary_lower="",
        description=" x",
    )


def test_the_menu_entry_offers_itself_for_markdown_and_takes_files():
    """It opens what the file manager hands over, and is asked for no terminal."""
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read_string(words.filled("desktop"))
    section = entry["Desktop Entry"]
    assert section["Exec"] == "dateline %F"
    assert section["Icon"] == product.APP_ID
    assert "text/markdown;" in section["MimeType"]
    assert section["Terminal"] == "false"
    # The window says so of itself, so that the desktop shows its icon.
    assert section["StartupWMClass"] == "dateline"


def test_the_metainfo_is_well_formed_and_names_the_menu_entry():
    """Software centres show the program by it."""
    root = ET.fromstring(words.filled("metainfo.xml"))
    assert root.findtext("id") == product.APP_ID
    assert root.findtext("launchable") == f"{product.APP_ID}.desktop"
    assert root.find("releases/release").get("version") == __version__


def test_desktop_tools_are_content_with_what_is_written(tmp_path):
    """The same two programs that software centres use."""
    linux.lay_out_share(tmp_path)
    entry = tmp_path / "applications" / f"{product.APP_ID}.desktop"
    metainfo = tmp_path / "metainfo" / f"{product.APP_ID}.metainfo.xml"
    checks = (
        ["desktop-file-validate", str(entry)],
        ["appstreamcli", "validate", "--no-net", str(metainfo)],
    )
    missing = [command[0] for command in checks if shutil.which(command[0]) is None]
    for command in checks:
        if command[0] not in missing:
            done = subprocess.run(command, check=False, capture_output=True, text=True)
            assert done.returncode == 0, done.stdout
    if len(missing) == len(checks):
        pytest.skip(f"{' and '.join(missing)} are not here")


def test_the_debian_package_asks_for_the_libraries_that_the_set_up_asks_for():
    """One list: what a laptop needs is what a developer's machine needs."""
    depends = linux.depends().split(", ")
    assert "libnss3" in depends
    assert "libasound2t64 | libasound2" in depends
    assert depends[0].startswith("libc6 ")


def test_scripts_of_the_packages_are_sound_shell():
    """The shell reads each of them without a complaint."""
    for name in ("postinst", "prerm", "install.sh"):
        script = words.filled(name)
        done = subprocess.run(["sh", "-n"], input=script, text=True, check=False)
        assert done.returncode == 0, name
        assert "dateline" in script


def test_an_installation_for_one_person_goes_in_and_out_and_leaves_posts_alone(tmp_path):
    """No administrator: everything lies in the home folder, and nothing is left but posts."""
    if not sys.platform.startswith("linux"):
        pytest.skip("a Linux matter")
    unpacked, home = tmp_path / "unpacked", tmp_path / "home"
    (unpacked / "program").mkdir(parents=True)
    (unpacked / "program" / "dateline").write_text('#!/bin/sh\necho started "$@"\n')
    (unpacked / "program" / "dateline").chmod(0o755)
    linux.lay_out_share(unpacked / "share")
    (unpacked / "install.sh").write_text(words.filled("install.sh"), encoding="utf-8")
    post = home / "site" / "_posts" / "2025-01-02-a.md"
    post.parent.mkdir(parents=True)
    post.write_text("words")
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"}

    def run(*command):
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        return done.stdout

    before = {path for path in home.rglob("*") if path.is_file()}
    for _ in range(2):  # a second time is an update
        run("sh", str(unpacked / "install.sh"))
    link = home / ".local/bin/dateline"
    assert run(str(link), "a.md") == "started a.md\n"
    entry = home / f".local/share/applications/{product.APP_ID}.desktop"
    assert f'Exec="{home}/.local/share/dateline-program/dateline" %F' in entry.read_text()
    run("sh", str(home / ".local/share/dateline-program/install.sh"), "--remove")
    left = {path for path in home.rglob("*") if path.is_file() or path.is_symlink()}
    # The desktop keeps an index of its own.
    assert {path for path in left if path.name != "mimeinfo.cache"} == before


def test_the_windows_installer_needs_no_administrator_and_takes_no_file_type_over(tmp_path):
    """It writes for one person only, and offers itself beside the program that opens Markdown."""
    script = windows.installer_script(
        tmp_path / "dateline", tmp_path / "s.exe", tmp_path / "i.ico"
    )
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    for extension in product.EXTENSIONS:
        offered = rf'WriteRegStr HKCU "Software\Classes\.{extension}\OpenWithProgids"'
        assert offered in script
        assert offered.replace("WriteRegStr", "DeleteRegValue") in script
    # Written as the default of an extension, it would open every Markdown file from then on.
    assert r'"Software\Classes\.md" ""' not in script


def test_the_windows_installer_compiles(tmp_path):
    """With a payload that stands in for the program."""
    if shutil.which("makensis") is None:
        pytest.skip("NSIS is not here")
    program = tmp_path / "dateline"
    (program / "_internal").mkdir(parents=True)
    (program / "dateline.exe").write_bytes(b"MZ")
    (program / "_internal" / "a.dll").write_bytes(b"MZ")
    icons.make_system_icons(tmp_path)
    installer = windows.make_installer(program, tmp_path, tmp_path / "dateline.ico")
    assert installer.stat().st_size > 10_000


def test_windows_shows_the_version_among_a_files_properties():
    """PyInstaller reads the resource as Python."""
    resource = ast.parse(bundle.version_words())
    assert __version__ in ast.dump(resource)


def test_macos_offers_dateline_for_markdown_without_making_it_the_one():
    """Rank “Alternate”: another editor stays what opens a double-clicked file."""
    kinds = bundle.information()["CFBundleDocumentTypes"]
    assert kinds[0]["LSHandlerRank"] == "Alternate"
    assert "md" in kinds[0]["CFBundleTypeExtensions"]
    rights = plistlib.loads(words.filled("entitlements.plist").encode())
    assert rights["com.apple.security.cs.allow-jit"] is True


def test_the_icons_hold_every_size_that_was_drawn(tmp_path):
    """A small one is drawn for its size, never shrunk from a large one."""
    icons.make_system_icons(tmp_path)
    with Image.open(tmp_path / "dateline.ico") as icon:
        assert {(16, 16), (32, 32), (256, 256)} <= icon.info["sizes"]
    with Image.open(tmp_path / "dateline.icns") as icon:
        assert {32, 128, 256, 512} <= {width * scale for width, _, scale in icon.info["sizes"]}


def test_everything_that_ships_ships_its_licence(tmp_path):
    """Each locked package, Qt's own LGPL, Python, the fonts."""
    names = licences.locked_packages()
    assert licences.gather_licences(tmp_path) >= len(names)
    texts = {file.name: file for file in (tmp_path / "licences").iterdir()}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["Qt and PySide6, LGPL-3.txt"].read_text(
        encoding="utf-8"
    )
    assert {"Dateline.txt", "Python.txt"} <= texts.keys()
    for name in names:
        if not name.casefold().startswith(("pyside6", "shiboken6")):
            assert [file for file in texts if file.startswith(name)], name
    assert all(file.stat().st_size > 100 for file in texts.values())


def test_the_program_keeps_what_it_loads_and_nothing_else_of_qt(tmp_path):
    """The engine's own libraries stay; other modules, tools and languages go."""
    library = tmp_path / "Qt" / "lib"
    library.mkdir(parents=True)
    for name in ("libQt6Core.so.6", "libQt6WebEngineCore.so.6", "libQt6Charts.so.6"):
        (library / name).touch()

    def needed(path):
        return ["libQt6Core.so.6"] if "QtCore" in path.name else ["libQt6WebEngineCore.so.6"]

    kept = frozen_contents.Contents(tmp_path, needed).kept(
        [
            (name, f"{tmp_path}/site-packages/{name}", "BINARY")
            for name in (
                "PySide6/QtCore.abi3.so",
                "PySide6/QtCharts.abi3.so",
                "PySide6/Qt/lib/libQt6Core.so.6",
                "PySide6/Qt/lib/libQt6WebEngineCore.so.6",
                "PySide6/Qt/lib/libQt6Charts.so.6",
                "PySide6/Qt/plugins/platforms/libqxcb.so",
                "PySide6/Qt/plugins/platforms/libqvnc.so",
                "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
                "PySide6/Qt/translations/qtwebengine_locales/en-US.pak",
                "PySide6/Qt/translations/qtwebengine_locales/fi.pak",
                "PySide6/Qt/qml/QtQuick/a.so",
                "yaml/_yaml.so",
            )
        ]
    )
    assert [name.rsplit("/", 1)[-1] for name, _, _ in kept] == [
        "QtCore.abi3.so",
        "libQt6Core.so.6",
        "libQt6WebEngineCore.so.6",
        "libqxcb.so",
        "en-US.pak",
        "_yaml.so",
    ]


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("libstdc++.so.6", False),
        ("libGL.so.1", False),
        ("libX11.so.6", False),
        ("libglib-2.0.so.0", False),
        ("libnss3.so", False),
        ("libgtk-3.so.0", False),
        ("libxcb-cursor.so.0", True),
        ("libpython3.11.so.1.0", True),
        ("libssl.so.3", True),
    ],
)
def test_what_must_fit_the_machine_is_never_brought_along(name, stays):
    """Drivers, session and loader have their own; small helpers of X11 some machines lack."""
    if not sys.platform.startswith("linux"):
        pytest.skip("a Linux matter")
    entry = (name, f"/usr/lib/x86_64-linux-gnu/{name}", "BINARY")
    assert frozen_contents.is_of_the_machine(entry) is not stays
