"""Tell when two file names are one name on some of the machines that a site is copied to."""

import unicodedata
from collections.abc import Iterable


def name_key(name: str) -> str:
    """Fold a name so that names that can collide become equal.

    macOS and Windows do not tell capitals apart, and macOS stores accents in two ways.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def name_alike(name: str, names: Iterable[str]) -> str | None:
    """Find a name in a folder that collides with another one on some machines."""
    wanted = name_key(name)
    return next((other for other in names if name_key(other) == wanted), None)
