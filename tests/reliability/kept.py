"""Damage what keeps the text safe, and see that nothing is dropped in silence."""

import random
from collections.abc import Callable
from pathlib import Path

from editor.post.post import Post
from editor.services.keeping import NewVersion
from editor.services.safe_keeping import SafeKeeping
from editor.services.unsaved import PostState

_TEXTS = [f"Version {number}.\n" + "A line of it.\n" * 40 for number in range(8)]


def damaged_journals(number: int, chance: random.Random, folder: Path) -> list[str]:
    """Cut, flip and blank bytes of a journal: its text is offered, or the damage is told."""
    return _damaged(number, chance, folder, _find)


def silent_about_damage(number: int, chance: random.Random, folder: Path) -> list[str]:
    """The same for a reader that takes whatever it cannot read for nothing."""
    return _damaged(number, chance, folder, lambda home: (set(), False))


def _find(home: Path) -> tuple[set[str], bool]:
    keeping = SafeKeeping(home)
    found = keeping.find()
    keeping.close()
    damaged = bool(found.damaged) or any(each.is_damaged for each in found.unsaved)
    return {each.post().text for each in found.unsaved}, damaged


def _damaged(
    number: int,
    chance: random.Random,
    folder: Path,
    find: Callable[[Path], tuple[set[str], bool]],
) -> list[str]:
    sample = _journal(folder / "sample")
    failures = []
    for trial in range(number):
        home = folder / str(trial)
        (home / "journal").mkdir(parents=True)
        raw, how = _spoiled(sample, chance)
        (home / "journal" / "20251117-080000-aaaaaaaa.journal").write_bytes(raw)
        try:
            texts, is_told = find(home)
        except Exception as error:  # noqa: BLE001 - any error at the start is a failure
            failures.append(f"{how}: {type(error).__name__}")
            continue
        if _TEXTS[0] not in texts and not is_told:
            failures.append(f"{how}: dropped in silence")
    return failures


def _journal(home: Path) -> bytes:
    keeping = SafeKeeping(home)
    state = PostState(1, Post.from_text(_TEXTS[0]), home / "a.md", "a.md", None, 1)
    keeping.keep(state.unsaved())
    (path,) = (home / "journal").glob("*.journal")
    raw = path.read_bytes()
    keeping.close()
    return raw


def _spoiled(raw: bytes, chance: random.Random) -> tuple[bytes, str]:
    at = chance.randrange(len(raw))
    how = chance.choice(("cut", "flipped", "blanked"))
    if how == "cut":
        return raw[:at], f"cut at {at}"
    if how == "flipped":
        flipped = bytes([raw[at] ^ (1 << chance.randrange(8))])
        return raw[:at] + flipped + raw[at + 1 :], f"bit flipped at {at}"
    end = min(len(raw), at + chance.randrange(1, 4096))
    return raw[:at] + b"\0" * (end - at) + raw[end:], f"blanked from {at} to {end}"


def damaged_histories(number: int, chance: random.Random, folder: Path) -> list[str]:
    """Damage the history anywhere: no version comes back as other bytes than were kept."""
    failures = []
    path = folder / "post.md"
    for trial in range(number):
        home = folder / f"h{trial}"
        raw, how = _spoiled(_history(home, path), chance)
        (home / "history.sqlite").write_bytes(raw)
        try:
            kept = _versions(home, path)
        except Exception as error:  # noqa: BLE001 - any error is a failure
            failures.append(f"{how}: {type(error).__name__}")
            continue
        if not kept <= {text.encode() for text in _TEXTS}:
            failures.append(f"{how}: a version that was never kept")
    return failures


def _history(home: Path, path: Path) -> bytes:
    keeping = SafeKeeping(home)
    for text in _TEXTS:
        keeping.keep_version(NewVersion(path, text.encode(), "saved"))
    keeping.close()
    return (home / "history.sqlite").read_bytes()


def _versions(home: Path, path: Path) -> set[bytes]:
    keeping = SafeKeeping(home)
    keeping.keep_version(NewVersion(path, _TEXTS[-1].encode(), "saved"))
    found = {keeping.content(each) for each in keeping.versions(path)}
    keeping.close()
    return {content for content in found if content is not None}


def believing_histories(number: int, chance: random.Random, folder: Path) -> list[str]:
    """The same for a history that does not look at what the disk gives back."""
    failures = []
    for _ in range(number):
        text = _TEXTS[0].encode()
        at = chance.randrange(len(text))
        if text[:at] + b"\0" + text[at + 1 :] not in {each.encode() for each in _TEXTS}:
            failures.append(f"byte {at}: a version that was never kept")
    return failures
