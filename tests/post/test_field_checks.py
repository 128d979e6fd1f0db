import pytest

from editor.post.field_checks import complaint, is_wanted
from editor.post.field_specs import Choice, Condition, FieldKind, FieldSpec


def spec(**what):
    """Give a field about which a site asks something."""
    return FieldSpec("x", "Stars", what.pop("kind", FieldKind.TEXT), **what)


CHOICES = (Choice("a", "A"), Choice(2, "Two"))


@pytest.mark.parametrize(
    ("asked", "value", "items", "said"),
    [
        (spec(required=True), None, (), "This site asks for “Stars”."),
        (spec(required=True), "", (), "This site asks for “Stars”."),
        (spec(required=True), "x", (), ""),
        (spec(), None, (), ""),
        (spec(choices=CHOICES), "a", (), ""),
        (spec(choices=CHOICES), 2, (), ""),
        (spec(choices=CHOICES), "2", (), "This is none of the site’s choices."),
        (spec(choices=CHOICES), ["a", "z"], ("a", "z"), "“z” is none of the site’s choices."),
        (spec(kind=FieldKind.NUMBER, least=1), 0, (), "The least is 1."),
        (spec(kind=FieldKind.NUMBER, most=5), 5.5, (), "The most is 5."),
        (spec(kind=FieldKind.NUMBER, least=1, most=5), 3, (), ""),
        (spec(pattern=r"\d{4}"), "2025", (), ""),
        (spec(pattern=r"\d{4}", pattern_help="Four digits."), "25", (), "Four digits."),
        (spec(pattern=r"\d{4}"), "25", (), r"This site wants text like \d{4}"),
    ],
)
def test_what_a_site_asks_of_a_field_is_checked(asked, value, items, said):
    """One sentence, and none where all is well."""
    assert complaint(asked, value, items) == said


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({}, False),
        ({"kind": "review"}, True),
        ({"kind": ["news", "review"]}, True),
        ({"kind": "Review"}, False),
    ],
)
def test_a_field_may_hang_on_another(values, wanted):
    """On its value, or on an item of it."""
    assert is_wanted((Condition("kind", ("review", True)),), values) is wanted


@pytest.mark.parametrize(
    ("value", "wanted"), [(None, False), ("", False), (False, False), (0, True), ("x", True)]
)
def test_a_field_may_hang_on_there_being_another(value, wanted):
    """Filled with anything but no."""
    assert is_wanted((Condition("kind"),), {"kind": value}) is wanted
