"""A site that grows under the index's eyes."""

import pytest

from editor.site.folders import Site
from editor.site.index.site_index import SiteIndex


@pytest.fixture
def site(tmp_path):
    """Give the folder of a site with a config."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "_config.yml").write_text(
        "title: Paper\ncollections:\n  recipes:\n    output: true\n"
    )
    return folder


@pytest.fixture
def open_index(site, tmp_path):
    """Give a function that opens the site's index; each is closed at the end."""
    opened = []

    def _open(folder=tmp_path / "cache"):
        index = SiteIndex(Site.open(site), folder)
        opened.append(index)
        return index

    yield _open
    for index in opened:
        index.close()
