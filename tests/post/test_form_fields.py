import pytest

from editor.post.field_specs import COMMON_FIELDS, HOUSE_FIELDS, FieldKind, spec_for
from editor.post.form_field import items_as_text
from editor.post.form_fields import form_fields
from editor.post.front_matter import FrontMatter

Kind = FieldKind


def fields(lines, added=()):
    """Give the fields that a form shows for these lines, by key."""
    front_matter = FrontMatter.read(f"---\n{lines}---\n")
    return {each.key: each for each in form_fields(front_matter, added)}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("title: 2025", Kind.TITLE),
        ("title: [a]", Kind.RAW),
        ("date: TBD", Kind.MOMENT),
        ("date: [2025-11-17]", Kind.RAW),
        ("author: News desk", Kind.AUTHOR),
        ("author: [A, B]", Kind.RAW),
        ("author: {name: A}", Kind.MAP),
        ("authors: [A, B]", Kind.CHIPS),
        ("tags: a b", Kind.CHIPS),
        ("tags: [a, 2025]", Kind.CHIPS),
        ("tags: [a, ~]", Kind.RAW),
        ("tags: [a, [b]]", Kind.RAW),
        ("tags:", Kind.CHIPS),
        ("tags: 2025", Kind.RAW),
        ("excerpt: Short", Kind.LONG_TEXT),
        ("image: /a.png", Kind.IMAGE),
        ("image: {path: /a.png}", Kind.MAP),
        ("layout: post", Kind.LAYOUT),
        ("published: no", Kind.YES_NO),
        ("published: 'no'", Kind.TEXT),
        ("weight: 12", Kind.NUMBER),
        ("ratio: 1.5", Kind.NUMBER),
        ("toc: true", Kind.YES_NO),
        ("expires: 2025-11-17", Kind.MOMENT),
        ("expires: 2025-11-17 10:00:00", Kind.MOMENT),
        ("expires: '2025-11-17'", Kind.TEXT),
        ("subtitle: Short", Kind.TEXT),
        ("subtitle:", Kind.TEXT),
        (f"subtitle: {'long ' * 30}", Kind.LONG_TEXT),
        ("subtitle: |\n  a\n  b", Kind.LONG_TEXT),
        ("redirect_from: /old/", Kind.TEXT),
        ("redirect_from: [/old/]", Kind.CHIPS),
        ("links: [{a: 1}]", Kind.MAPS),
        ("links: {a: [1, {b: 2}]}", Kind.RAW),
        ("links: {2025: a}", Kind.RAW),
        ("links: {a: {b: {c: {d: 1}}}}", Kind.RAW),
    ],
)
def test_a_value_gets_the_input_that_does_not_change_its_type(line, kind):
    """The type in the file decides, not the name of the key alone."""
    key = line.partition(":")[0]
    assert fields(f"{line}\n")[key].spec.kind is kind


def test_the_house_fields_come_first_in_their_order():
    """Other keys follow as the file has them."""
    keys = list(fields("zebra: 1\nlayout: post\nalpha: 2\n"))
    assert keys == [spec.key for spec in HOUSE_FIELDS] + ["zebra", "alpha"]


def test_a_singular_key_stands_in_for_the_plural():
    """`tag` and `category` stand in place of an empty field, and beside a full one."""
    assert "tags" not in fields("tag: a\n")
    assert list(fields("category: a\ncategories: [b]\n"))[3:5] == ["categories", "category"]


def test_what_describes_an_image_stands_under_it():
    """The words for those who do not see the picture are edited beside it."""
    keys = list(fields("image_alt: A ferry\nlayout: post\nimage: /a.png\n"))
    assert keys[keys.index("image") + 1] == "image_alt"


def test_a_field_that_was_asked_for_comes_last():
    """One that the file has meanwhile is not shown twice."""
    assert list(fields("zebra: 1\n", ["beta", "zebra"]))[-2:] == ["zebra", "beta"]


def test_items_are_read_as_jekyll_reads_them_and_spelled_as_the_file_does():
    """Words part at blanks, but not at no-break spaces; numbers keep their digits."""
    assert fields("tags: one two\u00a0three\n")["tags"].items == ("one", "two\u00a0three")
    assert fields("tag: one two\n")["tag"].items == ("one two",)
    assert fields("tags: [1.50, yes, 'a b']\n")["tags"].items == ("1.50", "yes", "a b")
    assert fields("tags:\n")["tags"].items == ()


def test_words_stay_words_as_long_as_each_is_one():
    """A list is written only when it must be, and never where the file has one."""
    assert items_as_text("tags", "a b", ["a", "c"]) == "a c"
    assert items_as_text("tags", "a b", ["a b"]) is None
    assert items_as_text("tags", ["a"], ["a"]) is None
    assert items_as_text("tag", "a", ["b c"]) == "b c"
    assert items_as_text("tag", "a", ["a", "b"]) is None


def test_a_mapping_is_shown_without_the_blanks_before_it():
    """What stands under a key begins at the left, and keeps its own levels."""
    shown = fields("header:\n    a:\n      b: 1\n    c: 2\n")["header"]
    assert shown.text == "a:\n  b: 1\nc: 2"


def test_the_last_of_two_equal_keys_is_shown_with_a_warning():
    """Jekyll uses the last."""
    title = fields("title: One\ntitle: Two\ntitle: Three\n")["title"]
    assert title.text == "Three"
    assert title.warning == "title appears three times; Jekyll uses the last."


@pytest.mark.parametrize(
    ("lines", "key", "part"),
    [
        ("tags: a\ntag: b\n", "tags", "has “tag” too"),
        ("tags: a\ntag: ~\n", "tags", ""),
        ("Title: T\n", "Title", "looks for “title”"),
        ("tags: 'a, b'\n", "tags", "at blanks only"),
        ("tags: a b\n", "tags", ""),
        ("tags: 2025\n", "tags", "drops these tags"),
        ("categories: true\n", "categories", "drops the whole front matter"),
        ("categories:\n", "categories", ""),
        ("published: 'no'\n", "published", "the text “no”, which Jekyll takes for yes"),
        ('toc: "True"\n', "toc", "takes for yes"),
        ("toc: on the left\n", "toc", ""),
    ],
)
def test_what_jekyll_does_unexpectedly_is_told_at_the_field(lines, key, part):
    """A warning is one sentence, and none stands where all is well."""
    warning = fields(lines)[key].warning
    assert part in warning
    assert bool(warning) is bool(part)


def test_every_known_field_has_a_label_and_a_key_of_its_own():
    """No two Alt keys of the house fields are the same either."""
    known = (*HOUSE_FIELDS, *COMMON_FIELDS)
    assert len({spec.key for spec in known}) == len(known)
    assert all(spec.name and "&" not in spec.name for spec in known)
    letters = [spec.label[spec.label.index("&") + 1].lower() for spec in HOUSE_FIELDS]
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("header_image", "Header image"),
        ("og-type", "Og type"),
        ("iOS", "iOS"),
        ("a&b", "A&b"),
        ("港", "港"),
        ("", "(no name)"),
        ("_", "_"),
    ],
)
def test_an_unknown_key_is_named_readably(key, name):
    """A key in small letters becomes words; any other is shown as it is."""
    assert spec_for(key).name == name
