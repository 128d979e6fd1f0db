"""Find a name in a folder that nobody bears, on any machine that the site is copied to."""

from pathlib import Path

from editor.site.same_name import name_key


def free_name(folder: Path, stem: str, ext: str, *, own: Path | None = None) -> Path:
    """Give the path `stem`, or `stem-2`, and so on, with an ending.

    A file beside with the same name and another ending would have the same address, and counts.

    Args:
        folder: the folder, which need not exist yet.
        stem: the name without its ending.
        ext: the ending, its dot included.
        own: a file whose name may be taken again.
    """
    others = folder.iterdir() if folder.is_dir() else ()
    taken = {name_key(other.stem) for other in others if other != own}
    number, name = 1, stem
    while name_key(name) in taken:
        number += 1
        name = f"{stem}-{number}"
    return folder / (name + ext)
