"""Say which constructs may begin a line, and in what order they are tried."""

from collections.abc import Mapping

from editor.render.kramdown.block_attributes import read_block_attributes
from editor.render.kramdown.block_html import read_block_html
from editor.render.kramdown.block_scanner import Rule, Rules
from editor.render.kramdown.code_blocks import (
    read_fence_gfm,
    read_fence_kramdown,
    read_indented_code,
)
from editor.render.kramdown.definition_blocks import read_abbreviation, read_footnote_definition
from editor.render.kramdown.definition_lists import read_definition_list
from editor.render.kramdown.formulas import read_formula_block
from editor.render.kramdown.headings import (
    read_heading_gfm,
    read_heading_gfm_strict,
    read_heading_kramdown,
    read_underlined_heading,
)
from editor.render.kramdown.link_definitions import read_link_definition
from editor.render.kramdown.lists import read_list, read_list_kramdown
from editor.render.kramdown.options import Options
from editor.render.kramdown.paragraphs import read_paragraph, read_paragraph_gfm, read_quote
from editor.render.kramdown.simple_blocks import read_blank_lines, read_end_mark, read_rule
from editor.render.kramdown.tables import read_table


def block_rules(options: Options) -> Mapping[str, Rules]:
    """Return the constructs by the first character of a line behind up to three blanks.

    A line end stands for a blank line, a tab for an indented one, "" for any other character.
    """
    gfm = options.input == "GFM"
    quirk = gfm and "paragraph_end" in options.gfm_quirks
    paragraph = read_paragraph_gfm if quirk else read_paragraph
    heading = read_heading_gfm if quirk else read_heading_gfm_strict
    fence, listing = read_fence_gfm, read_list
    if not gfm:
        heading, fence, listing = read_heading_kramdown, read_fence_kramdown, read_list_kramdown
    lists: dict[str, tuple[Rule, ...]] = dict.fromkeys("*+-0123456789", (listing,))
    before: dict[str, tuple[Rule, ...]] = {
        **lists,
        "*": (read_rule, listing),
        "-": (read_rule, listing),
        "_": (read_rule,),
        "~": (fence,),
        "`": (fence,),
        ">": (read_quote,),
        "#": (heading,),
        ":": (read_definition_list,),
        "<": (read_block_html,),
        "": (),
    }
    after: dict[str, tuple[Rule, ...]] = {
        "[": (read_footnote_definition, read_link_definition),
        "*": (read_abbreviation,),
        "{": (read_block_attributes,),
        "^": (read_end_mark,),
    }
    formula: dict[str, tuple[Rule, ...]] = dict.fromkeys("$\\", (read_formula_block,))
    rules: dict[str, Rules] = {
        char: (
            *before.get(char, ()),
            read_underlined_heading,
            *formula.get(char, ()),
            read_table,
            *after.get(char, ()),
            paragraph,
        )
        for char in {*before, *after, *formula}
    }
    rules["\n"] = (read_blank_lines,)
    rules["\t"] = (read_indented_code,)
    return rules
