import pytest

from editor.render.liquid.errors import JekyllError
from editor.render.liquid.values.uris import Address, normalized_component

SEGMENT = "!$&'()*+,;=:@"


@pytest.mark.parametrize(
    ("address", "normal"),
    [
        ("/a b/é.html?q=1#f", "/a%20b/%C3%A9.html?q=1#f"),
        ("/a/./b/../c", "/a/c"),
        ("/../../a", "/a"),
        ("/a/..", "/"),
        ("/a/.", "/a/"),
        ("HTTPS://Example.ORG:443/x", "https://example.org/x"),
        ("https://example.org", "https://example.org/"),
        ("https://user:p@example.org:8080/", "https://user:p@example.org:8080/"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://example.org./", "https://example.org/"),
        ("/%7euser/%41", "/~user/A"),
        ("/100%", "/100%25"),
        ("/a?x=1&y=a+b%2Bc", "/a?x=1&y=a+b%2Bc"),
        ("/a?", "/a"),
        ("/a#", "/a"),
        ("/e\u0301", "/%C3%A9"),
        ("//host/x", "//host/x"),
        ("mailto:a@b.c", "mailto:a@b.c"),
    ],
)
def test_an_address_is_written_in_one_form(address: str, normal: str):
    """Signs are encoded where they must be, dots are resolved, names are in small letters."""
    assert Address.parse(address).normalized() == normal


def test_a_colon_does_not_make_a_scheme_of_anything():
    """Text before a colon that can be no scheme is refused, as Jekyll stops at it."""
    with pytest.raises(JekyllError, match="Invalid scheme format: 'a b'"):
        Address.parse("a b: c")


@pytest.mark.parametrize(
    ("text", "kept", "encoded"),
    [("a/b", SEGMENT, "a%2Fb"), ("%zz %41", SEGMENT, "%25zz%20A"), ("ﬁ", "", "fi"), ("", "", "")],
)
def test_a_part_of_an_address_is_encoded_once(text: str, kept: str, encoded: str):
    """What is already encoded is not encoded again."""
    assert normalized_component(text, kept) == encoded


def test_bytes_that_are_no_text_stay_encoded():
    """An escape that is no UTF-8 comes back as it was."""
    assert normalized_component("%FF", "") == "%FF"
