"""Read the YAML of a single value that a person typed."""

from editor.post.errors import DatelineError
from editor.post.field_values import Literal, NewValue
from editor.post.yaml_nodes import Mapping
from editor.post.yaml_text import NotYaml, parse
from editor.post.yaml_values import ValueReader

_KEY = "value:\n"
_INDENT = "  "


class NotAValue(DatelineError):
    """Leave the value as it was, because what was typed is not YAML."""


def read_raw_value(text: str) -> NewValue:
    """Give the value that a YAML text of one or more lines says, to be written for a key.

    Raises:
        NotAValue: The text cannot be read as one value.
    """
    lines = text.strip("\n").split("\n")
    wrapped = _KEY + "\n".join(_INDENT + line for line in lines)
    try:
        document = parse(wrapped)
    except NotYaml as problem:
        line = wrapped.count("\n", 0, problem.at)
        said = (
            f"This is not YAML yet: look at line {line}." if line > 1 else "This is not YAML yet."
        )
        raise NotAValue(said) from problem
    root = document.root
    is_one = isinstance(root, Mapping) and len(root.pairs) == 1 and document.second is None
    if not isinstance(root, Mapping) or not is_one:
        raise NotAValue("This is more than one value.")
    value: NewValue = ValueReader().read(root.pairs[0][1])
    return Literal("") if value is None else value
