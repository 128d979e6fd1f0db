"""Every line of docs/security.md that promises something names tests that are there."""

import re

import pytest

from tests.reliability.proofs import ROOT, is_there

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[^`]+::[^`]+)`", PAGE)))


@pytest.mark.parametrize("test", NAMED)
def test_a_test_that_is_named_is_there(test):
    """A promise whose test went away would be one that nobody keeps."""
    assert is_there(test)


def test_each_promise_has_a_test():
    """In the parts that say what it cannot do, every point names at least one."""
    for part in PAGE.split("\n## ")[1:-1]:
        for point in part.split("\n- ")[1:]:
            assert "::test_" in point, point
