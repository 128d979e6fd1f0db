"""Put files into the system's trash, from where a person can take them out again.

On Linux that is the trash of freedesktop.org, on macOS and Windows the system's own.
"""

from pathlib import Path

from editor.site.shown_names import shown_name
from editor.site.write_errors import SaveFailed


class NotTrashed(SaveFailed):
    """Report that the system's trash did not take a file, which is still where it was."""


def send_to_trash(path: Path) -> None:
    """Put a file into the trash.

    Raises:
        NotTrashed: it is still where it was.
    """
    # Loaded when it is used: few posts are thrown away, and every window has to open.
    from send2trash import send2trash  # noqa: PLC0415

    try:
        send2trash(str(path))
    except OSError as error:
        raise NotTrashed(
            path,
            f"The system's trash did not take “{shown_name(path)}” ({error.strerror or error})."
            " The file is still where it was.",
        ) from error
