"""Cut the excerpt out of a post's body, as Jekyll does before it renders it on its own.

Jekyll 4.3: `Excerpt#extract_excerpt`.
"""

import re
from typing import Final

from editor.post.field_values import Value
from editor.post.ruby.text import ruby_text
from editor.site.merging import is_true

_TAG = re.compile(r"\{%-?\s*(\w+)\s*.*?-?%\}", re.DOTALL | re.ASCII)
_DEFINITION = re.compile(r"^ {0,3}(\[[^\]]+\])(:.+)$", re.MULTILINE)
_BLOCKS: Final = frozenset(
    {
        "capture",
        "case",
        "comment",
        "for",
        "highlight",
        "if",
        "ifchanged",
        "raw",
        "tablerow",
        "unless",
    }
)
"""Tags of Liquid and Jekyll that have an end."""


def separator_of(own: Value, configured: Value) -> str:
    """Tell where an excerpt ends; an empty text means that there are no excerpts.

    Args:
        own: `excerpt_separator` of the post.
        configured: that of the config.
    """
    return ruby_text(own if is_true(own) else configured)


def excerpt_source(body: str, separator: str) -> str:
    """Cut the excerpt out of a body, before Liquid and Markdown.

    Blocks of Liquid that the cut leaves open are closed, and definitions of links that the
    excerpt uses come along from the rest.

    Args:
        body: the body as Jekyll reads it.
        separator: not empty.
    """
    head, _, rest = body.partition(separator)
    if not rest:
        return head
    head = _closed(head)
    definitions = [label + target for label, target in _DEFINITION.findall(rest) if label in head]
    return head + "\n\n" + "\n".join(definitions) if definitions else head


def _closed(head: str) -> str:
    """Close the blocks of Liquid that are open at the end of a text, the innermost first."""
    for name in reversed(_TAG.findall(head)):
        end = rf"\{{%-?\s*end{name}.*?\s*-?%\}}"
        if name in _BLOCKS and not re.search(end, head, re.DOTALL):
            head += f"\n{{% end{name} %}}"
    return head
