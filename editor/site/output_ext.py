"""Tell the ending of a finished page."""

from pathlib import PurePosixPath

_STYLE_SHEETS = frozenset({".scss", ".sass"})


def output_ext(source_ext: str, permalink: str | None, markdown_ext: tuple[str, ...]) -> str:
    """Give the ending that Jekyll writes a document with.

    Jekyll 4.3: `Renderer#output_ext`. The document's own permalink decides, if it has an ending;
    else Markdown becomes `.html`, and everything else keeps what it has.

    Args:
        source_ext: ending of the source, with its dot.
        permalink: the document's own pattern.
        markdown_ext: endings of Markdown files.
    """
    if permalink is not None and not permalink.endswith("/"):
        own = PurePosixPath(permalink).suffix
        if own:
            return own
    if source_ext.lower() in markdown_ext:
        return ".html"
    return ".css" if source_ext.lower() in _STYLE_SHEETS else source_ext
