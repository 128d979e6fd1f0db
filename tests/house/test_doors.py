"""One door for each danger, where a linter's list of banned names cannot say it."""

import ast
from pathlib import Path

import pytest

EDITOR = Path(__file__).parents[2] / "editor"

# method -> the only modules that may call it, and why there is a door at all
DOORS = {
    "toPlainText": {"ui/text/text_buffer.py"},  # no-break spaces become blanks, a BOM is dropped
    "setPlainText": {"ui/text/text_buffer.py"},
    "write_text": set(),  # a crash in the middle leaves half a file: site/atomic_write
    "write_bytes": set(),
    "openUrl": {"ui/dialogs/open_outside.py"},  # only web and mail addresses may leave
}


def calls():
    """Yield every call in the program: its module, its line, the method called, the node."""
    for file in sorted(EDITOR.rglob("*.py")):
        module = file.relative_to(EDITOR).as_posix()
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Call):
                match node.func:
                    case ast.Attribute(attr=name) | ast.Name(id=name):
                        yield module, node.lineno, name, node


@pytest.mark.parametrize("method", DOORS)
def test_a_danger_is_met_at_its_own_door_only(method):
    """What goes wrong silently is done in one place, where it is done right."""
    found = {f"{module}:{line}" for module, line, name, _ in calls() if name == method}
    assert {place for place in found if place.split(":")[0] not in DOORS[method]} == set()


def test_a_file_is_opened_for_writing_only_where_writing_is_made_safe():
    """A full disk or a kill never costs a word, because no one writes past site/atomic_write."""
    modes = {
        f"{module}:{line}": mode
        for module, line, name, node in calls()
        if name == "open" and (mode := _mode(node)) and set(mode) & set("wax+")
    }
    assert modes == {}


def _mode(call):
    """Return the mode of `open(path, mode)` or `path.open(mode)`, empty when it is not there."""
    positional = call.args[1:2] if isinstance(call.func, ast.Name) else call.args[:1]
    named = [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    return next((node.value for node in [*named, *positional] if _is_text(node)), "")


def _is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_a_signal_is_connected_to_a_method_with_a_name():
    """A lambda keeps its window alive after it was closed, and a trace cannot name it."""
    lambdas = {
        f"{module}:{line}"
        for module, line, name, node in calls()
        if name == "connect" and any(isinstance(argument, ast.Lambda) for argument in node.args)
    }
    assert lambdas == set()
