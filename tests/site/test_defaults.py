from pathlib import PurePosixPath

import pytest

from editor.site.config import SiteConfig
from editor.site.defaults import front_matter_defaults


def given_by(folder, text, path="_posts/2025-11-17-a.md", kind="posts"):
    """Give what a config gives to a file."""
    (folder / "_config.yml").write_bytes(text.encode())
    config = SiteConfig.load(folder)
    assert config.problem is None
    return front_matter_defaults(config, PurePosixPath(path), kind, folder)


@pytest.mark.parametrize(
    ("scope", "fits"),
    [
        ("", True),
        ("scope: {path: ''}, ", True),
        ("scope: {path: _posts}, ", True),
        ("scope: {path: _post}, ", True),
        ("scope: {path: /_posts}, ", False),
        ("scope: {path: news}, ", False),
        ("scope: {path: 5}, ", True),
        ("scope: {type: posts}, ", True),
        ("scope: {type: post}, ", True),
        ("scope: {type: pages}, ", False),
        ("scope: {type: drafts}, ", False),
        ("scope: {path: '_posts/*'}, ", True),
        ("scope: {path: '*.md'}, ", False),
        ("scope: {path: '/*'}, ", False),
        ("scope: {path: '../*'}, ", False),
        ("scope: {path: '**a'}, ", False),
    ],
)
def test_a_set_fits_by_path_and_kind_as_in_jekyll(site, scope, fits):
    """A path is the beginning of one; with a star it is looked up on the disk."""
    (site / "_posts" / "2025-11-17-a.md").write_bytes(b"")
    found = given_by(site, f"defaults: [{{{scope}values: {{layout: post}}}}]")
    assert found == ({"layout": "post"} if fits else {})


def test_the_folder_of_collections_is_no_part_of_a_path(site):
    """A scope may be written with it or without."""
    text = "collections_dir: parts\ndefaults: [{scope: {path: parts/_posts}, values: {a: 1}}]"
    assert given_by(site, text) == {"a": 1}


@pytest.mark.parametrize(
    ("first", "second", "winner"),
    [
        ("path: ''", "path: _posts", 2),
        ("path: _posts", "path: ''", 1),
        ("path: _posts, type: posts", "path: _posts", 1),
        ("path: _posts", "path: _posts, type: posts", 2),
        ("path: _posts", "path: _posts", 2),
        ("path: _p/", "path: _posts", 2),
    ],
)
def test_the_more_special_set_wins(site, first, second, winner):
    """By length of the path, then by kind, then by standing later."""
    text = (
        f"defaults: [{{scope: {{{first}}}, values: {{a: 1, b: {{x: 1}}}}}},"
        f" {{scope: {{{second}}}, values: {{a: 2, b: {{y: 2}}}}}}]"
    )
    path = "_posts/2025-11-17-a.md"
    found = given_by(site, text, path)
    if "_p/" in text:
        assert found == {"a": 2, "b": {"y": 2}}
    else:
        assert found == {"a": winner, "b": {"x": 1, "y": 2}}


def test_a_set_without_values_gives_nothing(site):
    """A slip in the config stops nothing."""
    assert given_by(site, "defaults: [{scope: {path: ''}}, {values: 5}]") == {}


def test_a_slash_in_front_counts_nothing_in_the_order(site):
    """`/` is as short as no path at all."""
    text = "defaults: [{scope: {path: ''}, values: {a: 1}}, {values: {a: 2}}]"
    assert given_by(site, text) == {"a": 2}
