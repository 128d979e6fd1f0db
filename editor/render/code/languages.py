"""Say which of Pygments' lexers reads a language that Rouge knows."""

from importlib import import_module

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from editor.render.code import lexers

# Rouge's names for what Pygments knows by another.
_PYGMENTS = {
    "apex": "java",
    "batchfile": "batch",
    "biml": "xml",
    "cfscript": "cfs",
    "common_lisp": "common-lisp",
    "eex": "html+eex",
    "ghc-core": "haskell",
    "gradle": "groovy",
    "hack": "php",
    "handlebars": "html+handlebars",
    "heex": "html+eex",
    "idlang": "idl",
    "irb": "rbcon",
    "json-doc": "json",
    "literate_coffeescript": "coffeescript",
    "literate_haskell": "literate-haskell",
    "nesasm": "ca65",
    "objective_c": "objective-c",
    "objective_cpp": "objective-c++",
    "plist": "xml",
    "plsql": "sql",
    "prometheus": "promql",
    "robot_framework": "robotframework",
    "vb": "vb.net",
    "viml": "vim",
    "vue": "html",
}


_OWN = {
    "console": "ConsoleLexer",
    "css": "CssLexer",
    "diff": "DiffLexer",
    "shell": "ShellLexer",
}
"""Our own lexers, each in a module that is named like the language."""


def lexer_for(tag: str) -> Lexer | None:
    """Give the lexer of a language by Rouge's name; None where there is none."""
    if tag in _OWN:
        # Each is loaded when a post first needs it, as Pygments does with its own.
        made: Lexer = getattr(import_module(f"{lexers.__name__}.{tag}"), _OWN[tag])()
        return made
    # Hack begins with a mark of its own, or with none: it is read from its first line on.
    options = {"startinline": True} if tag == "hack" else {}
    try:
        lexer: Lexer = get_lexer_by_name(_PYGMENTS.get(tag, tag), **options)
    except ClassNotFound:
        return None
    return lexer
