import pytest

from editor.site.index.query import Part, read_query


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("", ()),
        ('  - "" ', ()),
        ("Ferry", (Part("ferry"),)),
        ("ferry quay", (Part("ferry"), Part("quay"))),
        ('"Night market"', (Part("night market", is_phrase=True),)),
        ("“night market”", (Part("night market", is_phrase=True),)),
        ('"not closed', (Part("not closed", is_phrase=True),)),
        ("-ferry", (Part("ferry", is_excluded=True),)),
        ('-"night market"', (Part("night market", is_phrase=True, is_excluded=True),)),
        ("tag:Café", (Part("cafe", "tag"),)),
        ("Tags:x author:y", (Part("x", "tag"), Part("y", "author"))),
        ('category:"Town hall"', (Part("town hall", "category", is_phrase=True),)),
        ("-tag:x", (Part("x", "tag", is_excluded=True),)),
        ("tag:", ()),
        ("10:30", (Part("10:30"),)),
        ("e-mail", (Part("e-mail"),)),
        ("*", ()),
        ("港", (Part("港"),)),
        ("🎉", (Part("🎉"),)),
    ],
)
def test_what_is_typed_is_read_as_it_is_meant(typed, parts):
    """Words, phrases, minus and fields; half a query is no error."""
    assert read_query(typed).parts == parts
