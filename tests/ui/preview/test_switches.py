"""What the browser engine is told before it starts."""

import sys

import pytest

from editor.ui.preview import switches

FENCED = {"QTWEBENGINE_CHROMIUM_FLAGS": switches.chromium_switches()}


def test_the_engine_is_started_without_network_and_without_gpu():
    """Both before the first window is made."""
    environment = {}
    switches.prepare(environment)
    assert '"--host-resolver-rules=MAP * ~NOTFOUND"' in environment["QTWEBENGINE_CHROMIUM_FLAGS"]
    assert "--proxy-server=127.0.0.1:9" in environment["QTWEBENGINE_CHROMIUM_FLAGS"]
    assert environment["QT_QUICK_BACKEND"] == "software"
    assert switches.objection(environment) is None


def test_the_gpu_can_be_turned_on():
    """For films and heavy themes."""
    environment = {}
    switches.prepare(environment, use_gpu=True)
    assert "QT_QUICK_BACKEND" not in environment


def test_switches_of_the_person_stay():
    """And preparing twice adds nothing."""
    environment = {"QTWEBENGINE_CHROMIUM_FLAGS": '--lang=de "--x=a b"'}
    switches.prepare(environment)
    once = dict(environment)
    switches.prepare(environment)
    assert environment == once
    assert environment["QTWEBENGINE_CHROMIUM_FLAGS"].startswith('--lang=de "--x=a b" ')


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("QTWEBENGINE_REMOTE_DEBUGGING", "9222"),
        ("QTWEBENGINE_CHROMIUM_FLAGS", FENCED["QTWEBENGINE_CHROMIUM_FLAGS"] + " --no-sandbox"),
        (
            "QTWEBENGINE_CHROMIUM_FLAGS",
            FENCED["QTWEBENGINE_CHROMIUM_FLAGS"] + " --remote-debugging-port=1",
        ),
        ("QTWEBENGINE_CHROMIUM_FLAGS", FENCED["QTWEBENGINE_CHROMIUM_FLAGS"] + " '"),
        ("QTWEBENGINE_CHROMIUM_FLAGS", ""),
    ],
)
def test_the_engine_is_not_started_where_it_would_be_weakened(name, value):
    """A sentence says which setting is in the way."""
    objection = switches.objection(FENCED | {name: value})
    assert objection is not None
    assert objection.startswith("The full preview is off because ")


def test_the_sandbox_may_be_off_for_root_only(monkeypatch):
    """Chromium refuses to run as root with it; for anybody else it must be on."""
    environment = FENCED | {"QTWEBENGINE_DISABLE_SANDBOX": "1"}
    monkeypatch.setattr(sys, "platform", "darwin")
    assert switches.objection(environment) is not None
    prepared = {}
    switches.prepare(prepared)
    assert "QTWEBENGINE_DISABLE_SANDBOX" not in prepared
