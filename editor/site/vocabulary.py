"""Collect the words that a site's posts use already, to be offered while somebody writes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from editor.post.field_values import Value
from editor.site.fields.learned import LearnedFields, Learner
from editor.site.folders import Site
from editor.site.post_head import read_head
from editor.site.site_facts import authors, authors_problem, layouts
from editor.site.site_form import load_site_form
from editor.site.site_walk import files_in
from editor.site.taxonomy import NoCategories, categories_of, tags_of


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Hold words, each with the number of posts and drafts that use it, the most used first.

    What the site offers and no post uses yet (a layout, an author in the data) counts 0.

    Attributes:
        layouts: the layouts.
        authors: the authors.
        categories: the categories.
        tags: the tags.
        fields: what the same posts teach of their fields.
        author_names: how people call the authors whom posts name by a key.
        problem: a sentence where the file with the authors cannot be read.
    """

    layouts: Mapping[str, int]
    authors: Mapping[str, int]
    categories: Mapping[str, int]
    tags: Mapping[str, int]
    fields: LearnedFields = field(default_factory=LearnedFields)
    author_names: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""


def read_vocabulary(site: Site) -> Vocabulary:
    """Read the heads of all posts and drafts of a site; one that cannot be read counts nothing.

    Made for a thread of its own: it takes about a second for 10,000 posts.
    """
    file = load_site_form(site).authors
    known = authors(site, file)
    counts: dict[str, Counter[str]] = {
        "layouts": Counter(dict.fromkeys(layouts(site), 0)),
        "authors": Counter({author.key: 0 for author in known}),
        "categories": Counter(),
        "tags": Counter(),
    }
    learner = Learner()
    for name, values in _front_matters(site):
        learner.add(values, name)
        counts["layouts"].update(_words(values, "layout"))
        counts["authors"].update({*_words(values, "author"), *_words(values, "authors")})
        counts["categories"].update(_categories(values))
        counts["tags"].update(set(tags_of({}, values)))
    words = {kind: dict(counter.most_common()) for kind, counter in counts.items()}
    names = {author.key: author.name for author in known if author.name != author.key}
    problem = authors_problem(site, file)
    return Vocabulary(**words, fields=learner.learned(), author_names=names, problem=problem)


def _front_matters(site: Site) -> Iterator[tuple[str, Mapping[str, Value]]]:
    """Give the name and the front matter of each post and draft that Jekyll reads."""
    for folder in (*site.posts_dirs(), *site.drafts_dirs()):
        for path in files_in(folder, site.source, site.config):
            yield path.stem, _head(path)


def _head(path: Path) -> Mapping[str, Value]:
    """Read one front matter; a file that cannot be read has none."""
    try:
        return read_head(path).values
    except OSError:
        return {}


def _words(values: Mapping[str, Value], key: str) -> Iterable[str]:
    """Give the texts in a field, which may be a text or a list of them."""
    value = values.get(key)
    listed = value if isinstance(value, list) else [value]
    return {item for item in listed if isinstance(item, str) and item}


def _categories(values: Mapping[str, Value]) -> Iterable[str]:
    """Give the categories that a post names itself; folders are no words to offer."""
    try:
        return categories_of((), {}, values)
    except NoCategories:
        return ()
