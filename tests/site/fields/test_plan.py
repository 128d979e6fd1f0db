from editor.post.field_specs import HOUSE_FIELDS, FieldKind
from editor.post.form_plan import Inherited
from editor.site.fields.inherited import inherited_values
from editor.site.fields.learned import LearnedFields, Learner
from editor.site.fields.plan import plan_for
from editor.site.folders import Site
from editor.site.site_form import SiteForm, read_site_form


def plan(posts=(), form="", layout=None, inherited=None):
    """Give the plan of a post of a layout, in a site with these posts."""
    learner = Learner()
    for post in posts:
        learner.add(post)
    return plan_for(layout, learner.learned(), read_site_form(form), inherited or {})


def test_without_posts_the_form_has_the_fields_of_the_house():
    """A new site begins with what Jekyll knows."""
    assert plan().order == tuple(spec.key for spec in HOUSE_FIELDS)
    assert plan_for("post", LearnedFields(), SiteForm(), {}).order == plan().order


def test_fields_that_most_posts_have_come_where_the_files_have_them():
    """And those of the house that no post uses stay away; one can always add them."""
    posts = [
        {
            "layout": "post",
            "lang": "en",
            "title": "A",
            "subtitle": "B",
            "author": "C",
            "date": "2025-11-17",
        }
    ] * 20
    found = plan(posts, layout="post")
    assert found.order == (
        "title",
        "lang",
        "subtitle",
        "author",
        "date",
        "categories",
        "tags",
        "layout",
    )


def test_a_site_that_says_category_is_not_asked_for_categories():
    """The form speaks as the site does, and technical fields stand at its foot."""
    posts = [{"permalink": f"/{n}", "title": "A", "category": "b"} for n in range(20)]
    order = plan(posts).order
    assert order == ("title", "date", "category", "tags", "permalink", "layout")


def test_a_layout_with_enough_posts_has_its_own_fields():
    """Reviews have stars; with two reviews the whole site is asked instead."""
    news = [{"layout": "post", "title": "A"}] * 30
    reviews = [{"layout": "review", "title": "A", "stars": 4}] * 6
    assert "stars" in plan(news + reviews, layout="review").order
    assert "stars" not in plan(news + reviews, layout="post").order
    assert "stars" not in plan(news + reviews[:2], layout="review").order
    assert plan(news + reviews).spec_for("stars").kind is FieldKind.NUMBER


def test_a_layout_that_the_config_gives_counts():
    """A post that names no layout is not without one."""
    reviews = [{"layout": "review", "title": "A", "stars": 4}] * 6
    inherited = {"layout": Inherited("review", "From _config.yml, for all posts")}
    assert "stars" in plan([{"title": "B"}] * 30 + reviews, inherited=inherited).order


def test_what_the_site_declares_comes_before_what_it_taught():
    """Order, labels, kinds, and fields to leave out."""
    form = (
        "order: [title, stars]\n"
        "fields:\n  stars: {label: Stars, kind: choice, choices: [1, 2]}\n"
        "  image: {hidden: true}\n"
        "  extra: {}\n"
        "layouts:\n  review:\n    fields:\n      book: {required: true}\n"
    )
    found = plan([{"title": "A", "stars": 4}] * 9, form, "review")
    assert found.order[:2] == ("title", "stars")
    assert found.spec_for("stars").kind is FieldKind.CHOICE
    assert found.order.index("extra") < found.order.index("layout")
    assert found.spec_for("book").required
    assert "image" not in found.order
    assert found.hidden == {"image"}
    assert "book" not in plan([], form, "post").order


def test_what_a_post_inherits_is_told_with_its_source(site):
    """The most special set wins, and it is the one that is named."""
    (site / "_config.yml").write_bytes(
        b"defaults:\n"
        b"- {scope: {path: ''}, values: {toc: false, author: Desk}}\n"
        b"- {scope: {path: '', type: posts}, values: {layout: post}}\n"
        b"- {scope: {path: _posts/news, type: posts}, values: {author: News}}\n"
        b"- {scope: {type: pages}, values: {nav: true}}\n"
    )
    found = inherited_values(Site.open(site), site / "_posts" / "news" / "2025-11-17-a.md")
    assert found == {
        "toc": Inherited(False, "From _config.yml, for all files"),
        "author": Inherited("News", "From _config.yml, for posts in _posts/news"),
        "layout": Inherited("post", "From _config.yml, for all posts"),
    }
    draft = inherited_values(Site.open(site), site / "_drafts" / "a.md")
    assert draft["author"].value == "Desk"


def test_a_site_without_defaults_gives_nothing(site):
    """Nothing is greyed where nothing is inherited."""
    assert inherited_values(Site.open(site), site / "_posts" / "2025-11-17-a.md") == {}


def test_the_order_of_the_files_is_known_beside_that_of_the_form():
    """A new key finds its place in the file; a rare one has none."""
    posts = [{"layout": "post", "title": "A", "date": "2025-11-17"}] * 9 + [{"odd": 1}]
    found = plan(posts)
    assert found.file_order == ("layout", "title", "date")
    assert found.place_of("title", ["tags", "layout"]) == "layout"
    assert found.place_of("date", ["layout", "title", "x"]) == "title"
    assert found.place_of("layout", ["title"]) is None
    assert found.place_of("odd", ["title"]) is None
