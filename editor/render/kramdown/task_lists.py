"""Put check boxes into task lists."""

import re

from editor.render.kramdown.tree import Node

_OPEN = re.compile(r"[ \t\n\v\f\r]*\[ \][ \t\n\v\f\r]+")
_DONE = re.compile(r"[ \t\n\v\f\r]*\[[xX]\][ \t\n\v\f\r]+")
_BOX = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"'


def mark_tasks(listing: Node) -> None:
    """Turn ``[ ]`` and ``[x]`` at the start of items into boxes.

    From the first box on every item of the list gets the class, box or not. The box goes into
    the text as HTML, before spans are read.
    """
    is_task_list = False
    for item in listing.children:
        if not item.children or item.children[0].kind != "p":
            continue
        paragraph = item.children[0]
        if paragraph.children and _put_box(paragraph.children[0]):
            is_task_list = True
        if is_task_list:
            item.attributes["class"] = "task-list-item"
    if is_task_list:
        listing.attributes["class"] = "task-list"


def _put_box(text: Node) -> bool:
    for pattern, state in ((_OPEN, " />"), (_DONE, ' checked="checked" />')):
        found = pattern.match(text.value)
        if found is not None:
            text.value = _BOX + state + text.value[found.end() :]
            return True
    return False
