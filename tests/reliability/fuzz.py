"""Throw odd front matter and hostile text at what reads them."""

import html.parser
import random
import time
from collections.abc import Callable
from pathlib import Path

from editor.post.errors import DatelineError
from editor.post.front_matter import FrontMatter
from editor.post.post import Post
from editor.render.preview import PreviewRenderer
from editor.render.request import RenderRequest

_KEYS = ("title", "date", "tags", "layout", "x-y", '"quoted key"', "1", "ключ", "author name")
_VALUES = (
    "plain", '"double"', "'single'", "", "~", "null", "no", "007", "1e999", "190:20:30",
    "2025-11-17", "2025-02-30", "25:61:00", "2025-11-17 08:00:00 +0100", "[a, b, 'c']", "[]",
    "{a: 1, b: [2]}", "|\n  lines\n  more", ">-\n  folded\n  text", "\n  - one\n  - two  # note",
    "&anchor text", "*anchor", "!!python/object:x", "!tag x", "'it''s'", '"a\\nb"', "# comment",
    "text # comment", "@x", "%x", "`x`", ": x", "- x", "? x", "a: b", "[", "{", '"open', "'open",
    "\tx", "\u00a0x", "ǅ", "x" * 300, "9" * 50, "<<: *anchor", "\n  nested:\n    deeper: 1",
)  # fmt: skip
_LINES = ("# a remark", "", "  ", "---", "...", "- item", "\t", "key", "key:value", "%YAML 1.1")


def front_matter(number: int, chance: random.Random, _: Path) -> list[str]:
    """Edit one field of odd front matter: that field alone changes, or nothing does."""
    return _edited(number, chance, _put)


def written_anew(number: int, chance: random.Random, _: Path) -> list[str]:
    """The same for a program that writes all fields anew."""

    def put(block: FrontMatter, key: str, value: str) -> FrontMatter:
        lines = "".join(f"{name}: {block.value(name)}\n" for name in block.keys if name != key)
        return FrontMatter.read(f"---\n{lines}{key}: {value}\n---\n")

    return _edited(number, chance, put)


def _put(block: FrontMatter, key: str, value: str) -> FrontMatter:
    return block.put(key, value)


def _block(chance: random.Random) -> str:
    newline = chance.choice(("\n", "\n", "\n", "\r\n"))
    lines = []
    for _ in range(chance.randrange(8)):
        if chance.random() < 0.2:
            lines.append(chance.choice(_LINES[:3] if chance.random() < 0.8 else _LINES))
        else:
            lines.append(f"{chance.choice(_KEYS)}: {_value(chance)}")
    text = "\n".join(["---", *lines, "---", ""])
    if chance.random() < 0.2 and len(text) > 9:
        at = chance.randrange(4, len(text) - 4)
        text = text[:at] + chance.choice(":'\"[]{}#&*!|> \n\t-\u2028") + text[at + 1 :]
    return text.replace("\n", newline)


def _value(chance: random.Random) -> str:
    return chance.choice(_VALUES[:9] if chance.random() < 0.6 else _VALUES)


def _edited(
    number: int,
    chance: random.Random,
    put: Callable[[FrontMatter, str, str], FrontMatter],
) -> list[str]:
    failures = []
    for _ in range(number):
        raw = _block(chance).encode() + b"Body: [x\n---\n"
        key, value = chance.choice(("title", "tags", "new")), chance.choice(_VALUES)
        try:
            post = Post.from_bytes(raw)
            if post.to_bytes() != raw:
                failures.append(f"{raw!r}: opening changed it")
            if post.front_matter is not None:
                failures += _compared(post.front_matter, put, key, value)
        except DatelineError:
            continue
        except Exception as error:  # noqa: BLE001 - any other error is a failure
            failures.append(f"{raw!r}, {key}={value!r}: {type(error).__name__}: {error}")
    return failures


def _compared(
    before: FrontMatter,
    put: Callable[[FrontMatter, str, str], FrontMatter],
    key: str,
    value: str,
) -> list[str]:
    after = put(before, key, value)
    told = f"{before.text!r}, {key}={value!r}"
    others = {name: each for name, each in before.values.items() if name != key}
    wrong = [f"{told}: another field changed"] if others != _without(after, key) else []
    if after.value(key) != value:
        wrong.append(f"{told}: reads as {after.value(key)!r}")
    kept = [line for line in before.text.splitlines() if line.lstrip().startswith("#")]
    if not before.has(key) and any(line not in after.text for line in kept):
        wrong.append(f"{told}: a remark is gone")
    return wrong


def _without(block: FrontMatter, key: str) -> dict[str, object]:
    return {name: each for name, each in block.values.items() if name != key}


_PIECES = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "<iframe srcdoc='<script>1</script>'>", "[a](javascript:alert(1))", "![x](http://e.invalid/p)",
    "<link rel=preconnect href=//e.invalid>", "<meta http-equiv=refresh content='0;url=//e'>",
    "<style>@import '//e.invalid'</style>", "<a href='data:text/html,x'>x</a>", "<base href=//e>",
    "<form action=//e><input></form>", "<object data=//e>", "<embed src=//e>", "<math><mi//x>",
    "{% include ../../etc/passwd %}", "{{ site | inspect }}", "{% for a in (1..999999999) %}x",
    "{: onclick='x' style='background:url(//e)'}", "{::nomarkdown}<script>x</script>{:/}",
    "<!--", "-->", "<![CDATA[", "]]>", "&#x6a;avascript:", "`" * 7, "~~~", "> " * 40, "- " * 60,
    "[" * 60, "![a" * 40, "*" * 30, "_" * 30, "|a|b|\n|-|-|\n", "$$x$$", "[^1]", "[^1]: note",
    "* [ ] x", "\u202e", "\0", "\ufeff", "\ud83d", "é́", "text", " ", "\n", "\n\n", "# ", "1. ",
    "\t", "\\", "<b", "</b>", "=====", "-----", "<div markdown='1'>", "</div>", "<details>",
    "http://e.invalid/", "<http://e.invalid>", "&lt;", "<p/onclick=x>", "<img srcset='//e 2x'>",
)  # fmt: skip
_SLOWEST_S = 2.0
_SCHEMES = ("http:", "https:", "mailto:", "#", "/")
_LOADED = ("src", "srcset", "poster", "data", "action", "formaction", "background", "xlink:href")
_FORBIDDEN = frozenset({"script", "iframe", "object", "embed", "form", "base", "meta", "link"})


def rendering(number: int, chance: random.Random, _: Path) -> list[str]:
    """Render hostile text: it takes less than two seconds, and nothing in it could act or load."""
    renderer = PreviewRenderer()
    return _rendered(number, chance, lambda body: renderer.render(_request(body)).html)


def as_written(number: int, chance: random.Random, _: Path) -> list[str]:
    """The same for a program that shows what was written as it is."""
    return _rendered(number, chance, lambda body: body)


def _request(body: str) -> RenderRequest:
    return RenderRequest(1, "a.md", "T", body, source=f"---\ntitle: T\n---\n{body}")


def _rendered(number: int, chance: random.Random, render: Callable[[str], str]) -> list[str]:
    failures = []
    for _ in range(number):
        body = "".join(chance.choices(_PIECES, k=chance.randrange(1, 40)))
        body = body.encode("utf-8", "replace").decode()
        started = time.perf_counter()
        try:
            page = render(body)
        except Exception as error:  # noqa: BLE001 - any error is a failure
            failures.append(f"{body!r}: {type(error).__name__}: {error}")
            continue
        if time.perf_counter() - started > _SLOWEST_S:
            failures.append(f"{body!r}: too slow")
        reader = _Reader()
        reader.feed(page)
        failures += [f"{body!r}: {danger}" for danger in reader.dangers]
    return failures


class _Reader(html.parser.HTMLParser):
    """Read a page as far as it takes to find what could act or load.

    What a `style` would load is stopped by the page's policy (tests/ui/preview holds it to that).
    """

    def __init__(self) -> None:
        super().__init__()
        self.dangers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _FORBIDDEN:
            self.dangers.append(f"<{tag}>")
        for name, value in attrs:
            text = (value or "").strip().lower()
            is_loaded = name in _LOADED and ("//" in text or text.startswith("javascript:"))
            has_scheme = name == "href" and ":" in text.split("/")[0]
            leads_away = has_scheme and not text.startswith(_SCHEMES)
            if name.startswith("on") or name == "srcdoc" or is_loaded or leads_away:
                self.dangers.append(f"{tag} {name}={text[:40]}")
