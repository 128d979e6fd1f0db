"""Each loss that was reported of another editor has a test here, or a reason why it needs none."""

import pytest

from tests.reliability.campaigns import CAMPAIGNS
from tests.reliability.proofs import is_there
from tests.reliability.reports import REASON, REPORTS


@pytest.mark.parametrize("report", REPORTS, ids=[each[0] for each in REPORTS])
def test_a_reported_loss_is_proved_against(report):
    """The test that is named is there; a reason is a sentence."""
    _, _, proof = report
    assert is_there(proof) or (proof.startswith(REASON) and len(proof) > 40)


def test_the_reports_are_all_here_and_their_campaigns_run():
    """Sixty-four of them; a campaign that is named runs with the tests."""
    assert len(REPORTS) == 64
    quick = {each.code for each in CAMPAIGNS if each.quick}
    named = {proof.partition("[")[2][:-1] for _, _, proof in REPORTS if "[" in proof}
    assert named <= quick
