"""Name the fields that a form knows before it sees a post: their labels, kinds and help."""

from dataclasses import dataclass
from enum import Enum, auto

from editor.post.field_values import Value


class FieldKind(Enum):
    """The kinds of input that a form knows."""

    TITLE = auto()
    TEXT = auto()
    LONG_TEXT = auto()
    WORD = auto()
    AUTHOR = auto()
    LAYOUT = auto()
    MOMENT = auto()
    DATE = auto()
    CHIPS = auto()
    CHOICE = auto()
    IMAGE = auto()
    POST = auto()
    YES_NO = auto()
    NUMBER = auto()
    MAP = auto()
    MAPS = auto()
    RAW = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold one of the values that a field may have, and how a writer reads it."""

    value: Value
    label: str


@dataclass(frozen=True, slots=True)
class Condition:
    """Say when a field is wanted: another field has one of these values, or any at all."""

    key: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """Say what the form knows of a key before it sees a value.

    Attributes:
        key: The key in the front matter.
        label: Its name for a writer; `&` stands before the letter of its Alt key.
        kind: The input that suits it, as long as the value allows it.
        help: A sentence for the line under the field, "" for none.
        limit: How many characters readers will see of it, 0 for no limit.
        default_choice: What a yes-or-no field says when the key is absent.
        required: Whether a post is not ready without it.
        choices: The values that it may have, none for any.
        least: The smallest number, or None.
        most: The largest number, or None.
        pattern: What the whole text must match, "" for anything.
        pattern_help: What to write, for a text that does not match.
        shown_when: What must hold for it to be asked for.
        parts: What is known of the keys in a mapping, or in each mapping of a list.
    """

    key: str
    label: str
    kind: FieldKind
    help: str = ""
    limit: int = 0
    default_choice: str = "Not set"
    required: bool = False
    choices: tuple[Choice, ...] = ()
    least: float | None = None
    most: float | None = None
    pattern: str = ""
    pattern_help: str = ""
    shown_when: tuple[Condition, ...] = ()
    parts: tuple["FieldSpec", ...] = ()

    @property
    def name(self) -> str:
        """Give the label without its Alt key."""
        return self.label.replace("&&", "\0").replace("&", "").replace("\0", "&")


_Kind = FieldKind
# Every post has these fields in the form, in this order, whether its file has the keys or not.
HOUSE_FIELDS = (
    FieldSpec("title", "&Title", _Kind.TITLE),
    FieldSpec("date", "&Date", _Kind.MOMENT),
    FieldSpec("author", "&Author", _Kind.AUTHOR),
    FieldSpec("categories", "&Categories", _Kind.CHIPS),
    FieldSpec("tags", "Ta&gs", _Kind.CHIPS),
    FieldSpec(
        "excerpt", "E&xcerpt", _Kind.LONG_TEXT, "As in the feed and in search results", limit=160
    ),
    FieldSpec("image", "I&mage", _Kind.IMAGE),
    FieldSpec("layout", "&Layout", _Kind.LAYOUT),
    FieldSpec("published", "Pu&blished", _Kind.YES_NO, default_choice="As default"),
)
# What Jekyll, its common plugins and themes read beside them.
COMMON_FIELDS = (
    FieldSpec("description", "Description", _Kind.LONG_TEXT, "As in search results", limit=160),
    FieldSpec("subtitle", "Subtitle", _Kind.TEXT),
    FieldSpec("permalink", "Permalink", _Kind.TEXT, "The address, in place of the site's pattern"),
    FieldSpec("slug", "Slug", _Kind.TEXT, "The last part of the address"),
    FieldSpec("last_modified_at", "Last modified", _Kind.MOMENT),
    FieldSpec("lang", "Language", _Kind.TEXT),
    FieldSpec("redirect_from", "Redirect from", _Kind.CHIPS, "Old addresses that lead here"),
    FieldSpec("canonical_url", "Canonical address", _Kind.TEXT),
    FieldSpec("comments", "Comments", _Kind.YES_NO),
    FieldSpec("hidden", "Hidden from the list", _Kind.YES_NO),
    FieldSpec("sitemap", "In the sitemap", _Kind.YES_NO),
    FieldSpec("toc", "Table of contents", _Kind.YES_NO),
    FieldSpec("math", "Formulas", _Kind.YES_NO),
    FieldSpec("pin", "Pinned", _Kind.YES_NO),
    FieldSpec("draft", "Draft", _Kind.YES_NO),
    FieldSpec("category", "Category", _Kind.CHIPS),
    FieldSpec("tag", "Tag", _Kind.CHIPS),
    FieldSpec("authors", "Authors", _Kind.CHIPS),
    FieldSpec("image_alt", "Image in words", _Kind.TEXT, "For those who do not see it"),
    FieldSpec("cover", "Cover", _Kind.IMAGE),
    FieldSpec("thumbnail", "Thumbnail", _Kind.IMAGE),
    FieldSpec("excerpt_separator", "Excerpt separator", _Kind.TEXT),
)
_SPECS = {spec.key: spec for spec in HOUSE_FIELDS + COMMON_FIELDS}


def spec_for(key: str) -> FieldSpec:
    """Give what is known of a key; an unknown one is a text under its own name."""
    return _SPECS.get(key) or plain_spec(key)


def plain_spec(key: str) -> FieldSpec:
    """Give a text field under the key's own name, whatever Jekyll makes of such a key."""
    return FieldSpec(key, _label(key).replace("&", "&&"), FieldKind.TEXT)


def is_known(key: str) -> bool:
    """Tell whether Jekyll, a common plugin or a theme gives the key a meaning."""
    return key in _SPECS


def _label(key: str) -> str:
    """Give a key's name for a writer: `header_image` is “Header image”, `iOS` stays."""
    if not key.strip():
        return "(no name)"
    if key != key.lower():
        return key
    words = key.replace("_", " ").replace("-", " ").strip() or key
    return words[:1].upper() + words[1:]
