"""Ruby itself reads what was written: the field as it was meant, the others as before."""

import json

import pytest

from editor.post.front_matter import FrontMatter
from tests.peer.real_ruby import needs, ruby

pytestmark = [
    pytest.mark.peer,
    needs(),
]
READER = """
require "date"
require "json"
require "yaml"
def plain(value)
  case value
  when Hash then value.map { |key, part| [key.to_s, plain(part)] }
  when Array then value.map { |item| plain(item) }
  when String then value
  else [value.class.to_s, value.to_s]
  end
end
texts = JSON.parse($stdin.read)
puts JSON.generate(texts.map { |text|
  plain(YAML.safe_load(text, permitted_classes: [Date, Time, Symbol], aliases: true))
})
"""
SAMPLES = (
    "title: Old # c\nlayout: post\ncount: 012\n",
    "title: 'Old'\ndate: 2016-01-05 10:00:00 +0100\n\n# c\nlayout: post\n",
    'title: "Old"\ntags: [a, "b"]\n',
    "title: ! 'Old'\n",
    "title: |\n  Old\n\nlayout: post\n",
    "title: >-\n  Old\n  text\n",
    "title:\nlayout: post\n",
    "a: &x 1\ntitle: *x\n",
    "{title: Old, layout: post}\n",
    "title:\n  - Old\n",
    "title:\n  name: Old\n",
)
TEXTS = (
    *(
        "plain",
        "yes",
        "No",
        "y",
        "null",
        "~",
        "",
        " ",
        "=",
        "<<",
        ":wave",
        "!x",
        "&x",
        "*x",
        "- a",
    ),
    *("012", "0o12", "1e3", "1,000", "12:30", "1.10", "1_000", ".5", "+1", "0x1F", ".inf", "08"),
    *("2016-01-01", "2016-1-1", "2016-01-01 10:00:00", "2016-02-31", "a: b", "a #b", "#a", "a:"),
    *("it's", '"quoted"', "back\\slash", "a\nb", "a\n\nb\n", "\n", "tab\t", "\x07", "a\u0085b"),
    *("é", "日本", "😀", "a\u00a0b", "\u2028", "\ufeffx", "{{ x }}", "[x] y", "a, b", "x]", "---"),
    *("...", "%x", "@x", "`x`", "|", ">", "|x", "?", "? x", "C:\\x", "https://x.example/?a=b#c"),
)


def yaml_of(fields):
    """Give what Jekyll hands to its reader: the opening fence and the fields."""
    return fields.text.removesuffix("---\n")


def read_by_ruby(texts):
    """Read many texts in one Ruby."""
    return json.loads(ruby(READER, given=json.dumps(texts)))


@pytest.mark.parametrize("yaml", SAMPLES)
def test_ruby_reads_every_text_as_it_was_meant(yaml):
    """Psych is what newer Jekyll and Debian's read front matter with."""
    fields = FrontMatter.read(f"---\n{yaml}---\n")
    edited = [fields.set("title", text) for text in TEXTS]
    before, *after = read_by_ruby([yaml_of(fields), *map(yaml_of, edited)])
    for text, found in zip(TEXTS, after, strict=True):
        assert found == [[key, text if key == "title" else value] for key, value in before]


@pytest.mark.parametrize("yaml", [sample for sample in SAMPLES if sample[0] != "{"])
def test_ruby_reads_what_was_added_beside_what_was_there(yaml):
    """A new field, a list of every text, and a mapping in a list."""
    fields = FrontMatter.read(f"---\n{yaml}---\n")
    texts = list(TEXTS)
    new = (
        *[fields.insert("new", text) for text in texts],
        fields.insert("new", texts),
        fields.insert("new", [{"name": text} for text in texts]),
        fields.insert("new", {"one": {"two": texts}}),
    )
    wanted = [*texts, texts, [[["name", text]] for text in texts], [["one", [["two", texts]]]]]
    before, *after = read_by_ruby([yaml_of(fields), *map(yaml_of, new)])
    for value, found in zip(wanted, after, strict=True):
        assert found == [*before, ["new", value]]


@pytest.mark.parametrize("yaml", ["tags: [a, b]\n", "tags:\n  - a\n  - 'b' # c\n", "tags:\n- a\n"])
def test_ruby_reads_a_list_that_grew(yaml):
    """With every text among its items."""
    fields = FrontMatter.read(f"---\n{yaml}---\n")
    grown = [fields.set_list("tags", ["a", text, "b"]) for text in TEXTS]
    for text, found in zip(TEXTS, read_by_ruby([*map(yaml_of, grown)]), strict=True):
        assert found == [["tags", ["a", text, "b"]]]
