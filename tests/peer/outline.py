"""Read HTML as what a browser makes of it, in a form that can be compared line by line."""

import difflib
import re
from html.parser import HTMLParser

_KEEPING = {"pre", "textarea", "script", "style"}
_VOID = {"br", "img", "hr", "meta", "link", "input", "source", "area", "col", "embed", "wbr"}
_TAG = re.compile(r"</?([a-z][\w-]*)")


class _Outline(HTMLParser):
    """List tags and texts; the colours of code, and white space outside `pre`, do not count."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines = []
        self._text = ""
        self._open = []

    def handle_starttag(self, tag, attrs):
        if self._is_colour(tag, attrs):
            self._open.append("")
            return
        self._flush()
        written = sorted({name: value or "" for name, value in attrs}.items())
        self.lines.append(f"<{tag}{''.join(f' {name}={value!r}' for name, value in written)}>")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in _VOID:
            return
        if self._open and self._open[-1] == "" and tag == "span":
            self._open.pop()
            return
        self._flush()
        self.lines.append(f"</{tag}>")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data):
        self._text += data

    def handle_comment(self, data):
        self._flush()
        self.lines.append(f"<!--{' '.join(data.split())}-->")

    def close(self):
        super().close()
        self._flush()

    def _flush(self):
        keeps = any(tag in _KEEPING for tag in self._open)
        text = self._text if keeps else " ".join(self._text.split())
        if text:
            self.lines += text.split("\n")
        self._text = ""

    def _is_colour(self, tag, attrs):
        return tag == "span" and "code" in self._open and [name for name, _ in attrs] == ["class"]


def outline(html):
    """Give HTML as lines: a tag with its attributes in alphabetical order, or a line of text."""
    reader = _Outline()
    reader.feed(html)
    reader.close()
    return reader.lines


def differences(theirs, ours):
    """Give the lines that differ between two outlines, as `diff` prints them."""
    return list(difflib.unified_diff(theirs, ours, "real", "dateline", lineterm="", n=1))


def kind(lines):
    """Name a difference by the elements that only one side has; `text` where it has only texts."""
    changed = [line[1:] for line in lines[2:] if line[:1] in "+-"]
    tags = {found[1] for line in changed if (found := _TAG.match(line))}
    return " ".join(sorted(tags)) or "text"
