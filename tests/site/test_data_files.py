"""Data files: under the names that Jekyll gives them, each read when it is asked for."""

import pytest

from editor.site.data_files import DataFiles, data_name
from editor.site.folders import Site
from tests.peer.real_ruby import needs, ruby

NAMES = [
    "plain", "My File", "x.y", "h-i", "a_b", "a  b", " lead", "trail ", "a - b", "ünï", "a,b c",
    "a b. c", "1st",
]  # fmt: skip


@pytest.fixture
def data(tmp_path):
    """Give a function that writes data files and reads them."""

    def write(files, config=""):
        (tmp_path / "_config.yml").write_bytes(config.encode())
        for name, text in files.items():
            path = tmp_path / "_data" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return DataFiles([tmp_path / "_data"], Site.open(tmp_path))

    return write


def test_each_kind_of_file_is_read(data):
    """YAML, JSON, and tables with a line of heads; an empty cell is nothing."""
    found = data(
        {
            "a.yml": "x: [1, two, 2025-01-02]\n",
            "b.json": '{"x": [1, null, "2025-01-02"]}',
            "c.csv": 'name,age,name\nann,3,\n"b, c",\n',
            "d.tsv": "k\tv\na\t1\n",
            "deep/er/e.yaml": "- 1\n",
            "f.toml": "x = 1",
            ".hidden.yml": "x: 1",
        }
    )
    assert list(found) == ["a", "b", "c", "d", "deep"]
    assert found["b"] == {"x": [1, None, "2025-01-02"]}
    assert found["c"] == [{"name": "ann", "age": "3"}, {"name": "b, c", "age": None}]
    assert found["d"] == [{"k": "a", "v": "1"}]
    assert found["deep"] == {"er": {"e": [1]}}


def test_tables_heed_the_config(data):
    """Numbers as numbers, and lines without heads."""
    config = "csv_reader: {csv_converters: [numeric], headers: false}\n"
    assert data({"a.csv": "1,2.5,x\n"}, config)["a"] == [[1, 2.5, "x"]]


def test_a_broken_file_is_nothing_and_is_said(data):
    """Jekyll stops at it; the others are there."""
    found = data({"bad.yml": "a: [", "good.yml": "a: 1\n", "loose.json": "{a: 1}"})
    assert (found["bad"], found["good"], found["loose"]) == (None, {"a": 1}, {"a": 1})
    (sentence,) = found.problems
    assert "bad.yml" in sentence


def test_of_two_files_with_one_name_jekyll_s_last_one_counts(data):
    """JSON is read after YAML, and a folder after all files."""
    found = data({"a.yml": "x: 1", "a.json": '{"x": 2}', "b.yml": "x: 1", "b/c.yml": "y: 1"})
    assert found["a"] == {"x": 2}
    assert found["b"] == {"c": {"y": 1}}


@pytest.mark.peer
@needs("jekyll")
def test_names_are_made_as_jekyll_makes_them():
    """The same names through the real reader."""
    script = (
        "require 'jekyll'; r = Jekyll::DataReader.allocate;"
        " ARGV.each { |name| puts r.sanitize_filename(name) }"
    )
    assert [data_name(name) for name in NAMES] == ruby(script, *NAMES).split("\n")[:-1]
