"""The Linux packages: a .deb, and an archive that a person installs without an administrator."""

import gzip
import os
import platform
import shutil
import subprocess
import tarfile
import textwrap
import time
from email.utils import formatdate
from pathlib import Path
from tempfile import TemporaryDirectory

import product
from icons import lay_out_theme_icons
from system_libraries import ALWAYS, FOR_A_SCREEN
from words import filled

_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_OLDEST_LIBC = "2.34"  # what the wheels of PySide6 6.11 ask for (manylinux_2_34)


def make_deb(program: Path, out: Path) -> Path:
    """Make the Debian package of a frozen program, and give its path."""
    architecture = _ARCHITECTURES[platform.machine()]
    package = out / f"{product.COMMAND}_{product.version()}_{architecture}.deb"
    with TemporaryDirectory(prefix="dateline-deb-") as folder:
        root = Path(folder)
        root.chmod(0o755)
        library = root / "usr" / "lib" / product.COMMAND
        shutil.copytree(program, library, symlinks=True)
        (root / "usr" / "bin").mkdir()
        (root / "usr" / "bin" / product.COMMAND).symlink_to(
            f"../lib/{product.COMMAND}/{product.COMMAND}"
        )
        lay_out_share(root / "usr" / "share")
        _lay_out_documents(root / "usr" / "share")
        _write_control(root, architecture)
        _make_readable(root)
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return package


def make_archive(program: Path, out: Path) -> Path:
    """Make the archive with its own installer, and give its path."""
    name = f"{product.COMMAND}-{product.version()}-linux-{platform.machine()}"
    package = out / f"{name}.tar.xz"
    with TemporaryDirectory(prefix="dateline-archive-") as folder:
        root = Path(folder) / name
        shutil.copytree(program, root / "program", symlinks=True)
        lay_out_share(root / "share")
        (root / "install.sh").write_text(filled("install.sh"), encoding="utf-8")
        (root / "install.sh").chmod(0o755)
        _make_readable(root)
        with tarfile.open(package, "w:xz", preset=6) as archive:
            archive.add(root, name, filter=_of_nobody)
    return package


def lay_out_share(share: Path) -> None:
    """Write what tells a desktop of the program: menu entry, metainfo, icons."""
    for folder, name, template in (
        ("applications", f"{product.APP_ID}.desktop", "desktop"),
        ("metainfo", f"{product.APP_ID}.metainfo.xml", "metainfo.xml"),
    ):
        (share / folder).mkdir(parents=True, exist_ok=True)
        (share / folder / name).write_text(filled(template), encoding="utf-8")
    lay_out_theme_icons(share)


def depends() -> str:
    """Give the packages that the .deb needs: those of the libraries that Qt's wheels ask for."""
    names = {name.replace("|", " | ") for name in (ALWAYS | FOR_A_SCREEN).values()}
    return ", ".join([f"libc6 (>= {_OLDEST_LIBC})", *sorted(names)])


def _lay_out_documents(share: Path) -> None:
    documents = share / "doc" / product.COMMAND
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(filled("copyright"), encoding="utf-8")
    changes = filled("changelog", long_date=formatdate(_moment()))
    packed = gzip.compress(changes.encode(), mtime=int(_moment()))
    (documents / "changelog.gz").write_bytes(packed)
    profile = share / product.COMMAND
    profile.mkdir()
    (profile / "apparmor").write_text(filled("apparmor"), encoding="utf-8")


def _write_control(root: Path, architecture: str) -> None:
    size = sum(file.lstat().st_size for file in root.rglob("*") if not file.is_dir())
    described = (product.WHAT_IT_IS, product.WHAT_IT_PROMISES)
    paragraphs = [
        textwrap.fill(each, 78, initial_indent=" ", subsequent_indent=" ") for each in described
    ]
    control = root / "DEBIAN"
    control.mkdir()
    words = {
        "architecture": architecture,
        "depends": depends(),
        "description": "\n .\n".join(paragraphs),
        "size": str(size // 1024),
        "summary_lower": product.SUMMARY[0].lower() + product.SUMMARY[1:],
    }
    (control / "control").write_text(filled("control", **words), encoding="utf-8")
    for script in ("postinst", "prerm"):
        (control / script).write_text(filled(script), encoding="utf-8")
        (control / script).chmod(0o755)


def _make_readable(root: Path) -> None:
    """Let everybody read what a careful umask may have kept for its owner."""
    for file in root.rglob("*"):
        if not file.is_symlink():
            file.chmod(0o755 if file.is_dir() or os.access(file, os.X_OK) else 0o644)


def _of_nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = int(_moment())
    return entry


def _moment() -> float:
    """Give the moment that goes into a package: a fixed one for builds to be compared."""
    return float(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
