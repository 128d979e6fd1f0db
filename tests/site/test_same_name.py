import pytest

from editor.site.same_name import name_alike, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A.md", "a.md"),
        ("caf\u00e9.md", "cafe\u0301.md"),
        ("CAF\u00c9.md", "cafe\u0301.md"),
        ("straße.md", "STRASSE.md"),
        ("\u1e9e.md", "ss.md"),
    ],
)
def test_names_that_collide_on_some_machine_count_as_one(one, other):
    """Capitals and the two ways to store an accent make no difference."""
    assert name_key(one) == name_key(other)
    assert name_alike(one, ["x.md", other]) == other


def test_other_names_do_not_collide():
    """An accent itself is a difference."""
    assert name_alike("cafe.md", ["café.md", "caffe.md"]) is None
