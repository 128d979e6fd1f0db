"""Decide whether a process that died may be started once more."""

import time
from collections import deque
from collections.abc import Callable


class RestartAllowance:
    """Allow a few restarts in a stretch of time, so that a broken thing comes to rest."""

    def __init__(
        self, most: int = 3, seconds: float = 60.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Allow `most` restarts within any `seconds`."""
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._made: deque[float] = deque()

    def take(self) -> bool:
        """Use one restart up; False when there is none left for now."""
        if self.wait() > 0:
            return False
        self._made.append(self._clock())
        return True

    def reset(self) -> None:
        """Forget the restarts made so far: what broke is no longer there."""
        self._made.clear()

    def wait(self) -> float:
        """Give the seconds until a restart is allowed; 0 when one is allowed now."""
        now = self._clock()
        while self._made and now - self._made[0] >= self._seconds:
            self._made.popleft()
        if len(self._made) < self._most:
            return 0.0
        oldest = self._made[0] if self._made else now
        return self._seconds - (now - oldest)
