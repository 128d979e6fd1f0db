"""Go through all texts of a site for the links to a few files."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from editor.post.edits.splices import Splice
from editor.post.file_names import parse
from editor.site.folders import Site
from editor.site.links.relinking import Relinking, Text
from editor.site.links.sources import WordSearch, codec_of, is_data, raw_text, texts_of
from editor.site.links.whereabouts import Moved, whereabouts_of
from editor.site.post_head import facts_of


@dataclass(frozen=True, slots=True)
class Linking:
    """Hold a file with links that have to change.

    Attributes:
        path: the file.
        raw: its bytes.
        splices: what to replace in its text.
    """

    path: Path
    raw: bytes
    splices: Sequence[Splice]


class InboundLinks:
    """Find the links to moved files.

    Attributes:
        unread: the files that could not be read.
        relinking: what a single text has to say.
    """

    def __init__(self, site: Site, now: datetime, files: Sequence[Moved]) -> None:
        self._site = site
        self._now = now
        self._paths = list(texts_of(site))
        self.unread: list[Path] = []
        self.relinking = Relinking(site, files, slugs_of_one(self._paths))

    def found(self, *, besides: Path) -> Iterator[Linking]:
        """Give each file but one that has links to the files, in the order of the walk."""
        search = WordSearch(self.relinking.words)
        for path in self._paths:
            if path == besides:
                continue
            try:
                raw = raw_text(path)
            except OSError:
                self.unread.append(path)
                continue
            if not search.finds(raw):
                continue
            splices = self.relinking.splices(self._text(path, raw))
            if splices:
                yield Linking(path, raw, splices)

    def _text(self, path: Path, raw: bytes) -> Text:
        codec = codec_of(raw, self._site.config.encoding)
        here = whereabouts_of(path, facts_of(raw), self._site, self._now)
        return Text(
            raw.decode(codec, "surrogateescape"),
            page_url=here.url or None,
            is_markdown=path.suffix.lower() in self._site.config.markdown_ext,
            is_data=is_data(path, self._site),
        )


def slugs_of_one(paths: Sequence[Path]) -> frozenset[str]:
    """Give the slugs that one post of the site bears, and no more."""
    names = (parse(path.name) for path in paths if "_posts" in path.parts)
    counted = Counter(name.slug for name in names if name is not None)
    return frozenset(slug for slug, count in counted.items() if count == 1)
