"""Write the first version of a post: the front matter that a site's form shows, all in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from editor.post.dates import written_form
from editor.post.yaml_writing import double_quoted, text_spellings


@dataclass(frozen=True, slots=True)
class NewPost:
    """Hold what a new post starts with.

    Attributes:
        title: the title, in the writer's own words.
        when: the moment it is dated with, which knows its zone. None leaves the date out: a draft
            gets one when it is published.
        layout: the layout of the site's theme.
        author: whoever writes it; may be empty.
        categories: names of categories.
        tags: names of tags.
        excerpt: a summary; may be empty.
        image: the address or path of a picture; may be empty.
        body: the text below the front matter.
    """

    title: str
    when: datetime | None
    layout: str = "post"
    author: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    excerpt: str = ""
    image: str = ""
    body: str = ""

    @property
    def text(self) -> str:
        """Return the whole file: fences, keys, an empty line, the body."""
        date = () if self.when is None else (f"date: {written_form(self.when)}",)
        lines = (
            "---",
            f"layout: {text_spellings(self.layout)[0]}",
            f"title: {double_quoted(self.title)}",
            *date,
            f"author: {double_quoted(self.author)}",
            f"categories: {_flow_list(self.categories)}",
            f"tags: {_flow_list(self.tags)}",
            f"excerpt: {double_quoted(self.excerpt)}",
            f"image: {text_spellings(self.image)[0]}" if self.image else "image:",
            "---",
            "",
            self.body,
        )
        return "\n".join(lines)


def _flow_list(items: Sequence[str]) -> str:
    return f"[{', '.join(text_spellings(item, in_flow=True)[0] for item in items)}]"
