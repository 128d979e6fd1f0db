"""Build the address of a document from what Jekyll read of it and the patterns of its site."""

from collections.abc import Mapping

from editor.post.field_values import Value
from editor.post.ruby.text import ruby_text
from editor.site.folders import Site
from editor.site.jekyll_reading import Reading
from editor.site.merging import is_true
from editor.site.output_ext import output_ext
from editor.site.page_address import ending_of
from editor.site.permalinks import Address, AddressParts, PermalinkProblem, address_of
from editor.site.placement import Placement


def document_address(placement: Placement, reading: Reading, site: Site) -> Address:
    """Build the address of a post, draft or document of a collection.

    Raises:
        PermalinkProblem: Jekyll stops at its permalink or slug.
    """
    template = site.config.posts_permalink
    if placement.collection != "posts":
        own = site.config.collections[placement.collection].get("permalink")
        template = own if isinstance(own, str) else _collection_template(site)
    permalink = own_permalink(reading.values)
    slug = reading.slug
    if slug is not None and not isinstance(slug, str):
        raise PermalinkProblem(
            f"“slug: {ruby_text(slug)}” is no text, and Jekyll stops there. Put it in quotes."
        )
    parts = AddressParts(
        relative=placement.relative,
        collection=placement.collection,
        when=reading.when,
        slug=slug,
        categories=reading.categories,
        output_ext=output_ext(placement.relative.suffix, permalink, site.config.markdown_ext),
    )
    return address_of(parts, template, permalink)


def own_permalink(values: Mapping[str, Value]) -> str | None:
    """Read a file's own permalink; None where it has none.

    Raises:
        PermalinkProblem: it is no text, and Jekyll stops there.
    """
    value = values.get("permalink")
    if not is_true(value):
        return None
    if not isinstance(value, str):
        raise PermalinkProblem(
            f"“permalink: {ruby_text(value)}” is no text, and Jekyll stops there. Put it in"
            " quotes."
        )
    return value


def _collection_template(site: Site) -> str:
    """Give the pattern of a collection that has none of its own."""
    return "/:collection/:path" + ending_of(site.config.permalink)
