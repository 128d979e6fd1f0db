"""Build whole sites with the real Jekyll and with Dateline: every page has to be the same."""

import os
import shutil
from pathlib import Path

import pytest

from tests.peer.real_ruby import COMPARED, needs
from tests.peer.whole_pages import NotBuilt, compare

DATA = Path(__file__).parents[1] / "data" / "sites"
SAMPLE = Path(__file__).parents[2] / "resources" / "sample-site"

pytestmark = [pytest.mark.peer, needs(*COMPARED)]


@pytest.mark.parametrize("setting", ["", "show_drafts: true\n"], ids=["posts", "with drafts"])
def test_every_page_of_the_sample_site_is_jekyll_s(tmp_path, setting):
    """To the byte but for colours, the pages without a date too."""
    shutil.copytree(SAMPLE, tmp_path / "site")
    with (tmp_path / "site" / "_config.yml").open("a", encoding="utf-8") as config:
        config.write(f"\n{setting}")
    found = compare(tmp_path / "site")
    assert found.different == {}
    assert found.only_there == found.only_here == []
    assert len(found.equal) == (17 if setting else 15)
    assert found.exact == len(found.equal)


@pytest.mark.parametrize(("name", "pages"), [("odd", 18), ("minima", 6)])
def test_every_page_of_an_invented_site_is_jekyll_s(tmp_path, name, pages):
    """All that themes do: nested layouts, collections, data, neighbours, the heads of plugins."""
    shutil.copytree(DATA / name, tmp_path / "site")
    found = compare(tmp_path / "site")
    assert found.different == {}
    assert found.exact == len(found.equal) == pages


@pytest.mark.skipif("DATELINE_SITES" not in os.environ, reason="no folder of sites is named")
def test_the_pages_of_the_sites_in_a_folder_are_jekyll_s():
    """98 of 100 pages of the sites that Jekyll builds, in the folder named by `DATELINE_SITES`."""
    equal = pages = 0
    for site in sorted(Path(os.environ["DATELINE_SITES"]).iterdir()):
        if (site / "_config.yml").is_file():
            try:
                found = compare(site)
            except NotBuilt:
                continue
            equal, pages = equal + len(found.equal), pages + found.pages
    assert equal >= pages * 0.98
