"""Sass, after Liquid, inside the folders of the site and its theme."""

import pytest

from editor.render.pages.page_renderer import PageRenderer
from editor.render.pages.style_sheets import IS_HERE, StyleSheets
from editor.site.model import SiteModel

pytestmark = pytest.mark.skipif(not IS_HERE, reason="no libsass for this machine")


def test_a_style_sheet_is_compiled_after_liquid(site):
    """With what it imports from `_sass`, and the address that the page asks for."""
    root = site(
        {
            "_sass/part.scss": "$c: red; a { color: $c; }",
            "_sass/deep/_inner.sass": "b\n  margin: 1px\n",
            "assets/main.scss": '---\n---\n@import "part", "deep/inner"; i { top: {{ 2 }}px; }',
        }
    )
    asset = PageRenderer(SiteModel.open(root)).asset("/assets/main.css")
    assert asset.problems == ()
    assert "".join(asset.text.split()) == "a{color:red;}b{margin:1px;}i{top:2px;}"


def test_a_picture_is_told_by_its_file(site):
    """Its address may be encoded."""
    root = site({"assets/a b.txt": "x"})
    renderer = PageRenderer(SiteModel.open(root))
    asset = renderer.asset("/assets/a%20b.txt")
    assert (asset.text, asset.path) == (None, root / "assets" / "a b.txt")
    assert renderer.asset("/nothing.css") is None


@pytest.mark.parametrize(
    "source",
    [
        '@import "/etc/passwd";',
        '@import "../../../../etc/passwd";',
        '@import "outside";',
        '@import "out/../../outside";',
    ],
)
def test_nothing_outside_the_folders_is_imported(tmp_path, source):
    """By no way that a path has."""
    (tmp_path / "sass" / "out").mkdir(parents=True)
    (tmp_path / "outside.scss").write_text("a { content: secret }")
    sheet = StyleSheets([tmp_path / "sass"]).compiled(source, is_indented=False)
    assert "secret" not in sheet.css
    assert "root:" not in sheet.css
    assert sheet.problem is not None


def test_a_mistake_has_its_line_and_the_source_stays(tmp_path):
    """The page goes without that style sheet, and says why."""
    sheet = StyleSheets([tmp_path]).compiled("a {\n  b: c;\n  d e;\n}", is_indented=False)
    assert sheet.css == "a {\n  b: c;\n  d e;\n}"
    assert sheet.problem.line == 3


def test_a_changed_part_is_compiled_anew(tmp_path):
    """What is kept is looked after."""
    part = tmp_path / "part.scss"
    sheets = StyleSheets([tmp_path])
    for colour in ("red", "lime"):
        part.write_text(f"a {{ color: {colour}; }}")
        assert colour in sheets.compiled('@import "part";', is_indented=False).css
        part.unlink()


def test_modules_of_a_newer_sass_are_named(tmp_path):
    """The compiler does not know them; the sentence says so."""
    sheet = StyleSheets([tmp_path]).compiled(
        '@use "sass:math";\na { b: math.div(1, 2) }', is_indented=False
    )
    assert "newer Sass" in sheet.problem.sentence
