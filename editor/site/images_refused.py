"""Name the one way in which a picture is refused."""

from editor.post.errors import DatelineError


class ImageRefused(DatelineError):
    """Refuse a picture that a page could not show; nothing was written."""
