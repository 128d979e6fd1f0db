"""Read emphasis: ``*a*``, ``_a_``, ``**a**``, ``__a__``."""

from editor.render.kramdown.characters import SPACE, is_alnum, is_alpha
from editor.render.kramdown.span_scanner import EM, MAX_DEPTH, STRONG, SpanScanner
from editor.render.kramdown.tree import Kind, Node

_BITS: dict[Kind, int] = {"em": EM, "strong": STRONG}


class _EmphasisStop:
    """Finds the closing mark of an emphasis.

    If an attempt fails, it went to the end of the text. Each place it passed is then known to
    lead nowhere for the same mark in the same context, so that all attempts together pass each
    place once.
    """

    is_bracket = False

    def __init__(self, mark: str, kind: Kind, failed: set[int]) -> None:
        self.mark = mark
        self.kind = kind
        self.failed = failed
        self.passed: list[int] = []

    def hopeless(self, scanner: SpanScanner) -> bool:
        """Tell whether an attempt that failed has been here, or no mark is left at all."""
        if scanner.pos in self.failed or scanner.source.lacks(self.mark, scanner.pos):
            return True
        if not scanner.is_empty():
            self.passed.append(scanner.pos)
        return False

    def reached(self, scanner: SpanScanner) -> bool:
        """Tell whether the closing mark is here."""
        text, pos, mark = scanner.text, scanner.pos, self.mark
        if not text.startswith(mark, pos):
            return False
        after = pos + len(mark)
        if pos > 0 and text[pos - 1] in SPACE:
            return False
        if self.kind == "em" and _is_exactly_double(text, pos, mark):
            return False
        if mark[0] == "_" and is_alnum(text[after : after + 1]):
            return False
        return not scanner.is_empty()


def _is_exactly_double(text: str, pos: int, mark: str) -> bool:
    return text.startswith(mark * 2, pos) and not text.startswith(mark * 3, pos)


def read_emphasis(scanner: SpanScanner) -> bool:
    """Read an emphasis; marks that begin none are text."""
    text, pos = scanner.text, scanner.pos
    char = text[pos]
    mark = char * 2 if text.startswith(char * 2, pos) else char
    kind: Kind = "strong" if len(mark) > 1 else "em"
    if _may_open(scanner, mark, kind):
        inside_em = scanner.node.kind == "em"
        if _attempt(scanner, mark, kind):
            return True
        if kind == "strong" and not inside_em and _attempt(scanner, char, "em"):
            return True
    scanner.add_text(mark)
    scanner.pos = pos + len(mark)
    return True


def _may_open(scanner: SpanScanner, mark: str, kind: Kind) -> bool:
    if scanner.around & _BITS[kind] or scanner.depth >= MAX_DEPTH:
        return False
    text, pos = scanner.text, scanner.pos
    after = pos + len(mark)
    before = pos
    if mark[0] == "_" and scanner.options.release == "2.5":
        before = scanner.memory.run_start(text, pos)
    if mark[0] == "_" and _is_inside_word(text, before):
        return False
    return not (after < len(text) and text[after] in SPACE)


def _is_inside_word(text: str, pos: int) -> bool:
    """Tell whether a letter, or a letter and a hyphen, is before ``pos``."""
    if pos > 0 and is_alpha(text[pos - 1]):
        return True
    return pos > 1 and text[pos - 1] == "-" and is_alpha(text[pos - 2])


def _attempt(scanner: SpanScanner, mark: str, kind: Kind) -> bool:
    """Try to read an emphasis; leave the cursor alone if its end is not found."""
    start, around = scanner.pos, scanner.around
    inner = around | _BITS[kind]
    failed = scanner.memory.failed.setdefault((mark, inner), set())
    stop = _EmphasisStop(mark, kind, failed)
    node = Node(kind)
    scanner.pos = start + len(mark)
    scanner.around = inner
    scanner.attempts += 1
    found = scanner.read_inside(node, stop)
    scanner.attempts -= 1
    scanner.around = around
    if found:
        scanner.pos += len(mark)
        scanner.add(node)
        return True
    failed.update(stop.passed)
    scanner.pos = start
    return False
