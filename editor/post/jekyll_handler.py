"""Let python-frontmatter read posts as Jekyll does, and write them without touching the rest.

The library's own YAML handler strips the body, folds CRLF, misses a BOM and the `...` fence,
raises on impossible dates, and writes every field anew. With this handler it does none of that.
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, cast

import frontmatter
from frontmatter.default_handlers import YAMLHandler
from typing_extensions import override

from editor.post.field_values import Value, as_read, same
from editor.post.front_matter import FrontMatter
from editor.post.line_ends import merge
from editor.post.post import Post


class SpanHandler(YAMLHandler):
    """Handle one file for python-frontmatter: `frontmatter.loads(h.text, handler=h)`.

    The library hands over text that has lost the BOM, CRLF and outer blanks; the handler works
    from the bytes it was made with instead. Invalid front matter gives no fields, as in Jekyll.
    """

    def __init__(self, raw: bytes, encoding: str = "utf-8") -> None:
        super().__init__()
        self.post = Post.from_bytes(raw, encoding)

    @property
    def text(self) -> str:
        """Give the text to hand to the library, without its BOM."""
        return self.post.text

    @override
    def detect(self, text: str) -> bool:
        return self.post.front_matter is not None

    @override
    def split(self, text: str) -> tuple[str, str]:
        if self.post.front_matter is None:
            # This is how the library learns that there is no front matter.
            raise ValueError("no front matter")
        return self.post.front_matter.text, self.post.body

    @override
    def load(self, fm: str, **kwargs: object) -> dict[str, Value]:
        return deepcopy(self._values())

    @override
    def format(self, post: frontmatter.Post, **kwargs: object) -> str:
        """Write what changed in metadata and content into the file's own text.

        Raises:
            EditRefused: A field cannot be changed alone.
        """
        changed = self.post
        if self._differs(post.metadata):
            changed = changed.with_fences()
            fields = changed.front_matter or FrontMatter.empty()
            changed = changed.with_front_matter(self._with_fields(fields, post.metadata))
        return changed.with_body(self._body(post.content)).text

    def encode(self, text: str) -> bytes:
        """Give the bytes to write for a text that the library gave."""
        return Post.from_text(text, bom=self.post.bom, encoding=self.post.encoding).to_bytes()

    def _values(self) -> dict[str, Value]:
        return self.post.front_matter.values if self.post.front_matter else {}

    def _differs(self, metadata: Mapping[str, Any]) -> bool:
        return not same(dict[Any, Value](self._values()), as_read(metadata))

    def _with_fields(self, fields: FrontMatter, metadata: Mapping[str, Any]) -> FrontMatter:
        for key in self._values().keys() - metadata.keys():
            fields = fields.delete(key)
        for key, new in metadata.items():
            if key not in self._values() or not same(fields.value(key), as_read(new)):
                fields = fields.put(key, new)
        return fields

    def _body(self, content: str) -> str:
        body = self.post.body
        old = body.strip()
        if content == old:
            return body
        start = body.find(old)
        return body[:start] + merge(old, content) + body[start + len(old) :]


def read_metadata(raw: bytes, encoding: str = "utf-8") -> tuple[dict[str, Value], str]:
    """Give the fields of a post as Jekyll reads them, and its exact body, through the library.

    Raises:
        EncodingRefused: The file cannot be kept in that encoding; never for UTF-8.
    """
    handler = SpanHandler(raw, encoding)
    # `frontmatter.loads` fails where a field is named `content` or `handler`; `parse` does not.
    metadata, _ = frontmatter.parse(handler.text, handler=handler)
    return cast("dict[str, Value]", metadata), handler.post.body
