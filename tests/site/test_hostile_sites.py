"""Throw odd configs, names and front matter at a site: sentences come back, never a crash."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.post.errors import DatelineError
from editor.site.config_defaults import DEFAULTS
from editor.site.folders import Site
from editor.site.post_head import facts_of
from editor.site.verdict import State
from editor.site.visibility import verdict_of

NOW = datetime(2025, 11, 17, 12, 0, tzinfo=UTC)
KEYS = ["title", "date", "published", "categories", "category", "tags", "tag", "slug", "permalink"]

words = st.text(max_size=12) | st.sampled_from(
    ["..", "../..", "/", "/:year/:title/", ":nope", "a/b", "~", "_posts", "2025-11-17", "*", "[a"]
)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | words
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3)
)
fronts = st.dictionaries(st.sampled_from(KEYS), values, max_size=5)
configs = st.dictionaries(
    st.sampled_from([*DEFAULTS, "title", "url", "theme"]), values, max_size=5
)
names = st.sampled_from(["_posts", "_drafts", "news/_posts", "_x/_posts", ".", "_poems"])
files = st.text(max_size=20) | st.just("2025-11-17-a.md") | st.sampled_from(["a.md", ".a", "a."])

relaxed = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@relaxed
@given(config=configs, front=fronts, folder=names, name=files)
def test_whatever_a_site_says_there_is_a_verdict(tmp_path, config, front, folder, name):
    """Any config, any front matter, any name: one state, and a reason unless it simply shows."""
    (tmp_path / "_config.yml").write_text(json.dumps(config), encoding="utf-8", errors="replace")
    site = Site.open(tmp_path)
    text = f"---\n{json.dumps(front)}\n---\nText\n"
    facts = facts_of(text.encode("utf-8", "replace"))
    path = Path(f"{tmp_path}/{folder}/{name}")
    verdict = verdict_of(path, facts, site, NOW)
    assert verdict.state is State.SHOWN or verdict.reason.endswith(".")
    if verdict.shows:
        assert verdict.address.url.startswith("/")
        assert not verdict.address.file.startswith("/")
        assert ".." not in verdict.address.file.split("/")
    verdict.reason.encode()


@relaxed
@given(config=configs, name=files | st.text(max_size=300))
def test_no_name_and_no_config_makes_a_path_outside_the_site(tmp_path, config, name):
    """A path for a new post lies in the site, or a sentence says why there is none."""
    (tmp_path / "_config.yml").write_text(json.dumps(config), encoding="utf-8", errors="replace")
    site = Site.open(tmp_path)
    for draft in (False, True):
        with suppress(DatelineError):
            path = site.post_path(name, draft=draft)
            assert path.resolve().is_relative_to(tmp_path.resolve())
            assert path.name == name
    for folder in (site.layouts_dir, site.includes_dir, site.data_dir, site.source):
        assert folder.resolve().is_relative_to(tmp_path.resolve())


@relaxed
@given(st.binary(max_size=400))
def test_any_bytes_can_stand_in_a_config(tmp_path, raw):
    """A site opens, whatever its config holds."""
    (tmp_path / "_config.yml").write_bytes(raw)
    config = Site.open(tmp_path).config
    assert config.problem is None or config.problem.endswith(".")
    assert config.posts_permalink
