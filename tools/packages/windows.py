"""The Windows packages: an installer for one person, and a folder to unpack anywhere."""

import shutil
import subprocess
from pathlib import Path

import product
from words import filled


def make_zip(program: Path, out: Path) -> Path:
    """Make the portable archive, and give its path."""
    name = out / f"{product.NAME}-{product.version()}-windows-portable"
    return Path(shutil.make_archive(str(name), "zip", program.parent, program.name))


def make_installer(program: Path, out: Path, icon: Path) -> Path:
    """Compile the installer with NSIS, which also runs on Linux, and give its path."""
    installer = out / f"{product.NAME}-{product.version()}-setup.exe"
    script = out / "setup.nsi"
    script.write_text(installer_script(program, installer, icon), encoding="utf-8-sig")
    try:
        subprocess.run(["makensis", "-V2", str(script)], check=True)
    finally:
        script.unlink()
    return installer


def installer_script(program: Path, installer: Path, icon: Path) -> str:
    """Give NSIS's script for the files of `program`."""
    offer = 'WriteRegStr HKCU "Software\\Classes\\.{}\\OpenWithProgids" "${{PROGID}}" ""'
    withdraw = 'DeleteRegValue HKCU "Software\\Classes\\.{}\\OpenWithProgids" "${{PROGID}}"'
    return filled(
        "setup.nsi",
        icon=str(icon),
        offers="\n".join(f"  {offer.format(each)}" for each in product.EXTENSIONS),
        out=str(installer),
        payload=str(program / "*"),
        withdrawals="\n".join(f"  {withdraw.format(each)}" for each in product.EXTENSIONS),
    )
