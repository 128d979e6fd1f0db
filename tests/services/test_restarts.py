"""How often a process that dies may come back."""

from editor.services.restarts import RestartAllowance


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def test_three_restarts_a_minute_and_no_more():
    """The fourth has to wait until the first is a minute old."""
    clock = Clock()
    allowance = RestartAllowance(clock=clock)
    assert [allowance.take() for _ in range(4)] == [True, True, True, False]
    clock.now += 59
    assert not allowance.take()
    assert allowance.wait() == 1
    clock.now += 1
    assert allowance.take()


def test_a_fresh_start_forgets_the_restarts():
    """Another post gets its own chances."""
    allowance = RestartAllowance(most=1, clock=Clock())
    assert allowance.take()
    allowance.reset()
    assert allowance.take()


def test_no_restarts_at_all():
    """Nothing is allowed where nothing is allowed."""
    assert not RestartAllowance(most=0, clock=Clock()).take()
