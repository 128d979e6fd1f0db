"""Name the ways in which a picture is refused."""

from editor.post.errors import DatelineError


class ImageRefused(DatelineError):
    """Refuse a picture that a page could not show; nothing was written."""


class ImageHeavy(ImageRefused):
    """Hold back a picture for which readers would wait; it can be taken, or made smaller."""
