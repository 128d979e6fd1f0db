"""Quiet colours for Markdown: markup steps back, words stay plain."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntFlag

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from editor.ui.theme import Theme

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,6})\s*(.*?)(\s*\{[:#][^}]*\})?\s*$")
_MARKER = re.compile(r"^(\s*(?:>\s?|[-*+]\s+|\d+[.)]\s+))+")
_RULE = re.compile(r"^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_ATTRIBUTES = re.compile(r"^\s*\{:[^}]*\}\s*$")
_SPANS = re.compile(
    r"(?P<liquid>\{%.*?%\}|\{\{.*?\}\})"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<link>!?\[(?P<label>[^\]\[]*)\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s[^)]*)?\)|\[[^\]]*\]))"
    r"|(?P<note>\[\^[^\]]+\]:?)"
    r"|(?P<html></?[A-Za-z][^>]*>)"
    r"|(?P<auto><(?:https?://|mailto:)[^>\s]+>)"
    r"|(?P<strong>(?P<two>\*\*|__)(?=\S)(?P<bold>.+?)(?<=\S)(?P=two))"
    r"|(?P<em>(?<![\w*])(?P<one>[*_])(?=[^\s*_])(?P<italic>.+?)(?<=[^\s*_])(?P=one)(?!\w))"
    r"|(?P<attributes>\{:[^}]*\})"
)


class _Inside(IntFlag):
    """Say what a line's end leaves open for the next line."""

    NOTHING = 0
    FENCE = 1
    TILDE_FENCE = 2
    COMMENT = 4


@dataclass(frozen=True, slots=True)
class _Formats:
    mark: QTextCharFormat
    heading: QTextCharFormat
    bold: QTextCharFormat
    italic: QTextCharFormat
    code: QTextCharFormat
    link: QTextCharFormat


class Highlighter(QSyntaxHighlighter):
    """Colour a document's lines as they change; a fence or comment carries over lines."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._document = document
        self._formats = _formats(theme)
        self._is_enabled = True

    def set_theme(self, theme: Theme) -> None:
        """Colour everything anew in another palette."""
        self._formats = _formats(theme)
        self.rehighlight()

    def set_enabled(self, *, is_enabled: bool) -> None:
        """Switch the colours off for a text that is too long to be searched line by line."""
        if is_enabled == self._is_enabled:
            return
        self._is_enabled = is_enabled
        # Without a document Qt does not even ask for each line.
        self.setDocument(self._document if is_enabled else None)
        if is_enabled:
            # A text that is put in from now on is coloured as it comes. Left to itself Qt would
            # colour it afterwards, and lay all of it out anew for each line.
            self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        # Formats count UTF-16 units, Python counts code points: make them the same.
        line = "".join(char if char <= "\uffff" else "\ufffd\ufffd" for char in text)
        before = max(self.previousBlockState(), 0)
        self.setCurrentBlockState(self._line(line, _Inside(before)))

    def _line(self, line: str, inside: _Inside) -> _Inside:
        formats = self._formats
        if inside & (_Inside.FENCE | _Inside.TILDE_FENCE):
            self._paint(0, len(line), formats.code)
            sign = "~" if inside & _Inside.TILDE_FENCE else "`"
            closes = re.fullmatch(rf" {{0,3}}{sign}{{3,}}\s*", line) is not None
            return _Inside.NOTHING if closes else inside
        if inside & _Inside.COMMENT:
            return self._comment(line, 0)
        if fence := _FENCE.match(line):
            self._paint(0, len(line), formats.mark)
            return _Inside.TILDE_FENCE if fence[1][0] == "~" else _Inside.FENCE
        if _RULE.match(line) or _ATTRIBUTES.match(line):
            self._paint(0, len(line), formats.mark)
            return _Inside.NOTHING
        self._block_markup(line)
        return self._spans(line)

    def _comment(self, line: str, start: int) -> _Inside:
        end = line.find("-->", start)
        self._paint(start, (len(line) if end < 0 else end + 3) - start, self._formats.mark)
        return _Inside.COMMENT if end < 0 else _Inside.NOTHING

    def _block_markup(self, line: str) -> None:
        if heading := _HEADING.match(line):
            self._paint(0, len(line), self._formats.heading)
            self._paint(0, heading.end(1) + 1, self._formats.mark)
            if heading[3]:
                self._paint(heading.start(3), len(heading[3]), self._formats.mark)
        elif marker := _MARKER.match(line):
            self._paint(0, marker.end(), self._formats.mark)

    def _spans(self, line: str) -> _Inside:
        for found in _SPANS.finditer(line):
            for start, length, text_format in self._parts(found):
                self._paint(start, length, text_format)
        opened = line.rfind("<!--")
        if opened >= 0 and line.find("-->", opened) < 0:
            return self._comment(line, opened)
        return _Inside.NOTHING

    def _parts(self, found: re.Match[str]) -> Iterator[tuple[int, int, QTextCharFormat]]:
        """Give the stretches of one span: the markup dimmed, its words as they will look."""
        formats = self._formats
        start, length = found.start(), len(found[0])
        match found.lastgroup:
            case "code":
                yield start, length, formats.code
            case "auto":
                yield start, length, formats.link
            case "link":
                yield start, length, formats.mark
                yield found.start("label"), len(found["label"]), formats.link
            case "strong":
                yield start, length, formats.mark
                yield found.start("bold"), len(found["bold"]), formats.bold
            case "em":
                yield start, length, formats.mark
                yield found.start("italic"), len(found["italic"]), formats.italic
            case _:
                yield start, length, formats.mark

    def _paint(self, start: int, length: int, text_format: QTextCharFormat) -> None:
        self.setFormat(start, length, text_format)


def _formats(theme: Theme) -> _Formats:
    bold = _format(theme.ink, weight=QFont.Weight.Bold)
    heading = _format(theme.ink, weight=QFont.Weight.Bold)
    heading.setProperty(QTextCharFormat.Property.FontSizeAdjustment.value, 1)
    italic = _format(theme.ink)
    italic.setFontItalic(True)
    code = _format(theme.ink)
    code.setBackground(QColor(theme.code))
    return _Formats(
        mark=_format(theme.faint),
        heading=heading,
        bold=bold,
        italic=italic,
        code=code,
        link=_format(theme.accent),
    )


def _format(colour: str, weight: QFont.Weight | None = None) -> QTextCharFormat:
    text_format = QTextCharFormat()
    text_format.setForeground(QColor(colour))
    if weight is not None:
        text_format.setFontWeight(weight)
    return text_format
