"""Set up the browser engine before the first widget: no network, no risky switches.

Imports nothing of the engine, so that the window is painted before the engine is loaded.
"""

import os
import shlex
import sys
from collections.abc import Mapping, MutableMapping

from PySide6.QtCore import QCoreApplication, Qt

_FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
_NO_SANDBOX = "QTWEBENGINE_DISABLE_SANDBOX"
_DEBUGGING = "QTWEBENGINE_REMOTE_DEBUGGING"
_BACKEND = "QT_QUICK_BACKEND"
# No name resolves and no address is reached, whatever a post contains: `<link rel=preconnect>`
# passes every other fence. Each of the two stops it alone.
_NO_NETWORK = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--no-pings",
)
_RISKY = ("--no-sandbox", "--disable-web-security", "--remote-debugging", "--allow-file-access")


def prepare(environment: MutableMapping[str, str], *, use_gpu: bool = False) -> None:
    """Set what the engine reads from the environment; call before QApplication is made.

    Without the GPU a letter reaches the preview in a third of the time, and adding the view to
    a window that is shown already does not make that window anew (measured with Qt 6.11).
    """
    environment[_FLAGS] = chromium_switches(environment.get(_FLAGS, ""))
    if not use_gpu:
        environment.setdefault(_BACKEND, "software")
    if _is_linux_root():
        # Chromium refuses to start for root with its sandbox on.
        environment.setdefault(_NO_SANDBOX, "1")
    # Lets the engine be loaded after QApplication is made.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


def chromium_switches(present: str = "") -> str:
    """Give the command line for Chromium: what is present already, then ours."""
    missing = [switch for switch in _NO_NETWORK if switch not in _parted(present)]
    return " ".join([present, *map(_quoted, missing)]).strip()


def objection(environment: Mapping[str, str]) -> str | None:
    """Say why the engine must not be started here; None when it may."""
    if environment.get(_NO_SANDBOX) and not _is_linux_root():
        return f"The full preview is off because {_NO_SANDBOX} is set."
    if environment.get(_DEBUGGING):
        return f"The full preview is off because {_DEBUGGING} is set."
    switches = _parted(environment.get(_FLAGS, ""))
    for switch in switches:
        if switch.startswith(_RISKY):
            return f"The full preview is off because of the switch {switch}."
    if any(switch not in switches for switch in _NO_NETWORK[:3]):
        return "The full preview is off because the engine could reach the network."
    return None


def _parted(switches: str) -> list[str]:
    try:
        return shlex.split(switches)
    except ValueError:
        return switches.split()


def _quoted(switch: str) -> str:
    """Qt takes double quotes, not single ones, round a switch with blanks in it."""
    return f'"{switch}"' if " " in switch else switch


def _is_linux_root() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0
