"""Build whole sites with the real Jekyll and with Dateline: every page has to be the same."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DATA = HERE.parent / "data" / "sites"
SAMPLE = HERE.parents[1] / "resources" / "sample-site"

pytestmark = [
    pytest.mark.peer,
    pytest.mark.skipif(shutil.which("jekyll") is None, reason="Jekyll is not installed"),
]


@pytest.fixture(scope="module")
def compare():
    """Give the comparison of two builds, which is a script of its own."""
    spec = importlib.util.spec_from_file_location("whole_pages", HERE / "whole_pages.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["whole_pages"] = module
    spec.loader.exec_module(module)
    return module.compare


@pytest.mark.parametrize("setting", ["", "show_drafts: true\n"], ids=["posts", "with drafts"])
def test_every_page_of_the_sample_site_is_jekyll_s(compare, tmp_path, setting):
    """Byte for byte but for the colours of one block of code, the pages without a date too."""
    shutil.copytree(SAMPLE, tmp_path / "site")
    with (tmp_path / "site" / "_config.yml").open("a", encoding="utf-8") as config:
        config.write(f"\n{setting}")
    found = compare(tmp_path / "site")
    assert found.different == {}
    assert len(found.equal) == (17 if setting else 15)
    assert found.exact >= len(found.equal) - 1


@pytest.mark.parametrize(("name", "pages"), [("odd", 18), ("minima", 6)])
def test_every_page_of_an_invented_site_is_jekyll_s(compare, tmp_path, name, pages):
    """All that themes do: nested layouts, collections, data, neighbours, the heads of plugins."""
    shutil.copytree(DATA / name, tmp_path / "site")
    found = compare(tmp_path / "site")
    assert found.different == {}
    assert len(found.equal) == pages


@pytest.mark.skipif("DATELINE_SITES" not in os.environ, reason="no folder of sites is named")
def test_every_page_of_the_sites_in_a_folder_is_jekyll_s(compare):
    """`DATELINE_SITES` names a folder of sites that the Jekyll of this machine can build."""
    for site in sorted(Path(os.environ["DATELINE_SITES"]).iterdir()):
        if (site / "_config.yml").is_file():
            assert compare(site).different == {}, site.name
