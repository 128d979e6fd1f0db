import dataclasses
import json
import stat
from pathlib import Path

import pytest

from editor.services.settings import RECENT_LIMIT, Settings, SettingsStore


def test_what_was_chosen_is_there_at_the_next_start(tmp_path):
    """Settings are written at once, for this person alone, and read again."""
    file = tmp_path / "dateline" / "settings.json"
    store = SettingsStore(file)
    store.change(dataclasses.replace(store.settings, appearance="dark", pane_sizes=[1, 2, 3, 4]))
    assert SettingsStore(file).settings.appearance == "dark"
    assert SettingsStore(file).settings.pane_sizes == [1, 2, 3, 4]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"appearance": 3}', "[" * 90_000])
def test_a_broken_settings_file_means_the_defaults(tmp_path, content):
    """Nobody is kept from writing by a file that cannot be read."""
    file = tmp_path / "settings.json"
    file.write_text(content)
    assert SettingsStore(file).settings == Settings()


def test_options_of_another_version_do_no_harm(tmp_path):
    """An option that is not known is passed over, one of the wrong kind is its default."""
    file = tmp_path / "settings.json"
    stored = {"future_option": 1, "line_width": "wide", "writing_size": 16, "pane_sizes": [True]}
    file.write_text(json.dumps(stored))
    settings = SettingsStore(file).settings
    assert settings.writing_size == 16
    assert settings.line_width == Settings().line_width
    assert settings.pane_sizes == []


def test_the_last_opened_is_the_first_of_the_recent(tmp_path):
    """Recent posts are few, newest first, none twice."""
    settings = Settings()
    for number in [*range(RECENT_LIMIT + 5), 9]:
        settings = settings.with_recent_post(Path(f"/site/{number}.md"))
    assert len(settings.recent_posts) == RECENT_LIMIT
    assert settings.recent_posts[0] == str(Path("/site/9.md"))
    assert len(set(settings.recent_posts)) == RECENT_LIMIT


def test_a_home_that_cannot_be_written_to_keeps_settings_until_the_end(tmp_path):
    """Where nothing can be stored, the choice still holds for this session."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    store = SettingsStore(blocked / "settings.json")
    store.change(dataclasses.replace(store.settings, appearance="dark"))
    assert store.settings.appearance == "dark"
    assert blocked.read_text() == "not a folder"
