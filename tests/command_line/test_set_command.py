"""`dateline set` and `dateline unset`, on real files."""

import os

import pytest

POST = (
    "---\r\n"
    "# the morning edition\r\n"
    "title:   'Low tide'   # short\r\n"
    "tags: [sea,  port]\r\n"
    "date: 2025-11-17 09:30:00 +0100\r\n"
    "published: true\r\n"
    "---\r\n"
    "\r\n"
    "The\u00a0water went out.  \r\n"
    "And\x85came\u2028back without a last line end."
).encode()


@pytest.fixture
def post(tmp_path):
    """Give a post with everything that a careless tool would change."""
    path = tmp_path / "site" / "_posts" / "2025-11-17-low-tide.md"
    path.parent.mkdir(parents=True)
    (tmp_path / "site" / "_config.yml").write_bytes(b"title: Harbour\n")
    path.write_bytes(POST)
    return path


def test_setting_a_key_changes_the_bytes_of_its_value_alone(dateline, post):
    """Quotes, comment, blanks and line ends stay."""
    done = dateline("set", str(post), "title=High tide")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert post.read_bytes() == POST.replace(b"Low tide", b"High tide")


def test_several_keys_are_set_at_once_with_values_of_every_kind(dateline, post):
    """Text, no, a list, a number and a day."""
    done = dateline(
        "set",
        str(post),
        "published:=false",
        'tags:=["sea", "port", "fog"]',
        "weight:=3",
        "date=2025-11-18",
        "code=007",
    )
    assert (done.returncode, done.stderr) == (0, "")
    expected = (
        POST.replace(b"published: true\r\n", b'published: false\r\nweight: 3\r\ncode: "007"\r\n')
        .replace(b"[sea,  port]", b"[sea,  port,  fog]")
        .replace(b"2025-11-17 09:30:00 +0100", b"2025-11-18")
    )
    assert post.read_bytes().replace(b"'007'", b'"007"') == expected


def test_a_key_that_was_not_there_is_added_at_the_end(dateline, post):
    """In the line ends of the file."""
    dateline("set", str(post), "layout=story")
    end = b"published: true\r\n"
    assert post.read_bytes() == POST.replace(end, end + b"layout: story\r\n")


def test_a_post_without_front_matter_gets_some(dateline, post):
    """The text below stays as it is."""
    post.write_bytes(b"Only text.\n")
    assert dateline("set", str(post), "title=Fog").returncode == 0
    raw = post.read_bytes()
    assert raw.startswith(b"---\ntitle: Fog\n---\n")
    assert raw.endswith(b"Only text.\n")


def test_taking_a_key_out_takes_its_line(dateline, post):
    """And no other."""
    done = dateline("unset", str(post), "title", "published")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    line = b"title:   'Low tide'   # short\r\n"
    assert post.read_bytes() == POST.replace(line, b"").replace(b"published: true\r\n", b"")


def test_all_is_done_or_nothing(dateline, post):
    """One key that is not there, and the others stay too."""
    refused = dateline("unset", str(post), "title", "subtitle")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "subtitle" in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert post.read_bytes() == POST


def test_a_value_that_is_there_already_leaves_the_file_alone(dateline, post):
    """Not even its time changes, so no other program reads it again."""
    os.utime(post, ns=(10**18, 10**18))
    before = post.stat()
    assert dateline("set", str(post), "title=Low tide", "published:=true").returncode == 0
    after = post.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert post.read_bytes() == POST


@pytest.mark.parametrize(
    ("raw", "arguments"),
    [
        (b"---\ntitle: a: b\n---\n", ["title=x"]),
        (b"---\n- a\n- b\n---\n", ["title=x"]),
        (b"---\ntitle: x\ntags: [a\n---\n", ["title=y"]),
    ],
)
def test_front_matter_that_cannot_be_read_is_left_alone(dateline, post, raw, arguments):
    """The sentence says what is wrong; the file keeps every byte."""
    post.write_bytes(raw)
    refused = dateline("set", str(post), *arguments)
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert "Traceback" not in refused.stderr
    assert post.read_bytes() == raw


def test_a_file_that_is_not_there_is_refused_in_a_sentence(dateline, post):
    """A name mistyped makes no new file."""
    missing = post.with_name("missing.md")
    for command, argument in (("set", "title=x"), ("unset", "title")):
        refused = dateline(command, str(missing), argument)
        assert refused.returncode == 1
        assert "missing.md" in refused.stderr
        assert "Traceback" not in refused.stderr
    assert not missing.exists()


def test_a_folder_is_no_post(dateline, post):
    """It is refused in a sentence too."""
    refused = dateline("set", str(post.parent), "title=x")
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["set", "{post}"], "dateline set: the following arguments are required: KEY=TEXT."),
        (["set", "{post}", "title"], "“title” is not KEY=TEXT or KEY:=JSON."),
        (["set", "{post}", "weight:=x"], "What follows := in “weight:=x” is no JSON."),
        (["unset", "{post}"], "dateline unset: the following arguments are required: KEY."),
    ],
)
def test_a_command_that_is_not_understood_changes_nothing(dateline, post, arguments, sentence):
    """The exit status tells it from a refusal."""
    refused = dateline(*(argument.replace("{post}", str(post)) for argument in arguments))
    assert refused.returncode == 2
    assert refused.stderr.splitlines()[0] == sentence
    assert post.read_bytes() == POST


def test_bytes_that_are_not_utf8_stay_as_they_are(dateline, post):
    """An old post in another encoding loses nothing."""
    raw = b"---\ntitle: Low\n---\ncaf\xe9\n"
    post.write_bytes(raw)
    assert dateline("set", str(post), "title=High").returncode == 0
    assert post.read_bytes() == raw.replace(b"Low", b"High")


def test_a_file_name_in_any_script_is_found(dateline, post):
    """And one that is no text at all, where the system has such names."""
    renamed = post.rename(post.with_name("2025-11-17-低潮.md"))
    assert dateline("set", str(renamed), "title=High tide").returncode == 0
    assert b"High tide" in renamed.read_bytes()


def test_a_file_that_is_no_text_is_left_alone(dateline, post):
    """A picture among the posts stays a picture."""
    raw = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0"
    post.write_bytes(raw)
    refused = dateline("set", str(post), "title=x")
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert post.read_bytes() == raw


def test_the_encoding_of_the_site_is_kept_and_what_it_cannot_hold_is_refused(dateline, post):
    """A site of 2009 may say so in its config."""
    (post.parents[1] / "_config.yml").write_text("encoding: iso-8859-1\n")
    raw = "---\ntitle: Ebbe\n---\nÄpfel\n".encode("latin-1")
    post.write_bytes(raw)
    assert dateline("set", str(post), "title=Flüsse").returncode == 0
    kept = raw.replace(b"Ebbe", b"Fl\xfcsse")
    assert post.read_bytes() == kept
    refused = dateline("set", str(post), "title=低潮")
    assert refused.returncode == 1
    assert "低" in refused.stderr
    assert post.read_bytes() == kept


def test_a_post_without_a_site_can_be_changed_too(dateline, tmp_path):
    """It may lie on the desktop."""
    alone = tmp_path / "note.md"
    alone.write_bytes(b"---\ntitle: Ebb\n---\n")
    assert dateline("set", "note.md", "title=Flow").returncode == 0
    assert alone.read_bytes() == b"---\ntitle: Flow\n---\n"


def test_a_key_is_taken_from_no_post_without_front_matter(dateline, post):
    """And it gets no empty front matter on the way."""
    post.write_bytes(b"Only text.\n")
    assert dateline("unset", str(post), "title").returncode == 1
    assert post.read_bytes() == b"Only text.\n"
