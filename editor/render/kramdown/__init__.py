"""kramdown 2 with GFM input, exactly as Jekyll 4.3 renders it, without Ruby.

``markdown.Markdown(extensions=[Kramdown(options)])`` reads it; ``convert`` is the short way.
"""

from editor.render.kramdown.converter import Converter
from editor.render.kramdown.extension import Kramdown
from editor.render.kramdown.options import Options
from editor.render.kramdown.result import Rendered, RenderedBlock, SourceSpan

__all__ = ["Converter", "Kramdown", "Options", "Rendered", "RenderedBlock", "SourceSpan"]
