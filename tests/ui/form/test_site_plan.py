"""What a site teaches the form, as one sees it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor.post.field_specs import Choice, Condition, FieldKind, FieldSpec
from editor.post.form_plan import FormPlan, Inherited
from editor.ui.form.link_button import LinkButton
from editor.ui.form.vocabulary import Vocabulary

STARS = FieldSpec("stars", "Stars", FieldKind.CHOICE, choices=(Choice(1, "*"), Choice(2, "**")))
DEFAULTS = "From _config.yml, for all posts"


def plan(*order, specs=(), **inherited):
    """Give a plan with these fields, and what the config gives."""
    given = {key: Inherited(value, DEFAULTS) for key, value in inherited.items()}
    return FormPlan(order, {spec.key: spec for spec in specs}, given)


def link(desk, words):
    """Find a link by its words."""
    found = [each for each in desk.form.findChildren(LinkButton) if each.isVisible()]
    return next(each for each in found if each.text() == words)


def test_what_the_config_gives_is_greyed_and_written_only_when_changed(desk):
    """It is no value of the file until somebody types another one."""
    desk.form.set_plan(
        plan("title", "author", "tags", "published", author="Desk", tags=["a"], published=True)
    )
    desk.open("title: A\n")
    author = desk.input("Author")
    assert (author.text(), author.placeholderText()) == ("", "Desk")
    assert author.accessibleDescription() == f"Desk. {DEFAULTS}"
    assert desk.input("Tags").placeholderText() == "a"
    assert desk.shown("Published") == "Yes"
    assert desk.notes().count(DEFAULTS) == 3
    desk.go_to("Author")
    desk.type("Me")
    assert desk.lines == "title: A\nauthor: Me\n"
    assert f"{DEFAULTS}: Desk" in desk.notes()


# A screen that is only kept in memory has no keyboard to grab for a menu.
@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_back_to_the_default_takes_the_key_out(desk):
    """The menu says what counts then."""
    desk.form.set_plan(plan("title", "author", author="Desk"))
    desk.open("title: A\nauthor: Me\n")
    author = desk.go_to("Author")
    place = author.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, author.mapToGlobal(place))
    QApplication.sendEvent(author, asked)
    menu = QApplication.activePopupWidget()
    entries = {action.text(): action for action in menu.actions()}
    assert "Back to the default: Desk" in entries
    entries["Back to the default: Desk"].trigger()
    assert desk.lines == "title: A\n"


def test_a_word_unlike_the_rest_is_wondered_about_and_mended_with_a_click(desk):
    """A slip in a tag, in the list and in the sentence under it."""
    desk.open("tags: [ferry, harbor]\n")
    desk.form.set_vocabulary(Vocabulary(tags={"harbour": 30, "harbor": 1, "ferry": 9}))
    assert "“harbor” is used once; “harbour” 30 times." in desk.notes()
    QTest.mouseClick(link(desk, "Use “harbour”"), Qt.MouseButton.LeftButton)
    assert desk.lines == "tags: [ferry, harbour]\n"
    assert not any("harbor" in note for note in desk.notes())


def test_no_word_is_wondered_about_while_it_is_being_typed(desk):
    """A name that is half written is unlike every name."""
    desk.open("author: News desk\n")
    desk.form.set_vocabulary(Vocabulary(authors={"News desk": 90}))
    desk.go_to("Author")
    desk.press(Qt.Key.Key_End)
    desk.press(Qt.Key.Key_Backspace)
    assert not any("News" in note for note in desk.notes())
    desk.go_to("Title")
    assert "“News des” is used nowhere else; “News desk” 90 times." in desk.notes()


@pytest.mark.parametrize(
    ("lines", "words", "result"),
    [
        ("tags: one, two three\n", "Make it a list: one · two three", "tags: [one, two three]\n"),
        ("tag: a\ntags: [b, c]\n", "Put all under “tags”", "tags: [a, b, c]\n"),
        ("tag: a\ntags: b c\n", "Put all under “tags”", "tags: a b c\n"),
        ("Title: T\n", "Call it “title”", "title: T\n"),
        ("published: 'no'\n", "Write false without quotes", "published: false\n"),
        ("categories: 2025\n", "Make it a list", 'categories: ["2025"]\n'),
    ],
)
def test_a_trap_of_jekyll_is_mended_with_one_click(desk, lines, words, result):
    """As one step, which one undo takes back."""
    desk.open(lines)
    steps = []
    desk.form.fields_edited.connect(lambda key, edits: steps.append(edits))
    button = link(desk, words)
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(steps) == 1
    assert desk.lines.replace("'", '"') == result


def test_a_choice_is_made_among_what_the_site_allows(desk):
    """A number stays a number, and a value that is none of them is shown and stays."""
    desk.form.set_plan(plan("title", "stars", specs=[STARS]))
    desk.open("title: A\n")
    box = desk.go_to("Stars")
    assert desk.shown("Stars") == "Not set"
    desk.press(Qt.Key.Key_Up)
    assert desk.lines == "title: A\nstars: 2\n"
    desk.open("title: A\nstars: 9\n")
    assert [box.itemText(row) for row in range(box.count())] == ["*", "**", "9", "Not set"]
    assert any("none of the site’s choices" in note for note in desk.notes())
    desk.go_to("Stars")
    desk.press(Qt.Key.Key_Down)
    assert desk.lines == "title: A\n"


def test_a_field_is_asked_for_only_when_another_one_calls_for_it(desk):
    """It comes with the value that wants it, and never hides what the file has."""
    book = FieldSpec("book", "Book", FieldKind.TEXT, shown_when=(Condition("kind", ("review",)),))
    desk.form.set_plan(plan("title", "kind", "book", specs=[book]))
    desk.open("title: A\nkind: revie\n")
    assert not any(
        each.accessibleName() == "Book" and each.isVisible()
        for each in desk.form.findChildren(QWidget)
    )
    desk.go_to("Kind")
    desk.press(Qt.Key.Key_End)
    desk.type("w")
    assert desk.input("Book").isVisible()
    desk.open("title: A\nbook: B\n")
    assert desk.shown("Book") == "B"


def test_what_is_wrong_with_the_sites_own_form_stands_at_its_foot(desk):
    """And goes when it is mended."""
    desk.open("title: A\n")
    desk.form.set_site_notes(["dateline.yml, line 4: “lable” is no setting."])
    assert "dateline.yml, line 4: “lable” is no setting." in desk.notes()
    desk.form.set_site_notes([])
    assert not any("dateline.yml" in note for note in desk.notes())


def test_another_post_is_named_from_those_of_the_site(desk):
    """Typing finds it; a name that no post has is told once the field is left."""
    spec = FieldSpec("series", "Series", FieldKind.POST)
    desk.form.set_plan(plan("title", "series", specs=[spec]))
    desk.form.set_posts({"2025-11-17-ferry": "A ferry", "2025-11-12-bridge": "It opens"})
    desk.open("title: A\n")
    desk.go_to("Series")
    desk.type("opens")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert desk.front_matter.value("series") == "2025-11-12-bridge"
    desk.type("x")
    assert not any("No post" in note for note in desk.notes())
    desk.go_to("Title")
    assert any("No post of this site has this name." in note for note in desk.notes())


@pytest.mark.parametrize("kind", [kind for kind in FieldKind if kind is not FieldKind.TITLE])
def test_a_site_may_want_any_kind_for_any_field(desk, kind):
    """Even a title that is a group: what the file has is shown as what it is, and stays."""
    keys = ("title", "date", "tags", "image")
    specs = [FieldSpec(key, key.title(), kind, parts=(STARS,)) for key in keys]
    desk.form.set_plan(plan(*keys, specs=specs))
    lines = "title: A\ndate: 2025-11-17\ntags: [a, b]\nimage: {path: /a.png}\n"
    for text in (lines, "layout: post\n", "title: {a: 1}\ndate: [a]\ntags: x\nimage: 5\n"):
        desk.open(text)
        desk.form.commit()
        assert desk.said == []
        assert desk.lines == text


def test_a_site_may_hide_every_field(desk):
    """Then the raw front matter is there, and more fields can be asked for."""
    keys = ("title", "date")
    desk.form.set_plan(FormPlan((), hidden=frozenset(keys)))
    desk.open("title: A\ndate: 2025-11-17\n")
    assert not [
        each
        for each in desk.form.findChildren(QWidget)
        if each.accessibleName() == "Title" and each.isVisible()
    ]
    desk.form.setFocus()
    assert QApplication.focusWidget() is not None
    desk.form.focus_field("title")
    assert desk.lines == "title: A\ndate: 2025-11-17\n"


def test_a_new_key_stands_where_the_sites_files_have_it(desk):
    """Not at the end, where a colleague would not look for it."""
    order = ("layout", "title", "subtitle", "date", "tags")
    desk.form.set_plan(FormPlan(("title", "subtitle"), file_order=order))
    desk.open("layout: post\ntitle: A\n# dated\ndate: 2025-11-17\n")
    desk.go_to("Subtitle")
    desk.type("B")
    assert desk.lines == "layout: post\ntitle: A\nsubtitle: B\n# dated\ndate: 2025-11-17\n"
    desk.press(Qt.Key.Key_Backspace)
    assert desk.lines == "layout: post\ntitle: A\n# dated\ndate: 2025-11-17\n"


def test_a_field_of_another_name_may_hold_an_author(desk):
    """`translator` has the same people on offer, found by their names too."""
    spec = FieldSpec("translator", "Translator", FieldKind.AUTHOR)
    desk.form.set_plan(plan("title", "translator", specs=[spec]))
    desk.form.set_vocabulary(Vocabulary(authors={"zoe": 4}, author_names={"zoe": "Zoë Ülker"}))
    desk.open("title: A\n")
    desk.go_to("Translator")
    desk.type("ulk")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert desk.front_matter.value("translator") == "zoe"
