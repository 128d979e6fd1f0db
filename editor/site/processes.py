"""Ask the system whether a process still runs."""

import os
import sys


def is_running(process: int) -> bool:
    """Tell whether a process number belongs to a running process of this machine.

    A number given away again counts as running: the answer errs on the side of leaving a file.
    """
    if sys.platform == "win32":  # pragma: no cover - `os.kill(n, 0)` would end the process there
        return _is_running_on_windows(process)
    if process <= 0:
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


if sys.platform == "win32":  # pragma: no cover - only Windows has these calls
    import ctypes

    _QUERY = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
    _ACCESS_DENIED = 5

    def _is_running_on_windows(process: int) -> bool:
        """Ask Windows for the process; one that may not be looked at is running."""
        handle = ctypes.windll.kernel32.OpenProcess(_QUERY, False, process)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
            return True
        return ctypes.GetLastError() == _ACCESS_DENIED
