import pickle
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.site.zones import MachineZone, zone_named

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture
def machine_in_paris(monkeypatch):
    """Set this machine's clock to Paris."""
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield MachineZone()
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        ("America/New_York", -5),
        (":America/New_York", -5),
        ("UTC", 0),
        ("EST5", -5),
        ("UTC-3", 3),
        ("<+0530>-5:30", 5.5),
        ("ABC+1:00:00", -1),
        ("Etc/GMT+3", -3),
    ],
)
def test_a_zone_is_found_by_the_names_that_the_c_library_knows(name, hours):
    """Places, and offsets by the rules of POSIX, whose sign is turned round."""
    zone, note = zone_named(name)
    assert note is None
    assert datetime(2025, 1, 2, tzinfo=zone).utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize(
    "name",
    ["Nowhere/City", "+03:00", "", "../../etc/passwd", "Europe", "EST25", "a\0b", "x" * 5000],
)
def test_any_other_name_means_utc_and_is_told(name):
    """Jekyll says nothing; Dateline does."""
    zone, note = zone_named(name)
    assert zone is UTC
    assert "UTC" in note


def test_without_a_name_the_machine_s_clock_decides(machine_in_paris):
    """Summer and winter."""
    zone, note = zone_named(None)
    assert note is None
    assert zone == machine_in_paris
    assert datetime(2025, 1, 2, tzinfo=zone).utcoffset() == timedelta(hours=1)
    assert datetime(2025, 7, 2, tzinfo=zone).utcoffset() == timedelta(hours=2)
    assert datetime(2025, 7, 2, tzinfo=zone).tzname() == "CEST"
    assert datetime(2025, 7, 2, tzinfo=zone).dst() is None
    assert zone.utcoffset(None) is None
    assert zone.tzname(None) is None
    assert pickle.loads(pickle.dumps(zone)) == zone


def test_the_hour_that_comes_twice_is_told_apart(machine_in_paris):
    """At the end of summer the second of two equal times is marked."""
    first = datetime(2025, 10, 26, 0, 30, tzinfo=UTC).astimezone(machine_in_paris)
    second = datetime(2025, 10, 26, 1, 30, tzinfo=UTC).astimezone(machine_in_paris)
    assert (first.hour, first.fold, second.hour, second.fold) == (2, 0, 2, 1)
    assert first.utcoffset() == timedelta(hours=2)
    assert second.utcoffset() == timedelta(hours=1)


@given(st.integers(min_value=160_000_000, max_value=2_140_000_000))
def test_the_machine_s_clock_agrees_with_the_zone_s_own_data(seconds):
    """Any moment comes out as it does from the zone by name, and finds its way back."""
    moment = datetime.fromtimestamp(seconds, UTC)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/Paris")
        time.tzset()
        local = moment.astimezone(MachineZone())
        named = moment.astimezone(PARIS)
        assert (local.replace(tzinfo=None), local.fold) == (named.replace(tzinfo=None), named.fold)
        assert local.utcoffset() == named.utcoffset()
        assert local.astimezone(UTC) == moment
    time.tzset()


def test_a_system_that_cannot_say_goes_by_winter_time(machine_in_paris):
    """Windows knows no summer time before 1970."""

    class Refusing(datetime):
        def astimezone(self, tz=None):
            if tz is None:
                raise OSError
            return super().astimezone(tz)

    summer = Refusing(1960, 7, 1, tzinfo=machine_in_paris)
    assert summer.utcoffset() == timedelta(hours=1)
    assert machine_in_paris.fromutc(summer).hour == 1
