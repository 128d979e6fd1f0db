"""Show the data files of a site to a template, each read when it is asked for."""

from typing_extensions import override

from editor.render.liquid.drops import shown
from editor.render.liquid.values.kinds import Drop
from editor.site.data_files import DataFiles


class DataDrop(Drop):
    """Give data files by their names; each is read, and turned into what templates use, once."""

    def __init__(self, files: DataFiles) -> None:
        self._files = files
        self._shown: dict[str, object] = {}

    @override
    def names(self) -> tuple[str, ...]:
        return tuple(self._files)

    @override
    def has(self, key: object) -> bool:
        return key in self._files

    @override
    def get(self, key: object) -> object:
        if not isinstance(key, str) or key not in self._files:
            return None
        if key not in self._shown:
            self._shown[key] = shown(self._files[key])
        return self._shown[key]
