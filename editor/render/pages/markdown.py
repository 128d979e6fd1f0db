"""Hold the converters of a site: Markdown as its kramdown is set, and what filters need."""

from dataclasses import dataclass, replace
from typing import Final

from editor.render.highlight import Highlighter
from editor.render.kramdown import Converter, Options
from editor.render.liquid.setup import Converters
from editor.render.pages.rendered_page import BodyBlock
from editor.render.pages.smartify import smartified
from editor.render.pages.style_sheets import StyleSheets
from editor.site.folders import Site
from editor.site.locked_gems import locked_release
from editor.site.merging import named

_NEWER_KRAMDOWN: Final = (2, 5)


@dataclass(frozen=True, slots=True)
class Converted:
    """Hold the HTML of a body, and its blocks with the lines of the text that was given."""

    html: str
    blocks: tuple[BodyBlock, ...]


@dataclass(frozen=True, slots=True)
class SiteConverters:
    """Convert texts as one site does.

    Attributes:
        options: the site's settings of kramdown.
        sass: the compiler of its style sheets.
        markdown_ext: the endings of Markdown files.
    """

    options: Options
    sass: StyleSheets
    markdown_ext: tuple[str, ...]
    _highlighter: Highlighter
    _open_text: Converter

    @classmethod
    def of(cls, site: Site, sass: StyleSheets, *, source_lines: bool) -> "SiteConverters":
        """Read the settings of a site; with `source_lines` blocks carry their lines."""
        config = site.config
        settings = named(config.settings.get("kramdown"))
        highlighter = str(config.settings.get("highlighter"))
        options = Options.from_config(settings, highlighter=highlighter, source_lines=source_lines)
        if locked_release(site.root, "kramdown") >= _NEWER_KRAMDOWN:
            options = replace(options, release="2.5")
        coloured = Highlighter()
        open_text = Converter(options, coloured.highlight)
        return cls(options, sass, config.markdown_ext, coloured, open_text)

    def is_markdown(self, ending: str) -> bool:
        """Tell whether files with this ending are Markdown."""
        return ending.lower() in self.markdown_ext

    def convert(
        self, text: str, ending: str, first_line: int = 1, *, is_open: bool = False
    ) -> Converted:
        """Convert the body of a file with this ending; what is no Markdown stays as it is.

        Lines count from `first_line`. Where `is_open`, the text is that of the last such call
        with a change in it, most likely, and what did not change is not read again.
        """
        if not self.is_markdown(ending):
            last = first_line + max(1, text.count("\n") + (not text.endswith("\n"))) - 1
            return Converted(text, (BodyBlock(text, first_line, last),))
        if is_open:
            rendered = self._open_text.follow(text, first_line)
        else:
            converter = Converter(self.options, self._highlighter.highlight)
            rendered = converter.convert(text, first_line)
        blocks = [BodyBlock(each.html, each.line, each.last_line) for each in rendered.blocks]
        return Converted(rendered.html, tuple(blocks))

    def forget_text(self) -> None:
        """Read the open text from its beginning the next time."""
        self._open_text.forget()

    def _markdownified(self, text: str) -> str:
        """Convert a text that stands on no line of the body."""
        options = replace(self.options, source_lines=False)
        return Converter(options, self._highlighter.highlight).convert(text).html

    def for_liquid(self) -> Converters:
        """Give what filters and tags use."""
        return Converters(
            markdownify=self._markdownified,
            smartify=lambda text: smartified(text, self.options),
            highlight=self._highlighter.highlight_tag,
            sassify=lambda text: self.sass.compiled(text, is_indented=True).css,
            scssify=lambda text: self.sass.compiled(text, is_indented=False).css,
        )
