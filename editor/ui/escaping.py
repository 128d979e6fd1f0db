"""Text of a post inside a label that reads HTML."""

import html


def html_text(text: str) -> str:
    """Give `text` so that a rich-text label shows it letter by letter."""
    return html.escape(text, quote=True)
