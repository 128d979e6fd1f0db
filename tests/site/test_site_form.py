from pathlib import Path

import pytest

from editor.post.field_specs import Choice, Condition, FieldKind, spec_for
from editor.site.folders import Site
from editor.site.images_habits import ImageHabits
from editor.site.site_form import SiteForm, load_site_form, read_site_form
from editor.site.site_form_fields import KINDS

WHOLE = """\
# The form of this site.
order: [title, subtitle]
fields:
  subtitle:
    label: Standfirst & more
    kind: long text
    help: One sentence.
    required: true
    limit: 140
  rating:
    kind: number
    least: 1
    most: 5
    show_when: {section: [review, essay]}
  section:
    choices: {review: Review, essay: An essay}
  isbn: {pattern: '\\d{13}', pattern_help: Thirteen digits., show_when: rating}
  sources:
    kind: list of groups
    fields:
      name: {required: true}
      year: {kind: number}
  internal: {hidden: true}
layouts:
  review:
    fields:
      rating: {required: true}
templates:
  - name: Review
    layout: review
    draft: true
    fields: {tags: [review]}
    body: "Hello {caret}"
images: {folder: media/, name: '{name}.{ext}', widest: 1600, alt: alt_text}
authors: _data/people.yml
"""


def test_a_site_says_what_its_form_is_like():
    """Fields, layouts, templates, pictures and authors, each as it was written."""
    form = read_site_form(WHOLE)
    assert form.problems == ()
    fields = {each.key: each.applied(spec_for(each.key)) for each in form.fields}
    assert (fields["subtitle"].name, fields["subtitle"].limit) == ("Standfirst & more", 140)
    assert fields["subtitle"].required
    assert fields["section"].kind is FieldKind.CHOICE
    assert fields["section"].choices[1] == Choice("essay", "An essay")
    assert (fields["rating"].least, fields["rating"].most) == (1, 5)
    assert fields["rating"].shown_when == (Condition("section", ("review", "essay")),)
    assert fields["isbn"].shown_when == (Condition("rating"),)
    assert [part.kind for part in fields["sources"].parts] == [FieldKind.TEXT, FieldKind.NUMBER]
    assert [each.key for each in form.fields if each.is_hidden] == ["internal"]
    assert form.layouts["review"][0].changes == {"required": True}
    assert form.order == ("title", "subtitle")
    assert form.templates[0].is_draft
    assert form.images == ImageHabits("media", "{name}.{ext}", widest=1600)
    assert (form.alt_key, form.authors) == ("alt_text", "_data/people.yml")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (
            "fields:\n  a: {lable: A}",
            2,
            "“lable” is no setting of the field “a”. Did you mean “label”?",
        ),
        ("fields:\n  a:\n    kind: lnog text", 3, "Did you mean “long text”?"),
        ("feilds: {}", 1, "“feilds” is no setting of dateline.yml. Did you mean “fields”?"),
        ("fields:\n  a: {limit: many}", 2, "“limit” should be a whole number."),
        ("fields:\n  a: {required: 1}", 2, "“required” should be true or false."),
        ("fields:\n  a: {pattern: '['}", 2, "“pattern” is no regular expression"),
        ("fields:\n  a: {pattern: '(a+)+b'}", 2, "“pattern” repeats what repeats already"),
        ("fields:\n  a: {choices: 5}", 2, "“choices” should be a list"),
        ("fields: [a]", 1, "The settings of “fields” are “name: value” lines."),
        ("templates: {a: b}", 1, "“templates” should be a list"),
        ("templates:\n  - body: x", 2, "This template has no “name”."),
        ("images: {folder: ../out}", 1, "“folder” should be a path in the site."),
        ("images: {name: same.jpg}", 1, "“name” should hold {md5}"),
        ("a: [", 1, "This is no valid YAML"),
        ("just words", 1, "The settings of dateline.yml are “name: value” lines."),
    ],
)
def test_a_wrong_setting_gets_a_sentence_with_its_line(text, line, said):
    """And nothing else is lost by it."""
    form = read_site_form(text)
    problem = form.problems[0]
    assert said in problem.sentence
    assert problem.line == line


def test_what_is_right_stays_when_something_is_wrong():
    """One wrong key hides no other."""
    form = read_site_form("nonsense: 1\norder: [a]\nfields:\n  a: {kind: x, label: Fine}\n")
    assert form.order == ("a",)
    assert form.fields[0].changes == {"label": "Fine"}
    assert [problem.line for problem in form.problems] == [1, 4]


@pytest.mark.parametrize("raw", [None, b"", b"# only a comment\n", b"---\n"])
def test_a_site_without_the_file_says_nothing(site, raw):
    """The file is optional, and an empty one is none."""
    if raw is not None:
        (site / "dateline.yml").write_bytes(raw)
    assert load_site_form(Site.open(site)) == SiteForm()


def test_a_file_that_cannot_be_read_is_one_problem(site):
    """Bytes that are no UTF-8, a folder of that name: the form goes on without."""
    (site / "dateline.yml").write_bytes(b"label: \xff")
    assert "UTF-8" in load_site_form(Site.open(site)).problems[0].sentence


def test_the_page_about_the_file_shows_an_example_that_is_right():
    """What the page says can be copied."""
    page = (Path(__file__).parents[2] / "docs" / "dateline-yml.md").read_text(encoding="utf-8")
    example = page.partition("## An example\n\n```yaml\n")[2].partition("```")[0]
    form = read_site_form(example)
    assert form.problems == ()
    assert (len(form.fields), len(form.templates), form.alt_key) == (6, 1, "image_alt")
    assert all(f"`{kind}`" in page for kind in KINDS)


@pytest.mark.parametrize(
    "text",
    [
        "fields:\n  ? [a, b]\n  : {label: A}\n",
        "fields: {'': {label: A}, 5: {label: B}, true: {}}\n",
        "fields: &a\n  x: *a\n",
        "fields:\n  a: &b {label: A}\n  c: *b\n",
        "fields:\n  a: {fields: {b: {fields: {c: {fields: {d: {}}}}}}}\n",
        "order: [[a], {b: c}]\ntemplates: [1, [], {name: ''}]\nlayouts: {a: 1}\nimages: []\n",
        "fields:\n  a: {choices: [[1], {a: b}, ~]}\n",
        "order: 5\nauthors: ../../etc/passwd\n",
        "!!binary aGk=\n",
        "- " * 300,
        "\u202e: 1\n",
    ],
)
def test_no_text_can_stop_the_form(text):
    """Whatever it says, it is read without an error, each sentence with a line."""
    form = read_site_form(text)
    assert all(problem.line >= 1 and problem.sentence for problem in form.problems)
