import os
from pathlib import Path

import pytest

from editor.site.shown_names import shown_name, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2025-11-17-slug.md", "2025-11-17-slug.md"),
        ("Éclair à la crème 日本語 😀.md", "Éclair à la crème 日本語 😀.md"),
        ("gpj\u202edm.exe", "gpj‹U+202E›dm.exe"),
        ("zero\u200bwidth", "zero‹U+200B›width"),
        ("tab\tline\n", "tab‹U+0009›line‹U+000A›"),
        (os.fsdecode(b"caf\xe9"), "caf‹U+DCE9›"),
    ],
)
def test_nothing_in_a_name_can_hide(text, shown):
    """What has no shape, or turns the line around, is spelled out."""
    assert visible(text) == shown
    shown.encode()


def test_a_path_is_named_by_its_last_part():
    """A sentence names the file; the top of a disk has no other name than its own."""
    assert shown_name(Path("/site/_posts/a.md")) == "a.md"
    assert shown_name(Path("/")) == "/"
