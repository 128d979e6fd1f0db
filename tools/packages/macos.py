"""The macOS package: an application in a disk image, signed where there is a certificate."""

import os
import platform
import subprocess
from pathlib import Path

import product
from words import filled

_ENGINE = "Contents/Frameworks/PySide6/Qt/lib/QtWebEngineCore.framework"


def make_disk_image(program: Path, out: Path) -> Path:
    """Make the .dmg of the application that lies beside `program`, and give its path."""
    application = program.with_name(f"{product.NAME}.app")
    identity = os.environ.get("DATELINE_SIGNING_IDENTITY", "")
    if identity:
        _sign(application, identity, out)
    image = out / f"{product.NAME}-{product.version()}-{platform.machine()}.dmg"
    subprocess.run(
        [
            *("hdiutil", "create", "-volname", product.NAME, "-srcfolder", str(application)),
            *("-format", "ULFO", "-ov", str(image)),
        ],
        check=True,
    )
    return image


def _sign(application: Path, identity: str, out: Path) -> None:
    """Sign from the inside out: signed with the rest, the engine would lose its own rights."""
    rights = out / "entitlements.plist"
    rights.write_text(filled("entitlements.plist"), encoding="utf-8")
    sign = ["codesign", "--force", "--timestamp", "--options", "runtime", "--sign", identity]
    inner = [
        *application.rglob("*.dylib"),
        *application.rglob("*.so"),
        *(application / _ENGINE).rglob("QtWebEngineProcess.app"),
    ]
    for part in inner:
        extra = ["--entitlements", str(rights)] if part.suffix == ".app" else []
        subprocess.run([*sign, *extra, str(part)], check=True)
    subprocess.run([*sign, "--entitlements", str(rights), str(application)], check=True)
    rights.unlink()
