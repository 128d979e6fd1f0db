"""The tags `link` and `post_url`: addresses of what the site holds (Jekyll 4.3)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from editor.post.ruby.moment import BeyondCalendarError, NoMomentError, parse_time
from editor.render.liquid.context import Context
from editor.render.liquid.errors import JekyllError, LiquidError, Reason, Speaker
from editor.render.liquid.filters.addresses import relative_url
from editor.render.liquid.models import DocumentModel, LinkTarget
from editor.render.liquid.output import Output
from editor.render.liquid.parser import TagReader, TagStart, TemplateParser
from editor.render.liquid.problems import Severity
from editor.render.liquid.setup import LiquidSetup
from editor.render.liquid.templates import Templates
from editor.render.liquid.values.strings import strip

_POST = re.compile(r"^(.+/)*(\d+-\d+-\d+)-(.*)$", re.ASCII | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class LinkNode:
    """Write the address of a page, a post or a file by the path of its source."""

    markup: str
    templates: Templates
    line: int
    is_blank: bool = False
    is_silent: bool = False

    def render(self, context: Context, output: Output) -> None:
        """Write the address; raises JekyllError where the site writes no such thing."""
        caught = Output(context.budget)
        template = self.templates.parse(self.markup, context.setup.strictness.error_mode)
        template.body.render(context, caught)
        path = caught.text()
        rooted = f"/{path.lstrip('/')}"
        for target in _targets(context.setup):
            context.budget.step()
            if target.relative_path in {path, rooted}:
                output.write(relative_url(context, target.url) or "", self.line)
                return
        sentence = f"Could not find document '{path}' in tag 'link'.\n\n"
        raise JekyllError(
            Reason.LINK_MISSING,
            f"{sentence}Make sure the document exists and the path is correct.\n",
        )


def _targets(setup: LiquidSetup) -> Iterator[LinkTarget]:
    yield from setup.site.pages
    yield from setup.site.static_files
    for collection in setup.site.collections.values():
        if collection.output:
            yield from collection.docs


def link_reader(templates: Templates) -> TagReader:
    """Return the reader of `link`; `templates` parses a path that holds values."""

    def read(start: TagStart, parser: TemplateParser) -> LinkNode:
        del parser
        return LinkNode(strip(start.markup), templates, start.line)

    return read


@dataclass(frozen=True, slots=True)
class PostUrlNode:
    """Write the address of a post by the name of its file, without the extension."""

    name: str
    folder: str
    written_date: str
    slug: str
    line: int
    is_blank: bool = False
    is_silent: bool = False

    def render(self, context: Context, output: Output) -> None:
        """Write the address; raises JekyllError for a post that the site does not show."""
        posts = _posts(context.setup)
        context.budget.step(len(posts))
        found = next((post for post in posts if self._names(post)), None)
        if found is None:
            found = self._guess(posts, context)
        if found is None:
            sentence = f"Could not find post \"{self.name}\" in tag 'post_url'.\n"
            raise JekyllError(
                Reason.POST_MISSING,
                f"{sentence}Make sure the post exists and the name is correct.\n",
            )
        output.write(relative_url(context, found.url) or "", self.line)

    def _names(self, post: DocumentModel) -> bool:
        stem = re.escape(f"{self.written_date}-{self.slug}")
        folder = re.escape(self.folder)
        pattern = rf"_posts/{folder}{stem}\.[^.]+|{folder}_posts/?{stem}\.[^.]+"
        return re.match(pattern, post.relative_path) is not None

    def _guess(self, posts: Sequence[DocumentModel], context: Context) -> DocumentModel | None:
        """Return the post of this slug and day, as Jekyll once found posts; it warns of that."""
        for post in posts:
            if (
                post.data.get("slug") == self.slug
                and post.date
                and self._day(context) == (post.date.date())
            ):
                sentence = (
                    f"A call to '{{% post_url {self.name} %}}' did not match a post using the new "
                    "matching method of checking name (path-date-slug) equality. Please make sure "
                    "that you change this tag to match the post's name exactly."
                )
                warning = LiquidError(Reason.POST_GUESSED, sentence, Speaker.JEKYLL)
                context.report(warning.located(self.line), Severity.WARNING)
                return post
        return None

    def _day(self, context: Context) -> date:
        setup = context.setup
        try:
            return parse_time(self.written_date, setup.zone, setup.now).when.date()
        except (NoMomentError, BeyondCalendarError) as error:
            sentence = f"'{self.written_date}' does not contain valid date and/or title."
            whole = f"Invalid date '{self.written_date}': {sentence}"
            raise JekyllError(Reason.POST_NAME, whole) from error


def _posts(setup: LiquidSetup) -> Sequence[DocumentModel]:
    posts = setup.site.collections.get("posts")
    return [] if posts is None else posts.docs


def read_post_url(start: TagStart, parser: TemplateParser) -> PostUrlNode:
    """Read a `post_url`; its name has to hold a date and a slug."""
    del parser
    name = strip(start.markup)
    found = _POST.search(name.removeprefix("/"))
    if found is None:
        raise JekyllError(
            Reason.POST_NAME,
            f"Could not parse name of post \"{name}\" in tag 'post_url'.\n"
            " Make sure the post exists and the name is correct.\n"
            f" Jekyll::Errors::InvalidPostNameError: '{name}' does not contain valid date "
            "and/or title.\n",
        )
    return PostUrlNode(name, found[1] or "", found[2], found[3], start.line)
