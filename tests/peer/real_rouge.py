"""Ask the real Rouge, many blocks of code in one Ruby process."""

import json
from collections.abc import Sequence

from tests.peer.real_ruby import ruby

_PROGRAM = r"""
require 'json'
require 'rouge'

blocks = JSON.parse($stdin.read)
puts JSON.generate(blocks.map { |language, code|
  lexer = Rouge::Lexer.find(language)
  lexer && lexer.new({}).lex(code).map { |token, text| [token.shortname.to_s, text] }
})
"""
_TABLES = r"""
require 'json'
require 'rouge'

inner = Rouge::Formatters::HTML.new
table = Rouge::Formatters::HTMLTable.new(inner, { gutter_class: 'gutter', code_class: 'code' })
blocks = JSON.parse($stdin.read)
puts JSON.generate(blocks.map { |language, code|
  lexer = (Rouge::Lexer.find(language) || Rouge::Lexers::PlainText).new({})
  [inner.format(lexer.lex(code)), table.format(lexer.lex(code))]
})
"""


def tokens(blocks: Sequence[tuple[str, str]]) -> list[list[tuple[str, str]] | None]:
    """Give Rouge's classes and texts for each (language, code); None for an unknown language."""
    answers = _ask(_PROGRAM, blocks)
    return [answer and [(short, text) for short, text in answer] for answer in answers]


def html(blocks: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give the HTML for each (language, code) without and with line numbers, as Jekyll's tag."""
    return [(plain, numbered) for plain, numbered in _ask(_TABLES, blocks)]


def _ask(program: str, blocks: Sequence[tuple[str, str]]) -> list:
    return json.loads(ruby(program, given=json.dumps(blocks)))
