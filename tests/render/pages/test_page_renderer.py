"""Whole pages: what is shown, at which level, and what is said to be wrong, with its place."""

import os
import time

import pytest

from editor.render.liquid.problems import Severity
from editor.render.pages.page_renderer import NotAPage, PageRenderer
from editor.site.model import SiteModel

POST = "_posts/2025-03-04-p.md"
LAYOUT = "<main>{{ content }}</main>"


def test_a_body_stands_in_its_layouts_from_the_inner_to_the_outer(rendered):
    """The inner layout's values win over the outer's."""
    page = rendered(
        {
            POST: "---\nlayout: inner\ntitle: T\n---\n*Hi*\n",
            "_layouts/inner.html": "---\nlayout: outer\nkind: inner\n---\n<i>{{ content }}</i>",
            "_layouts/outer.html": "---\nkind: outer\n---\n<o {{ layout.kind }}>{{ content }}</o>",
        }
    )
    assert page.html == "<o inner><i><p><em>Hi</em></p>\n</i></o>"
    assert (page.level, page.problems) == ("page as published", ())
    assert page.html[page.body_at :].startswith("<p><em>Hi")
    assert (page.url, page.file) == ("/2025/03/04/p.html", "2025/03/04/p.html")


def test_the_body_alone_is_asked_for(site):
    """For the reading look, and for `--body`."""
    root = site({POST: "---\nlayout: l\n---\nHi\n", "_layouts/l.html": LAYOUT})
    page = PageRenderer(SiteModel.open(root)).body(root / POST)
    assert (page.html, page.level) == ("<p>Hi</p>\n", "body as published")


def test_what_is_being_written_is_shown_before_it_is_saved(site):
    """The title in a list of the layout is the new one, and the other posts stay as they are."""
    root = site(
        {
            POST: "---\nlayout: l\ntitle: Old\n---\nOld.\n",
            "_posts/2025-03-03-before.md": "---\ntitle: Before\n---\n",
            "_layouts/l.html": "{{ site.posts | map: 'title' | join: ',' }} "
            "{{ page.previous.title }}\n{{ content }}",
        }
    )
    renderer = PageRenderer(SiteModel.open(root))
    source = "---\nlayout: l\ntitle: New\n---\nNew.\n"
    assert renderer.page(root / POST, source).html == "New,Before Before\n<p>New.</p>\n"
    assert renderer.page(root / POST).html == "Old,Before Before\n<p>Old.</p>\n"


@pytest.mark.parametrize(
    "name", ["_drafts/idea.md", "_posts/2999-01-01-later.md", "_posts/2020-01-01-off.md"]
)
def test_a_post_that_does_not_show_yet_is_shown_as_it_will_be(rendered, name):
    """A draft, a post of the future, and one that is switched off."""
    page = rendered({name: "---\npublished: false\ntitle: T\n---\n{{ site.posts.size }}\n"}, name)
    assert page.html == "<p>1</p>\n"


def test_a_new_post_need_not_be_on_the_disk(site):
    """It has a path, and a text."""
    root = site({"index.md": "---\n---\n"})
    page = PageRenderer(SiteModel.open(root)).page(
        root / POST, "---\ntitle: T\n---\n{{ page.title }}"
    )
    assert page.html == "<p>T</p>\n"


def test_a_layout_that_is_not_there_is_said_and_the_text_shows(rendered):
    """As in Jekyll, which only warns."""
    page = rendered({POST: "---\nlayout: posts\n---\nHi\n"})
    assert page.html == "<p>Hi</p>\n"
    (problem,) = page.problems
    assert (problem.file, problem.severity) == (POST, Severity.WARNING)
    assert "There is no layout “posts”" in problem.sentence


def test_layouts_that_stand_in_each_other_end(rendered):
    """Jekyll stops silently at a layout that it has used."""
    page = rendered(
        {
            POST: "---\nlayout: a\n---\nx\n",
            "_layouts/a.html": "---\nlayout: b\n---\n(a {{ content }})",
            "_layouts/b.html": "---\nlayout: a\n---\n(b {{ content }})",
        }
    )
    assert page.html == "(b (a <p>x</p>\n))"


def test_a_mistake_in_the_body_has_the_line_of_the_file(rendered):
    """Front matter and the blank lines behind it are counted."""
    page = rendered({POST: "---\ntitle: T\n---\n\n\nOne\n{% nope %}\n"})
    (problem,) = page.problems
    assert (problem.file, problem.line) == (POST, 7)
    assert problem.severity is Severity.ERROR
    assert page.stops_build
    assert "Unknown tag 'nope'" in problem.detail


def test_a_mistake_in_a_layout_or_an_include_names_that_file(rendered):
    """So that the writer knows whom to ask."""
    page = rendered(
        {
            POST: "---\nlayout: l\n---\nHi\n",
            "_layouts/l.html": "---\na: b\n---\n<p>\n{{ 1 | divided_by: 0 }}\n"
            "{% include x.html %}",
            "_includes/x.html": "\n\n{{ 'a' | date_to_xmlschema }}",
        }
    )
    places = [(problem.file, problem.line) for problem in page.problems]
    assert places == [("_layouts/l.html", 5), ("_includes/x.html", 3)]


def test_broken_front_matter_and_data_and_config_are_problems_not_failures(rendered):
    """The page is there, and says what Jekyll would say."""
    page = rendered(
        {
            POST: "---\ntitle: a: b\n---\n{{ site.data.bad }}Hi\n",
            "_data/bad.yml": "a: [",
            "_config.yml": "title: [\n",
        }
    )
    assert "Hi" in page.html
    said = " ".join(problem.sentence for problem in page.problems)
    for part in ("without its front matter", "bad.yml", "_config.yml"):
        assert part in said


def test_a_date_that_stops_jekyll_is_said(site):
    """There is no page then, in Jekyll either."""
    root = site({POST: "---\ntitle: T\n---\nHi\n"})
    renderer = PageRenderer(SiteModel.open(root))
    page = renderer.page(root / POST, "---\ndate: never\n---\nHi\n")
    assert page.stops_build
    with pytest.raises(NotAPage):
        renderer.page(root / "_posts" / "2025-01-01-new.md", "---\ndate: never\n---\nHi\n")


def test_a_file_that_is_no_page_is_refused(site):
    """A layout, an include, a picture."""
    root = site({"_layouts/l.html": "x", "a.txt": "x"})
    renderer = PageRenderer(SiteModel.open(root))
    for name in ("_layouts/l.html", "a.txt", "nothing.md"):
        with pytest.raises(NotAPage):
            renderer.page(root / name)


def test_a_theme_that_is_not_here_leaves_the_body(rendered):
    """And the corner says so."""
    page = rendered(
        {"_config.yml": "theme: nowhere-at-all\n", POST: "---\nlayout: post\n---\nHi\n"}
    )
    assert (page.html, page.level) == ("<p>Hi</p>\n", "body as published")
    assert "not on this machine" in page.problems[0].sentence


def test_each_block_of_the_body_knows_its_lines(rendered):
    """Through Liquid, which adds and takes lines, and Markdown."""
    loop = "{% for i in (1..2) %}\n- x{{ i }}\n{% endfor %}\n"
    body = f"# A\n\n{{% if true %}}\none\n{{% endif %}}\n\n{loop}\nend\n"
    page = rendered({POST: f"---\ntitle: T\n---\n{body}"}, source_lines=True)
    found = {block.html.split(">")[1].split("<")[0]: block.line for block in page.blocks}
    assert found["A"] == 4
    assert found["one"] == 7
    assert found["end"] == 14
    assert 'data-line="14"' in page.html


def test_a_front_matter_that_switches_liquid_off_is_heeded(rendered):
    """The braces stay."""
    page = rendered({POST: "---\nrender_with_liquid: false\n---\n{{ page.title }}\n"})
    assert page.html == "<p>{{ page.title }}</p>\n"


def test_includes_that_include_themselves_end(rendered):
    """With a problem, at once."""
    started = time.monotonic()
    page = rendered(
        {POST: "---\n---\n{% include a.html %}", "_includes/a.html": "{% include a.html %}"}
    )
    assert page.problems
    assert time.monotonic() - started < 5


def test_posts_that_show_each_other_in_full_end(rendered):
    """Each asks for the body of the one before, which asks for the next."""
    posts = {
        f"_posts/2025-01-{day:02d}-p.md": "---\n---\nx{{ page.previous.content }}y\n"
        for day in range(1, 29)
    }
    page = rendered(posts, "_posts/2025-01-28-p.md")
    assert page.html.startswith("<p>x")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_nothing_outside_the_site_is_shown(rendered, tmp_path_factory):
    """Links to other places are no includes, layouts, data or posts."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.yml").write_text("a: secret")
    (outside / "secret.html").write_text("secret")
    files = {
        POST: "---\nlayout: out\n---\n{% include out.html %}{{ site.data.out.a }}"
        "{% include_relative ../out.html %}Hi\n",
        "_layouts/x.html": "",
        "_includes/x.html": "",
        "_data/x.yml": "",
    }
    page = rendered(files)
    root = tmp_path_factory.getbasetemp()
    assert root.exists()
    for folder, name in (("_layouts", "html"), ("_includes", "html"), ("_data", "yml")):
        where = next(path for path in root.rglob(folder) if (path / f"x.{name}").exists())
        (where / f"out.{name}").symlink_to(outside / f"secret.{name}")
    page = rendered(files)
    assert "secret" not in page.html


def test_a_page_has_no_related_posts(rendered):
    """Only a post has: on a page the list is nothing at all, not an empty one."""
    text = "---\n---\n{{ site.related_posts | inspect }}"
    posts = {f"_posts/2025-01-0{day}-p.md": "---\n---\n" for day in range(1, 4)}
    assert rendered({"index.html": text, **posts}, "index.html").html == "nil"


def test_the_documents_of_a_site_are_its_files_without_front_matter_too(rendered):
    """What lies in a collection without front matter is copied, and counts as a document."""
    page = rendered(
        {
            "_config.yml": "collections: {reefs: {output: true}}\n",
            "_reefs/a.md": "---\n---\n",
            "_reefs/map.txt": "x",
            "index.html": "---\n---\n{% for each in site.documents %}{{ each.path }};{% endfor %}",
        },
        "index.html",
    )
    assert page.html == "_reefs/a.md;_reefs/map.txt;"


def test_a_page_whose_front_matter_is_not_closed_shows_it_as_text(rendered):
    """Its first line makes it a page; the rest is its body, with a rule for the dashes."""
    page = rendered({"about.md": "---\ntitle: About\n\nUs.\n"}, "about.md")
    assert page.html == "<hr />\n<p>title: About</p>\n\n<p>Us.</p>\n"


def test_a_style_sheet_in_a_page_is_laid_out_as_the_site_sets_it(rendered):
    """`sass: {style: ...}`: a rule has a line of its own where nothing is set."""
    text = "---\n---\n{% capture a %}a { b { c: d; e: f } }{% endcapture %}{{ a | scssify }}"
    assert rendered({"index.html": text}, "index.html").html == "a b { c: d; e: f; }\n"
    config = "sass:\n  style: :compressed\n"
    assert (
        rendered({"_config.yml": config, "index.html": text}, "index.html").html
        == "a b{c:d;e:f}\n"
    )


def test_a_site_with_a_newer_kramdown_has_its_footnotes(rendered):
    """The release in `Gemfile.lock` counts; without one it is that of GitHub and Debian."""
    post = {"index.md": "---\n---\nA[^1]\n\n[^1]: B\n"}
    assert 'role="doc-noteref"' in rendered(post, "index.md").html.partition("<a")[0]
    lock = "GEM\n  specs:\n    kramdown (2.5.1)\n"
    page = rendered({"Gemfile.lock": lock, **post}, "index.md")
    assert 'role="doc-noteref"' in page.html.partition("<a")[2].partition(">")[0]
