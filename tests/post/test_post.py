"""A post is its file: every byte of it is there, and comes back."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.post.errors import EncodingRefused
from editor.post.front_matter import FrontMatter
from editor.post.post import Post

PIECES = st.sampled_from(
    [
        *(b"---", b"...", b"\n", b"\r\n", b"\r", b" ", b"\t", b"title: x", b"- a", b": ", b"#"),
        *(b"\xef\xbb\xbf", b"\xff", b"\xe9", b"\x00", b"'", b'"', b"[", b"{", b"|", b"&a", b"*a"),
        "é😀\u2028\u00a0".encode(),
    ]
)


@given(st.binary() | st.lists(PIECES, max_size=24).map(b"".join))
@example(b"---\n---")
@example(b"\xef\xbb\xbf\xef\xbb\xbf---\n---\n")
@example(b"---\r\ntitle: \xe9\r\n...  \r\nbody")
def test_opening_and_saving_gives_the_same_bytes(raw):
    """Whatever they are."""
    post = Post.from_bytes(raw)
    assert post.to_bytes() == raw
    assert post.with_shown_body(post.shown_body).to_bytes() == raw


@given(st.lists(PIECES, max_size=24).map(b"".join), st.text(alphabet="ab\n", max_size=6))
def test_typing_in_the_body_leaves_the_front_matter_alone(raw, typed):
    """The fences stay where they were, also where the closing one ended the file."""
    post = Post.from_bytes(raw)
    changed = post.with_shown_body(post.shown_body + typed)
    again = Post.from_bytes(changed.to_bytes())
    if post.front_matter is not None:
        assert again.front_matter.text.rstrip("\r\n") == post.front_matter.text.rstrip("\r\n")
        assert again.shown_body == post.shown_body + typed


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("---\ntitle: Café\n---\nÜber\n", "latin-1"),
        ("---\ntitle: “Café”\n---\n", "windows-1252"),
        ("---\ntitle: 日本\n---\n本\n", "shift_jis"),
        ("---\ntitle: 日本\n---\n😀\n", "utf-16"),
        ("\ufeff---\ntitle: 日本\n---\n😀\n", "utf-16-be"),
        ("\ufeff---\ntitle: 日本\n---\n", "utf-8"),
    ],
)
def test_a_file_in_another_encoding_is_kept(text, encoding):
    """A site may name the encoding of its files."""
    raw = text.encode(encoding)
    post = Post.from_bytes(raw, encoding)
    assert post.to_bytes() == raw
    assert post.front_matter.value("title") == text.split("title: ")[1].split("\n")[0]


def test_a_byte_order_mark_is_no_part_of_the_text():
    """Jekyll skips one, in UTF-8 and in UTF-16 of either kind."""
    for codec in ("utf-8-sig", "utf-16", "utf-16-be"):
        text = "\ufeff---\n---\n" if codec == "utf-16-be" else "---\n---\n"
        post = Post.from_bytes(text.encode(codec), "utf-16" if "16" in codec else codec)
        assert post.bom
        assert post.text == "---\n---\n"


@pytest.mark.parametrize(
    ("raw", "encoding", "words"),
    [
        (b"abc", "utf-16", "utf-16"),
        (b"abc", "klingon", "klingon"),
        (b"\x1b$B\x1b$B!!", "iso2022_jp", "exactly"),
    ],
)
def test_an_encoding_that_would_lose_something_is_refused(raw, encoding, words):
    """The file is not opened, rather than saved as something else."""
    with pytest.raises(EncodingRefused, match=words):
        Post.from_bytes(raw, encoding)


def test_a_character_that_the_encoding_lacks_is_named():
    """The writer can take it out, or save as UTF-8."""
    post = Post.from_bytes(b"caf\xe9", "latin-1").with_shown_body("café 😀")
    with pytest.raises(EncodingRefused, match=r"😀.*U\+1F600"):
        post.to_bytes()


def test_a_key_in_a_long_body_costs_next_to_nothing():
    """100 kB with one kind of line end: far less than a frame on the screen."""
    for end in (b"\n", b"\r\n"):
        post = Post.from_bytes(b"---\ntitle: x\n---\n" + (b"x" * 60 + end) * 1700)
        body = post.shown_body
        typed = body[:50_000] + "y" + body[50_000:]
        best = min(_seconds(post, typed) for _ in range(5))
        assert best < 0.005
        assert post.with_shown_body(typed).body.count(end.decode()) == 1700


def _seconds(post, typed):
    start = time.perf_counter()
    post.with_shown_body(typed)
    return time.perf_counter() - start


def test_setting_what_is_there_makes_no_new_post():
    """Whether a post is modified is a comparison, and here there is nothing to compare."""
    post = Post.from_bytes(b"---\ntitle: x\n---\r\nbody\r\n")
    assert post.with_shown_body("body\n") is post
    assert post.with_shown_body("body\r\n") is post
    assert post.with_fences() is post


def test_a_post_without_front_matter_can_be_given_some():
    """The fences come in the file's own line ends, and the text is not touched."""
    post = Post.from_bytes(b"text\r\nmore\r\n").with_fences()
    fields = post.front_matter.insert("title", "New")
    assert post.with_front_matter(fields).to_bytes() == (
        b"---\r\ntitle: New\r\n---\r\ntext\r\nmore\r\n"
    )
    assert post.with_front_matter(None).to_bytes() == b"text\r\nmore\r\n"


def test_a_body_is_typed_under_a_fence_that_ended_the_file():
    """The fence stays alone on its line, or it would be none."""
    post = Post.from_bytes(b"---\r\ntitle: x\r\n---")
    assert post.body == ""
    assert post.with_shown_body("a\nb").to_bytes() == b"---\r\ntitle: x\r\n---\r\na\r\nb"
    assert post.with_shown_body("").to_bytes() == b"---\r\ntitle: x\r\n---"


def test_a_whole_text_can_be_taken_over():
    """A writer may edit the fields by hand, and even the fences."""
    post = Post.from_bytes(b"\xef\xbb\xbf---\r\ntitle: x\r\n---\r\ntext\r\n")
    assert post.with_text("plain").to_bytes() == b"\xef\xbb\xbfplain"
    assert post.with_text("---\na: b\n---\n").front_matter.value("a") == "b"


def test_the_line_end_of_a_post_is_the_one_most_used():
    """New lines are written with it; a new file gets line feeds."""
    assert Post.from_bytes(b"---\ntitle: x\n---\r\na\r\nb\r\nc\r\n").newline == "\r\n"
    assert Post.from_bytes(b"").newline == "\n"


def test_front_matter_is_read_from_fence_to_fence_only():
    """What is longer or shorter is a whole post, or nothing."""
    with pytest.raises(ValueError, match="fence"):
        FrontMatter.read("---\ntitle: x\n---\nbody")
    with pytest.raises(ValueError, match="fence"):
        FrontMatter.read("title: x\n")


@pytest.mark.parametrize("encoding", ["no-such", "utf-8\0", "\ud800"])
def test_an_encoding_that_is_none_is_refused(encoding):
    """A damaged disk may have spoiled its name, too."""
    with pytest.raises(EncodingRefused):
        Post.from_bytes(b"text", encoding)
