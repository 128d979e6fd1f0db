"""Read a file of the site that holds YAML and nothing else, as Jekyll's SafeYAML reads it."""

from pathlib import Path

from editor.post.errors import DatelineError
from editor.post.field_values import Value
from editor.post.yaml_text import IN_A_FILE, NotYaml, parse
from editor.post.yaml_values import ValueReader
from editor.site.shown_names import shown_name

_LARGEST = IN_A_FILE.characters

_WHY = {
    "syntax": "is not valid YAML",
    "too-big": "is larger or more tangled than Dateline reads",
    "alias-in-itself": "refers to itself without end",
    "control-character": "holds a character that YAML does not allow",
}


class UnreadableFile(DatelineError):
    """Report a file of the site that cannot be read, with the line where reading stopped."""


def read_yaml(path: Path) -> Value:
    """Read the first document of a YAML file; an empty file is None.

    Raises:
        UnreadableFile: the file is missing, too large, no UTF-8, or no YAML.
    """
    text = read_text(path)
    try:
        root = parse(text, IN_A_FILE).root
    except NotYaml as error:
        before = text[: error.at]
        place = f"line {before.count(chr(10)) + 1}, column {error.at - before.rfind(chr(10))}"
        words = f" ({error.problem})" if error.problem else ""
        raise UnreadableFile(
            f"“{shown_name(path)}” {_WHY[error.kind]}: {place}{words}."
        ) from error
    return None if root is None else ValueReader().read(root)


def read_text(path: Path) -> str:
    """Read a small file as UTF-8; a byte order mark at its beginning is not part of the text.

    Raises:
        UnreadableFile: the file is missing, too large, or no UTF-8.
    """
    name = shown_name(path)
    try:
        with path.open("rb") as stream:
            raw = stream.read(_LARGEST + 1)
    except OSError as error:
        raise UnreadableFile(f"“{name}” cannot be read: {error.strerror or error}.") from error
    if len(raw) > _LARGEST:
        raise UnreadableFile(f"“{name}” is larger than Dateline reads.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(f"“{name}” is not stored as UTF-8: line {line}.") from error
