"""A quick share of each campaign, with every run of the tests; `./run soak` runs all of it."""

import os
import sys

import pytest

from tests.reliability import kill_app, planted
from tests.reliability.campaigns import CAMPAIGNS

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="processes are forked and weighed as on Linux"
)
SEED = 7
QUICK = [each for each in CAMPAIGNS if each.quick]
ONES = [each.code for each in QUICK]


@pytest.mark.parametrize("campaign", QUICK, ids=ONES)
def test_a_promise_is_kept(campaign, monkeypatch):
    """No trial fails."""
    # Other tests run beside this one, and may keep the disk busy; `./run soak` allows one second.
    monkeypatch.setattr(kill_app, "GRACE_S", 3.0)
    assert campaign.run(campaign.quick, SEED) == []


@pytest.mark.parametrize("campaign", QUICK, ids=ONES)
def test_a_broken_promise_would_be_seen(campaign):
    """The control, which is known to be bad, fails."""
    assert campaign.run_control(SEED)


@pytest.mark.parametrize("fault", planted.FAULTS, ids=lambda fault: fault.what)
def test_every_fault_to_plant_still_has_its_place(fault):
    """The line that a fault replaces is in the program, so the night plants what it says."""
    text = (planted.ROOT / "editor" / fault.file).read_text(encoding="utf-8")
    assert fault.right in text
    assert fault.right != fault.wrong


def test_forking_is_possible_here():
    """Else every campaign above would prove nothing."""
    assert hasattr(os, "fork")
