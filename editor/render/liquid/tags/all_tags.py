"""Gather every tag that a template of a Jekyll site can use without a plugin."""

from collections.abc import Mapping

from editor.render.liquid.parser import TagReader
from editor.render.liquid.tags.case import read_case
from editor.render.liquid.tags.conditional import read_conditional
from editor.render.liquid.tags.cycle import read_cycle
from editor.render.liquid.tags.highlight import read_highlight
from editor.render.liquid.tags.include import include_reader
from editor.render.liquid.tags.links import link_reader, read_post_url
from editor.render.liquid.tags.loop import read_interrupt, read_loop
from editor.render.liquid.tags.naming import read_assign, read_capture, read_counter
from editor.render.liquid.tags.plain import read_comment, read_if_changed, read_raw
from editor.render.liquid.tags.table_row import read_table_row
from editor.render.liquid.templates import Templates


def all_tags(templates: Templates) -> Mapping[str, TagReader]:
    """Return the tags of Liquid 4 and of Jekyll 4.3 by name; `templates` parses included files."""
    include = include_reader(templates)
    return {
        "assign": read_assign,
        "break": read_interrupt,
        "capture": read_capture,
        "case": read_case,
        "comment": read_comment,
        "continue": read_interrupt,
        "cycle": read_cycle,
        "decrement": read_counter,
        "for": read_loop,
        "highlight": read_highlight,
        "if": read_conditional,
        "ifchanged": read_if_changed,
        "include": include,
        "include_relative": include,
        "increment": read_counter,
        "link": link_reader(templates),
        "post_url": read_post_url,
        "raw": read_raw,
        "tablerow": read_table_row,
        "unless": read_conditional,
    }
