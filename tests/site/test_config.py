from datetime import UTC, datetime

import pytest

from editor.post.field_values import JekyllTime
from editor.site.config import SiteConfig


def config_of(folder, text, name="_config.yml"):
    """Write a config and read it."""
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return SiteConfig.load(folder)


def test_a_site_without_config_has_jekyll_s_own_settings(tmp_path):
    """Nothing has to be set up."""
    config = SiteConfig.load(tmp_path)
    assert config.file is None
    assert config.problem is None
    assert config.raw == {}
    assert (config.title, config.url, config.baseurl, config.collections_dir) == ("", "", "", "")
    assert (config.source, config.destination) == (".", "_site")
    assert (config.layouts_dir, config.includes_dir, config.data_dir) == (
        "_layouts",
        "_includes",
        "_data",
    )
    assert config.encoding == "utf-8"
    assert config.markdown_ext == (".markdown", ".mkdown", ".mkdn", ".mkd", ".md")
    assert not any(
        (config.future, config.unpublished, config.show_drafts, config.strict_front_matter)
    )
    assert config.limit_posts == 0
    assert config.timezone is None
    assert config.permalink == "date"
    assert config.posts_permalink == "/:categories/:year/:month/:day/:title:output_ext"
    assert config.defaults == ()
    assert config.collections == {"posts": {}}
    assert config.include == (".htaccess",)
    assert "node_modules" in config.exclude


def test_what_the_config_says_wins_and_the_rest_stays(tmp_path):
    """Mappings merge with Jekyll's, lists replace them, empty values hide nothing."""
    config = config_of(
        tmp_path,
        "title: The Paper\nurl: https://example.org\nbaseurl: /news\nsource: src\n"
        "timezone: Europe/Paris\nfuture: true\nshow_drafts: yes\nunpublished: 0\n"
        "limit_posts: 5\npermalink: pretty\nmarkdown_ext: MD,text\nencoding:\n"
        "exclude: [tmp, 5]\ninclude: [_pages]\n"
        "kramdown: {hard_wrap: true}\ncollections_dir: /parts/\n",
    )
    assert config.file == tmp_path / "_config.yml"
    assert (config.title, config.url, config.baseurl) == (
        "The Paper",
        "https://example.org",
        "/news",
    )
    assert config.source == "src"
    assert (config.timezone, str(config.zone)) == ("Europe/Paris", "Europe/Paris")
    assert config.future
    assert config.show_drafts
    assert config.unpublished
    assert config.limit_posts == 5
    assert config.posts_permalink == "/:categories/:year/:month/:day/:title/"
    assert config.markdown_ext == (".md", ".text")
    assert config.encoding == "utf-8"
    assert config.exclude[:2] == ("tmp", ".sass-cache")
    assert config.include == ("_pages",)
    assert config.settings["kramdown"]["hard_wrap"] is True
    assert config.settings["kramdown"]["input"] == "GFM"
    assert config.collections_dir == "parts"
    assert config.problem is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("collections: [poems, songs]", ["posts", "poems", "songs"]),
        ("collections: {poems: {output: true}, songs: }", ["posts", "poems", "songs"]),
        ("collections: nonsense", ["posts"]),
        ("collections:", ["posts"]),
    ],
)
def test_collections_are_known_however_they_are_written(tmp_path, text, names):
    """A list, a mapping, or nothing: posts are always among them."""
    assert list(config_of(tmp_path, text).collections) == names


def test_the_pattern_of_posts_can_stand_under_their_collection(tmp_path):
    """There it wins, and there the name of a pattern has no meaning."""
    config = config_of(tmp_path, "permalink: date\ncollections: {posts: {permalink: pretty}}")
    assert config.posts_permalink == "pretty"


def test_defaults_that_are_no_mappings_are_left_out(tmp_path):
    """A slip in one set of defaults spoils no other."""
    config = config_of(tmp_path, "defaults: [nonsense, {values: {layout: post}}]")
    assert config.defaults == ({"values": {"layout": "post"}},)
    assert config_of(tmp_path, "defaults: nonsense").defaults == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"title: a: b\n", "line 1, column 9"),
        (b"a: 1\nb: [\n", "line 3"),
        (b"a: &a [*a]\n", "refers to itself"),
        (b"a: \x07\n", "does not allow"),
        (b"a: " + b"[" * 150 + b"]" * 150, "more tangled"),
        (b"- a\n- b\n", "not a list of settings"),
        (b"just words\n", "not a list of settings"),
        (b"title: caf\xe9\n", "not stored as UTF-8: line 1"),
        (b"a: 1\n" * 900_000, "larger than Dateline reads"),
        ("".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]\n" for n in range(9)), "tangled"),
    ],
)
def test_a_broken_config_is_a_sentence_and_never_a_crash(tmp_path, text, words):
    """The line is named, and Jekyll's own settings hold."""
    config = config_of(tmp_path, text)
    assert words in config.problem
    assert config.problem.endswith(".")
    assert config.permalink == "date"


def test_a_config_that_cannot_be_opened_is_a_sentence(tmp_path):
    """A folder of that name, or a missing right."""
    (tmp_path / "_config.yml").mkdir()
    assert "cannot be read" in SiteConfig.load(tmp_path).problem


def test_a_byte_order_mark_before_the_config_is_no_part_of_it(tmp_path):
    """Windows editors put one there."""
    assert config_of(tmp_path, b"\xef\xbb\xbftitle: T\n").title == "T"


def test_an_empty_config_is_a_config(tmp_path):
    """Comments alone say nothing."""
    config = config_of(tmp_path, "# nothing yet\n")
    assert config.raw == {}
    assert config.problem is None


@pytest.mark.parametrize("text", ["permalink: 5", "source: [a]", "timezone: 3", "exclude: TODO"])
def test_a_setting_that_stops_jekyll_is_told_and_counts_as_not_set(tmp_path, text):
    """The sentence names the setting."""
    config = config_of(tmp_path, text)
    assert text.partition(":")[0] in config.problem
    assert "stops" in config.problem
    assert config.permalink == "date"
    assert config.source == "."
    assert config.timezone is None


def test_numbers_are_text_where_jekyll_takes_them_so(tmp_path):
    """A title may be a year."""
    config = config_of(tmp_path, "title: 2025\nbaseurl: true\n")
    assert config.title == "2025"
    assert config.baseurl == ""
    assert config.problem is None


def test_an_unknown_zone_means_utc_as_it_does_for_jekyll(tmp_path):
    """A note says so; the config is not broken."""
    config = config_of(tmp_path, "timezone: Paris\n")
    assert config.zone is UTC
    assert config.problem is None
    assert "Europe/Paris" in config.notes[0]


def test_the_first_config_found_is_the_only_one_read(tmp_path):
    """Jekyll prefers .yml to .yaml to .toml."""
    config_of(tmp_path, "title = 'toml'\n", "_config.toml")
    assert SiteConfig.load(tmp_path).title == "toml"
    config_of(tmp_path, "title: yaml\n", "_config.yaml")
    assert SiteConfig.load(tmp_path).title == "yaml"
    config_of(tmp_path, "title: yml\n")
    assert SiteConfig.load(tmp_path).title == "yml"


def test_a_toml_config_gives_the_same_kinds_of_values(tmp_path):
    """Dates and times are those of front matter."""
    config = config_of(
        tmp_path,
        "title = 'T'\nfuture = true\nn = 1.5\nday = 2025-01-02\nat = 03:04:05\n"
        "when = 2025-01-02T03:04:05Z\nlocal = 2025-01-02T03:04:05\nlist = [1, {a = 'b'}]\n",
        "_config.toml",
    )
    moment = JekyllTime(datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC))
    assert config.raw["when"] == config.raw["local"] == moment
    assert config.raw["at"] == "03:04:05"
    assert config.raw["list"] == [1, {"a": "b"}]
    assert str(config.raw["day"]) == "2025-01-02"


@pytest.mark.parametrize("text", ["a = ", "a = " + "[" * 3000])
def test_a_broken_toml_config_is_a_sentence_too(tmp_path, text):
    """However deep it nests."""
    assert "not valid TOML" in config_of(tmp_path, text, "_config.toml").problem
