"""What common plugins write, and the stubs of those that cannot run here."""

import re

import pytest

POST = "_posts/2025-03-04-p.md"
FIGURE = """
module Site
  class FigureTag < Liquid::Tag
  end
  class BoxBlock < Liquid::Block
  end
  module Words
    def shout(input)
    end
  end
end
Liquid::Template.register_tag('figure', Site::FigureTag)
Liquid::Template.register_tag("box", Site::BoxBlock)
Liquid::Template.register_filter(Site::Words)
"""


def test_tags_and_filters_of_the_site_s_own_plugins_are_labelled_stubs(rendered):
    """They cannot run without Ruby; what stands in a block still shows."""
    page = rendered(
        {
            "_plugins/figure.rb": FIGURE,
            POST: "---\n---\n{% figure a.png %} {% box %}in *it*{% endbox %} "
            "{{ 'x' | shout: 1 }}\n",
        }
    )
    assert page.level == "stub: figure.rb"
    assert page.stubs == ("figure.rb",)
    assert "{% figure a.png %}</span>" in page.html
    assert "in <em>it</em>" in page.html
    assert not page.stops_build


def test_a_plugin_that_nobody_knows_may_bring_any_tag(rendered):
    """Its tags are stubs too, and the ends of its blocks vanish; Liquid's own ends stay."""
    page = rendered(
        {
            "_config.yml": "plugins: [jekyll-strange]\n",
            POST: "---\n---\n{% odd %}{% if true %}a{% else %}b{% endif %}{% endodd %}\n",
        }
    )
    assert page.level == "stub: jekyll-strange"
    assert page.html.endswith("</span>a</p>\n")
    assert not page.stops_build


def test_without_a_plugin_a_tag_that_nobody_knows_stops_jekyll(rendered):
    """And is not hidden behind a stub."""
    page = rendered({POST: "---\n---\n{% seo %}\n"})
    assert page.stops_build


@pytest.mark.parametrize(
    "gemfile",
    [
        "group :jekyll_plugins do\n  gem 'jekyll-feed'\nend\n",
        'gem "jekyll-feed", "~> 0.9", group: :jekyll_plugins\n',
        "gem 'github-pages', group: :jekyll_plugins\n",
    ],
)
def test_plugins_of_the_gemfile_count(rendered, gemfile):
    """Jekyll loads those of one group, and GitHub a whole set."""
    page = rendered({"Gemfile": gemfile, POST: "---\n---\n{% feed_meta %}\n"})
    assert 'type="application/atom+xml"' in page.html
    assert page.stubs == ()


def test_small_plugins_write_what_they_write(rendered):
    """A gist as its link and script, a face, a picture for a short name, a link for a person."""
    plugins = "[jekyll-gist, jekyll-avatar, jemoji, jekyll-mentions]"
    page = rendered(
        {
            "_config.yml": f"plugins: {plugins}\n",
            POST: "---\n---\n{% gist a/1 x.rb %} {% avatar ann size=20 %}\n\n"
            ":+1: `:+1:` :nope: @ann a@b.c\n",
        }
    )
    assert 'src="https://gist.github.com/a/1.js?file=x.rb"' in page.html
    assert 'class="avatar avatar-small" alt="ann" width="20"' in page.html
    assert page.html.count('<img class="emoji"') == 1
    assert ":nope:" in page.html
    assert page.html.count('class="user-mention"') == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Hi @ann, (@dd) @hh_i @kk- /@nn @@ww @1a",
            ["ann", "dd", "hh_i", "kk-", "nn", "ww", "1a"],
        ),
        ("@ss@tt and **@rr**", ["ss", "rr"]),
        ("a@b.c @-jj @oo/pp @a.b x@yy `@qq` [@vv](x) @mention @mentions", []),
    ],
)
def test_people_are_mentioned_where_the_plugin_finds_them(rendered, text, names):
    """jekyll-mentions: not in addresses, paths, code or links."""
    config = "plugins: [jekyll-mentions]\n"
    html = rendered({"_config.yml": config, POST: f"---\n---\n{text}\n"}).html
    assert re.findall(r'class="user-mention">@(.*?)<', html) == names


def test_a_post_that_has_moved_sends_its_reader_on(rendered):
    """jekyll-redirect-from writes a page of its own, with the address as it stands."""
    page = rendered(
        {
            "_config.yml": "plugins: [jekyll-redirect-from]\n",
            POST: "---\nredirect_to: [https://new.example/?a=1&b=2]\n---\nGone.\n",
        }
    )
    assert 'content="0; url=https://new.example/?a=1&b=2"' in page.html
    assert "Gone" not in page.html


def test_a_site_may_lay_out_the_page_of_what_has_moved(rendered):
    """A layout of its own sees both addresses, the new one whole."""
    page = rendered(
        {
            "_config.yml": "plugins: [jekyll-redirect-from]\nurl: https://quay.example\n",
            "_layouts/redirect.html": "{{ page.redirect | map: 'to' }} {{ page.redirect.from }}",
            POST: "---\npermalink: /old/\nredirect_to: /new/\n---\nGone.\n",
        }
    )
    assert page.html == "https://quay.example/new/ /old/"


POSTS = {
    f"_posts/2025-01-0{day}-p{day}.md": f"---\ntitle: P{day}\nhidden: {day == 2}\n---\n"
    for day in range(1, 6)
}
LIST = (
    "---\ntitle: All\n---\n{{ paginator.posts | map: 'title' | join: ',' }} {{ paginator.page }}/"
    "{{ paginator.total_pages }} {{ paginator.total_posts }} {{ paginator.next_page_path }}"
    "[{{ paginator.previous_page }}]"
)


def test_a_list_is_cut_into_pages(rendered):
    """jekyll-paginate: hidden posts are left out, and the second page has an address."""
    config = "paginate: 3\nplugins: [jekyll-paginate]\n"
    page = rendered({"_config.yml": config, "index.html": LIST, **POSTS}, "index.html")
    assert page.html == "P5,P4,P3 1/2 4 /page2[]"


def test_a_list_may_stand_above_the_folder_of_its_further_pages(rendered):
    """Only one page lists posts: of those that may, the one with the longest path."""
    config = "paginate: 3\npaginate_path: blog/news/page:num\nplugins: [jekyll-paginate]\n"
    files = {"_config.yml": config, "index.html": LIST, **POSTS}
    assert rendered(files, "index.html").html == "P5,P4,P3 1/2 4 /blog/news/page2[]"
    files |= {"blog/index.html": LIST, "blog/other/index.html": LIST}
    assert rendered(files, "index.html").html == " /  []"
    assert rendered(files, "blog/other/index.html").html == " /  []"
    assert rendered(files, "blog/index.html").html == "P5,P4,P3 1/2 4 /blog/news/page2[]"


def test_templates_see_the_further_pages_of_a_list(rendered):
    """A menu of `site.pages` shows the list as often as it has pages."""
    config = "paginate: 2\nplugins: [jekyll-paginate]\n"
    menu = "---\n---\n{% for page in site.pages %}{{ page.title }} {{ page.url }};{% endfor %}"
    files = {"_config.yml": config, "index.html": LIST, "menu.html": menu, **POSTS}
    assert rendered(files, "menu.html").html == "All /; /menu.html;All /page2/;"


def test_templates_see_the_former_addresses_of_pages(rendered):
    """jekyll-redirect-from makes a page without a title of each."""
    config = "plugins: [jekyll-redirect-from]\nurl: https://quay.example\nbaseurl: /b\n"
    menu = (
        "---\ntitle: Menu\nredirect_from: old-menu.html\n---\n{% for page in site.pages %}"
        "{{ page.title }} {{ page.url }} {{ page.redirect.to }};{% endfor %}"
    )
    post = "---\nredirect_from: [/a/, /b.html]\n---\n"
    page = rendered({"_config.yml": config, "menu.html": menu, POST: post}, "menu.html")
    assert page.html == (
        "Menu /menu.html ; /a/ https://quay.example/b/2025/03/04/p.html;"
        " /b.html https://quay.example/b/2025/03/04/p.html;"
        " /old-menu.html https://quay.example/b/menu.html; /redirects.json ;"
    )


def test_a_site_without_the_plugin_has_no_list(rendered):
    """Jekyll says so when it builds, and the page has nothing to show."""
    page = rendered({"_config.yml": "paginate: 3\n", "index.html": LIST, **POSTS}, "index.html")
    assert page.html == " /  []"


def test_a_face_comes_from_the_server_that_the_plugin_takes(rendered):
    """It is chosen by the whole address; a variable may name the person."""
    page = rendered(
        {
            "_config.yml": "plugins: [jekyll-avatar]\n",
            POST: "---\nwho: hubot\nlayout: none\n---\n"
            "{% avatar hubot %} {% avatar user=page.who size=24 %}"
            " {% avatar {{ page.who }} lazy=true %}\n",
        }
    )
    real = [
        'src="https://avatars3.githubusercontent.com/hubot?v=3&amp;s=40"',
        'src="https://avatars0.githubusercontent.com/hubot?v=3&amp;s=24"',
        'data-src="https://avatars3.githubusercontent.com/hubot?v=3&amp;s=40"',
    ]
    assert [mark in page.html for mark in real] == [True] * 3


def test_minima_is_stood_in_for_where_its_gem_is_missing(rendered, monkeypatch):
    """The page is whole, and the corner says that it is a stand-in."""
    monkeypatch.setattr("editor.site.themes._homes", lambda site, patterns: iter(()))
    page = rendered(
        {
            "_config.yml": "title: Tides\ntheme: minima\nurl: https://t.example\n",
            "about.md": "---\nlayout: page\ntitle: About\n---\n",
            POST: "---\nlayout: post\ntitle: T & U\n---\nHi\n",
        }
    )
    assert page.level == "stub: minima"
    assert '<h1 class="post-title p-name" itemprop="name headline">T &amp; U</h1>' in page.html
    assert (
        '<a class="page-link" href="/about/">About</a>' in page.html or "/about.html" in page.html
    )
    assert '<link rel="canonical" href="https://t.example/2025/03/04/p.html" />' in page.html
    assert page.problems == ()
