"""A site that a test writes file by file."""

from datetime import UTC, datetime

import pytest

from editor.render.pages.build import BuildSettings
from editor.render.pages.page_renderer import PageRenderer
from editor.render.pages.stand_ins import STAND_IN_THEMES
from editor.site.model import SiteModel

BUILD = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@pytest.fixture
def site(tmp_path):
    """Give a function that writes files into a site and returns its folder."""

    def write(files):
        for name, text in {"_config.yml": "timezone: UTC\n", **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return tmp_path

    return write


@pytest.fixture
def rendered(site):
    """Give a function that writes a site and renders its first post, or a named file."""

    def render(files, name="_posts/2025-03-04-p.md", source=None, **settings):
        root = site(files)
        model = SiteModel.open(root, BUILD, STAND_IN_THEMES)
        return PageRenderer(model, BuildSettings(**settings)).page(root / name, source)

    return render
