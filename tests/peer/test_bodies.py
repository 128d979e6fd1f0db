"""Render the posts of a folder with the real kramdown and with Dateline."""

import os
from pathlib import Path

import pytest

from tests.peer.bodies import WANTED_MUTANTS, WANTED_POSTS, bodies, compare, mutant
from tests.peer.real_ruby import needs

pytestmark = [
    pytest.mark.peer,
    needs("kramdown", "kramdown-parser-gfm", "rouge"),
    pytest.mark.skipif("DATELINE_SITES" not in os.environ, reason="no folder of sites is named"),
]


@pytest.fixture(scope="module")
def texts():
    """Give the bodies of all posts in the folder that `DATELINE_SITES` names."""
    return bodies(Path(os.environ["DATELINE_SITES"]))


def test_the_posts_of_a_folder_are_rendered_as_kramdown_renders_them(texts):
    """Elements, attributes and texts are the same in 999 of 1,000."""
    found = compare(texts)
    assert found.share >= WANTED_POSTS, list(found.different)


def test_half_typed_posts_of_a_folder_are_rendered_as_kramdown_renders_them(texts):
    """With up to 25 random edits each, 995 of 1,000 are the same; the seeds are 1 to 500."""
    found = compare([mutant(texts, seed) for seed in range(1, 501)])
    assert found.share >= WANTED_MUTANTS, list(found.different)
