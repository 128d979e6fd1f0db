import pytest

from tests.bench.kill_app import trials

pytestmark = pytest.mark.end_to_end


def test_a_pulled_plug_costs_at_most_the_last_second():
    """Five times the program is killed while it is typed into: no word lost, no file torn."""
    tally = trials(5, seed=3)
    assert (tally.lost, tally.torn) == (0, 0), tally.failures
    assert tally.offered > 0


def test_the_measurement_sees_a_loss():
    """Without the journal words are lost, so a loss would be seen."""
    assert trials(4, seed=3, without_journal=True).lost > 0
