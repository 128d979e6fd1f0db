"""Let two write one post at once, and let others change the file in every way they do."""

import os
import random
from collections.abc import Callable
from pathlib import Path

from editor.post.merging.posts import Taken, merge
from editor.services.save_service import SaveService
from editor.services.session import Session
from editor.site.outside_change import look_at
from editor.site.post_file import read_post

_START = """---
title: "The ferry"
date: 2025-11-17 08:00:00 +0100
tags: [harbour]
---

First paragraph.

Second paragraph.

Third paragraph.
"""
_ROUNDS = 12


class Writer:
    """Write words nobody else has, save, and put both together where the other was there."""

    def __init__(self, path: Path, name: str, *, merges: bool) -> None:
        self._name = name
        self._merges = merges
        self._session = Session()
        self._saver = SaveService(self._session)
        self._number = 0
        self.words: set[str] = set()
        self.shown: set[str] = set()
        opened = read_post(path)
        self._session.open(opened.post, opened.path, opened.identity)

    def write(self, chance: random.Random) -> None:
        """Put a new word somewhere: into a paragraph, between two, or into a field."""
        self._number += 1
        word = f"{self._name}{self._number}x"
        self.words.add(word)
        post = self._session.post
        place = chance.randrange(4)
        if place == 0 and post.front_matter is not None:
            self._session.set_field(f"note_{word}", word)
        elif place == 1 and post.front_matter is not None:
            title = str(post.front_matter.value("title"))
            self._session.set_field("title", f"{title} {word}")
        else:
            lines = self._session.shown_text().split("\n")
            at = chance.randrange(len(lines))
            lines[at : at + (place == 2)] = (
                [f"{lines[at]} {word}".lstrip()] if place == 2 else [word, "", lines[at]][:2]
            )
            self._session.edit_text("\n".join(lines))

    def save(self, chance: random.Random) -> None:
        """Save; where the other was there first, take both and save again."""
        session, path = self._session, self._session.path
        if path is None or session.identity is None:
            return
        while not self._saver.save(path, expected=session.identity.digest, inside=None):
            there = read_post(path)
            if self._merges:
                found = merge(session.saved, session.post, there.post)
                taken = {number: self._taken(chance, found, number) for number in found.conflicts}
                joined = found.post(taken)
            else:
                joined = session.post
            session.accept_theirs(there.identity, there.post)
            session.take_version(joined)

    def _taken(self, chance: random.Random, found: object, number: int) -> Taken:
        part = found.parts[number]
        if not part.key:
            return "both"
        side: Taken = chance.choice(("mine", "theirs"))
        self.shown |= set(f"{part.mine} {part.theirs}".replace('"', " ").split())
        return side


def two_writers(number: int, chance: random.Random, folder: Path) -> list[str]:
    """Let two write, save and merge in random order; each word is there, or was asked about."""
    return _written_together(number, chance, folder, merges=True)


def two_who_overwrite(number: int, chance: random.Random, folder: Path) -> list[str]:
    """The same for two who save over each other."""
    return _written_together(number, chance, folder, merges=False)


def _written_together(
    number: int, chance: random.Random, folder: Path, *, merges: bool
) -> list[str]:
    failures = []
    path = folder / "2025-11-17-ferry.md"
    for trial in range(number):
        path.write_text(_START, encoding="utf-8")
        writers = [Writer(path, name, merges=merges) for name in ("a", "b")]
        for _ in range(_ROUNDS):
            writer = chance.choice(writers)
            writer.write(chance)
            if chance.random() < 0.5:
                writer.save(chance)
        for writer in writers:
            writer.save(chance)
        there = path.read_text(encoding="utf-8")
        shown = writers[0].shown | writers[1].shown
        lost = [
            word
            for writer in writers
            for word in writer.words
            if word not in there and word not in shown
        ]
        if lost:
            failures.append(f"round {trial}: {sorted(lost)} are lost")
    return failures


def _same_size(raw: bytes) -> bytes:
    return raw.replace(b"First", b"FIRST", 1)


Change = Callable[[Path, bytes], None]


def _in_place(change: Callable[[bytes], bytes]) -> Change:
    def write(path: Path, raw: bytes) -> None:
        path.write_bytes(change(raw))

    return write


def _replaced(change: Callable[[bytes], bytes]) -> Change:
    def replace(path: Path, raw: bytes) -> None:
        other = path.with_name(".other")
        other.write_bytes(change(raw))
        other.replace(path)

    return replace


def _back_dated(change: Callable[[bytes], bytes]) -> Change:
    def write(path: Path, raw: bytes) -> None:
        status = path.stat()
        path.write_bytes(change(raw))
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    return write


def _into_folder(path: Path, _: bytes) -> None:
    path.unlink()
    path.mkdir()


_EDITS: dict[str, Callable[[bytes], bytes]] = {
    "one letter, same size": _same_size,
    "a word more": lambda raw: raw + b"more\n",
    "cut short": lambda raw: raw[:40],
    "emptied": lambda raw: b"",
    "line ends turned": lambda raw: raw.replace(b"\n", b"\r\n"),
    "all zeros": lambda raw: b"\0" * len(raw),
    "a mark of order before it": lambda raw: b"\xef\xbb\xbf" + raw,
    "another encoding": lambda raw: raw.decode().encode("utf-16"),
}
CHANGES: dict[str, tuple[Change, bool]] = {
    **{
        f"{name}, {how}": (way(edit), True)
        for name, edit in _EDITS.items()
        for how, way in (
            ("in place", _in_place),
            ("by another file", _replaced),
            ("with the old date", _back_dated),
        )
    },
    "touched only": (lambda path, raw: os.utime(path), False),
    "written again, the same": (_in_place(lambda raw: raw), False),
    "replaced by the same": (_replaced(lambda raw: raw), False),
    "deleted": (lambda path, raw: path.unlink(), True),
    "a folder in its place": (_into_folder, True),
}


def outside_edits(number: int, chance: random.Random, folder: Path) -> list[str]:
    """Change the open file in each way: it is noticed, a save stops, and a touch is nothing."""
    return _changed_outside(number, folder, is_careful=True)


def by_size_and_date(number: int, chance: random.Random, folder: Path) -> list[str]:
    """The same for a program that looks at size and date only."""
    return _changed_outside(number, folder, is_careful=False)


def _changed_outside(number: int, folder: Path, *, is_careful: bool) -> list[str]:
    failures = []
    for trial, (name, (change, is_change)) in enumerate(_repeated(number)):
        path = folder / f"2025-11-17-{trial}.md"
        raw = (_START + "x" * trial).encode()
        path.write_bytes(raw)
        opened = read_post(path)
        session = Session()
        session.open(opened.post, path, opened.identity)
        session.edit_text("Mine.\n")
        change(path, raw)
        theirs = path.read_bytes() if path.is_file() else None
        sight = look_at(path, opened.identity, is_thorough=is_careful)
        if (sight.digest != opened.identity.digest) is not is_change:
            failures.append(f"{name}: taken for {'nothing' if is_change else 'a change'}")
        saved = SaveService(session).save(path, expected=opened.identity.digest, inside=None)
        if saved is is_change:
            failures.append(f"{name}: the save {'went over it' if saved else 'was stopped'}")
        if is_change and (path.read_bytes() if path.is_file() else None) != theirs:
            failures.append(f"{name}: what others wrote is gone")
    return failures


def _repeated(number: int) -> list[tuple[str, tuple[Change, bool]]]:
    rows = list(CHANGES.items())
    return [rows[at % len(rows)] for at in range(max(number, len(rows)))]
