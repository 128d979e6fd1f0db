"""Read the data files of a site, each when it is asked for, under the names that Jekyll gives.

Jekyll 4.3: `DataReader`.
"""

import csv
import io
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import regex
from typing_extensions import override

from editor.post.field_values import Key, Value
from editor.post.ruby.text import ruby_text
from editor.site.folders import Site
from editor.site.merging import laid_over, named
from editor.site.post_text import LARGEST, read_whole
from editor.site.shown_names import shown_name
from editor.site.yaml_file import UnreadableFile, read_yaml

ENDINGS: Final = (".yaml", ".yml", ".json", ".csv", ".tsv")
"""The endings of data files; of two files with one name the later ending wins."""

_DROPPED = regex.compile(
    r"[^\w\s-]+|(?:^|(?<=\b\s))\s+(?=$|\s?\b)", regex.ASCII | regex.MULTILINE | regex.VERSION0
)
_BLANKS = re.compile(r"\s+", re.ASCII)
_NUMERIC: Final = frozenset({"numeric", "all"})


def data_name(stem: str) -> str:
    """Give the name of a data file or folder in `site.data`: `My File` is `My_File`."""
    return _BLANKS.sub("_", _DROPPED.sub("", stem))


class DataFiles(Mapping[str, Value]):
    """Give what each data file holds; a file is read once, when it is first asked for.

    Attributes:
        problems: sentences about files that could not be read so far; Jekyll stops at them.
    """

    def __init__(self, folders: Sequence[Path], site: Site) -> None:
        """Look for the files.

        Args:
            folders: the folders of data, the theme's before the site's own, which wins.
            site: the site.
        """
        self._site = site
        self._entries: dict[str, list[Path]] = {}
        self._read: dict[str, Value] = {}
        self.problems: list[str] = []
        for folder in folders:
            for key, path in _listed(folder):
                self._entries.setdefault(key, []).append(path)

    @override
    def __getitem__(self, key: str) -> Value:
        if key not in self._read:
            self._read[key] = self._merged(self._entries[key])
        return self._read[key]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    @override
    def __len__(self) -> int:
        return len(self._entries)

    def _merged(self, paths: list[Path]) -> Value:
        merged: Value = None
        for path in paths:
            value = self._value(path)
            if isinstance(merged, dict) and isinstance(value, dict):
                merged = laid_over(merged, value)
            else:
                merged = value
        return merged

    def _value(self, path: Path) -> Value:
        if path.is_symlink() and not self._site.contains(path):
            return None
        if path.is_dir():
            return {key: self._value(inner) for key, inner in _listed(path)}
        try:
            return self._file(path)
        except UnreadableFile as error:
            self.problems.append(str(error))
            return None

    def _file(self, path: Path) -> Value:
        match path.suffix:
            case ".csv" | ".tsv":
                return _table(path, self._site)
            case ".json":
                return _json(path)
            case _:
                return read_yaml(path)


def _listed(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give the data in a folder in Jekyll's order: files by ending and name, then folders."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(
                (each.name, each.is_dir(follow_symlinks=False))
                for each in entries
                if not each.name.startswith(".")
            )
    except OSError:
        return
    chosen: dict[str, Path] = {}
    for ending in ENDINGS:
        for name, is_folder in found:
            if not is_folder and name.endswith(ending) and name != ending:
                chosen[data_name(name.removesuffix(ending))] = folder / name
    for name, is_folder in found:
        if is_folder:
            chosen[data_name(name)] = folder / name
    yield from chosen.items()


def _json(path: Path) -> Value:
    """Read a JSON file; what is no strict JSON may still be YAML, which is what Jekyll reads."""
    if path.stat().st_size > LARGEST:
        raise UnreadableFile(f"“{shown_name(path)}” is larger than Dateline reads.")
    try:
        value: Value = json.loads(read_whole(path).removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return read_yaml(path)
    return value


def _table(path: Path, site: Site) -> Value:
    """Read a table whose first line names its columns; an empty cell is nothing."""
    is_tsv = path.suffix == ".tsv"
    settings = named(site.config.settings.get("tsv_reader" if is_tsv else "csv_reader"))
    text = read_whole(path, ruby_text(settings.get("encoding")) or site.config.encoding)
    converters = settings.get("csv_converters")
    are_numbers = isinstance(converters, list) and bool(
        _NUMERIC.intersection(map(str, converters))
    )
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter="\t" if is_tsv else ","))
    except csv.Error as error:
        raise UnreadableFile(f"“{shown_name(path)}” is no table: {error}.") from error
    cells = [[_cell(cell, are_numbers=are_numbers) for cell in row] for row in rows]
    if settings.get("headers", True) is False:
        return [list(row) for row in cells]
    return [_row(rows[0], line) for line in cells[1:]]


def _row(heads: Sequence[str], cells: Sequence[Value]) -> Value:
    """Name the cells of a row by their columns; of two columns with one name the first counts."""
    row: dict[Key, Value] = {}
    for place, head in enumerate(heads):
        row.setdefault(head, cells[place] if place < len(cells) else None)
    return row


def _cell(text: str, *, are_numbers: bool) -> Value:
    if not text:
        return None
    if are_numbers:
        for kind in (int, float):
            try:
                return kind(text)
            except ValueError:
                continue
    return text
