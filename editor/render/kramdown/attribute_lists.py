"""Read what stands in an attribute list: ``.class #id key="value" name``."""

import re

from editor.render.kramdown.boundaries import ID_NAME
from editor.render.kramdown.tree import AttributeList

_PAIR = rf"""({ID_NAME})=(["'])((?:\\\}}|\\\2|[^}}\x02])*?)\2"""
_ID = r"#([A-Za-z][A-Za-z0-9_:-]*)"
_CLASS = r"\.([^ \t\n\v\f\r.#]+)"
_ITEM = re.compile(
    rf"(?:\A|[ \t\n\v\f\r])(?:{_PAIR}|({ID_NAME})|((?:{_ID}|{_CLASS})+))(?=[ \t\n\v\f\r]|\Z)"
)
_ID_OR_CLASS = re.compile(rf"{_ID}|{_CLASS}")


def read_attributes(text: str, into: AttributeList) -> None:
    """Add what ``text`` says to ``into``; what cannot be read (``width=100``) is passed over."""
    for item in _ITEM.finditer(text):
        key, quote, value, name, marks = item[1], item[2], item[3], item[4], item[5]
        if name is not None:
            into.references.append(name)
        elif marks is not None:
            for mark in _ID_OR_CLASS.finditer(marks):
                if mark[2] is not None:
                    into.add("class", mark[2])
                else:
                    into.attributes["id"] = mark[1]
        else:
            # Only a later value replaces here: two class="..." do not add up.
            into.attributes[key] = re.sub(rf"\\(\}}|{quote})", r"\1", value)
