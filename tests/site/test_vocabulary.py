import pytest

from editor.site.folders import Site
from editor.site.post_head import facts_of, read_head
from editor.site.site_walk import files_in
from editor.site.vocabulary import read_vocabulary


def write(site, path, front_matter):
    """Put a post into a site."""
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_bytes(f"---\n{front_matter}\n---\nText.\n".encode())


def test_the_words_of_a_site_are_counted_by_posts(site):
    """The most used come first, and what nobody uses yet is offered too."""
    write(site, "_posts/2025-11-17-a.md", "layout: post\ntags: [a, b, a]\nauthor: ada")
    write(site, "news/_posts/2025-11-18-b.md", "layout: post\ntags: b\ncategories: [News, 2025]")
    write(site, "_drafts/c.md", "authors: [bo, ada]\nauthor: ada\ncategory: News")
    write(site, "_posts/2025-11-19-d.md", "categories: 5\nlayout:")
    (site / "_layouts").mkdir()
    (site / "_layouts" / "essay.html").write_bytes(b"")
    (site / "_data").mkdir()
    (site / "_data" / "authors.yml").write_bytes(b"cy: Cy\n")
    words = read_vocabulary(Site.open(site))
    assert words.layouts == {"post": 2, "essay": 0}
    assert list(words.tags.items()) == [("b", 2), ("a", 1)]
    assert words.categories == {"News": 2, "2025": 1}
    assert words.author_names == {"cy": "Cy"}
    assert list(words.authors.items()) == [("ada", 2), ("bo", 1), ("cy", 0)]


def test_one_bad_post_hides_no_word_of_the_others(site):
    """Broken YAML, pictures, links to nowhere."""
    write(site, "_posts/2025-11-17-a.md", "tags: good")
    write(site, "_posts/2025-11-18-b.md", "tags: [")
    (site / "_posts" / "picture.png").write_bytes(bytes(range(256)))
    (site / "_posts" / "2025-11-19-c.md").symlink_to("nowhere.md")
    assert read_vocabulary(Site.open(site)).tags == {"good": 1}


def test_posts_that_link_out_of_the_site_are_not_read(site, tmp_path):
    """Nothing outside is shown, whatever a cloned site links to."""
    write(tmp_path, "secret.md", "tags: secret")
    (site / "_posts" / "2025-11-17-a.md").symlink_to(tmp_path / "secret.md")
    (site / "_posts" / "folder").symlink_to(tmp_path)
    assert read_vocabulary(Site.open(site)).tags == {}


def test_the_files_of_a_folder_come_in_order_without_the_hidden_ones(site):
    """As Jekyll reads them."""
    names = ["2025-b.md", "2025-a.md", ".hidden.md", "_x.md", "sub/2025-c.md", ".git/2025-d.md"]
    for name in names:
        write(site, f"_posts/{name}", "title: T")
    opened = Site.open(site)
    found = [
        path.relative_to(opened.posts_dir).as_posix()
        for path in files_in(opened.posts_dir, opened.source, opened.config)
    ]
    assert found == ["2025-a.md", "2025-b.md", "sub/2025-c.md"]


def test_long_front_matter_is_read_to_its_end(site):
    """Some posts carry a hundred kilobytes of it, and most only a line."""
    write(site, "_posts/2025-11-17-a.md", f"note: {'x' * 100_000}\ntags: end")
    path = site / "_posts" / "2025-11-17-a.md"
    assert read_head(path).values["tags"] == "end"
    path.write_bytes(b"---\ntags: short\n---\n" + b"x" * 20_000)
    assert read_head(path).values == {"tags": "short"}


@pytest.mark.parametrize(
    ("raw", "values", "problem"),
    [
        (b"---\ntitle: T\n---\n", {"title": "T"}, None),
        (b"\xef\xbb\xbf---\n5: T\n---\n", {"5": "T"}, None),
        (b"---\n---\n", {}, None),
        (b"---\nfalse\n---\n", {}, None),
        (b"---\ntext\n---\n", {}, "no list"),
        (b"---\na: b: c\n---\n", {}, "line 2"),
        (b"no front matter", {}, None),
        (b"", {}, None),
    ],
)
def test_a_head_is_what_jekyll_reads_of_it(raw, values, problem):
    """Values, or what is wrong with them."""
    facts = facts_of(raw)
    assert facts.values == values
    assert facts.problem is None if problem is None else problem in facts.problem
    assert facts.has_front_matter == (b"---" in raw)
    assert facts.has_bom == raw.startswith(b"\xef\xbb\xbf")


def test_a_head_that_ends_in_the_middle_of_a_letter_is_still_utf8():
    """Only bytes that no more bytes can mend are not."""
    assert facts_of("---\ntitle: é".encode()[:-1]).is_utf8
    assert not facts_of(b"---\ntitle: caf\xe9 \n").is_utf8


def test_authors_that_cannot_be_read_are_a_sentence(site):
    """The rest of the words is there all the same."""
    write(site, "_posts/2025-11-17-a.md", "author: ada")
    (site / "_data").mkdir()
    (site / "_data" / "authors.yml").write_bytes(b"ada: [\n")
    words = read_vocabulary(Site.open(site))
    assert words.problem.startswith("“authors.yml” is not valid YAML: line 2")
    assert words.authors == {"ada": 1}
    (site / "dateline.yml").write_bytes(b"authors: _data/people.yml\n")
    words = read_vocabulary(Site.open(site))
    assert words.problem == "There is no file “_data/people.yml” in this site."
