"""The sections of the posts column: posts, drafts, scheduled, and each collection."""

from collections.abc import Container, Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from editor.ui.theme import SPACE_S

SECTIONS: Final[Mapping[str, str]] = {"post": "Posts", "draft": "Drafts", "later": "Later"}
"""The sections that every site has; one of a collection is its folder's name."""

PAGES: Final = "page"
_TITLES: Final = {**SECTIONS, PAGES: "Pages"}


class SectionTabs(QWidget):
    """Let one section be chosen, and tell how many posts each has."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = "post"
        self._counts: Mapping[str, int] = {}
        self._collections: tuple[str, ...] = ()
        # Where there is no room for all of it, less is shown, and nothing is cut off.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_S, 0, 0, 4)
        row.setSpacing(6)
        group = QButtonGroup(self)
        self._tabs = {name: self._made_tab(name, group) for name in SECTIONS}
        self._more = self._made_tab("more", group)
        self._more.setAccessibleName("Collections and pages")
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_menu)
        for tab in (*self._tabs.values(), self._more):
            row.addWidget(tab)
        row.addStretch(1)
        self.show_counts({}, ())

    def show_counts(self, counts: Mapping[str, int], collections: tuple[str, ...]) -> None:
        """Show how many posts each section has, and the collections that the site has."""
        self._counts, self._collections = counts, collections
        self._more.setVisible(bool(collections))
        self._more.setChecked(self.section not in SECTIONS)
        for name, tab in self._tabs.items():
            tab.setChecked(name == self.section)
            tab.setToolTip(_words(SECTIONS[name], counts.get(name, 0)))
        for counted in ({*SECTIONS, self.section}, {self.section}, set[str]()):
            self._show_words(counted)
            if self.sizeHint().width() <= self.width():
                break

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_counts(self._counts, self._collections)

    def _show_words(self, counted: Container[str]) -> None:
        """Show the names; where there is no room for all counts, those of some sections."""
        for name, tab in self._tabs.items():
            tab.setText(_words(SECTIONS[name], self._counts.get(name, 0) * (name in counted)))
        here = self.section
        words = _words(title_of(here), self._counts.get(here, 0) * (here in counted))
        self._more.setText("More ▾" if here in SECTIONS else f"{words} ▾")

    def choose(self, section: str) -> None:
        """Choose a section."""
        self.section = section
        self.show_counts(self._counts, self._collections)

    def _made_tab(self, name: str, group: QButtonGroup) -> QPushButton:
        tab = QPushButton(self)
        tab.setObjectName(name)
        tab.setProperty("tab", "true")
        tab.setCheckable(True)
        tab.clicked.connect(self._on_more if name == "more" else self._on_tab)
        group.addButton(tab)
        return tab

    def _on_tab(self) -> None:
        self.choose(self.sender().objectName())
        self.chosen.emit(self.section)

    def _on_more(self) -> None:
        self._menu.clear()
        for section in self._collections:
            action = self._menu.addAction(_words(title_of(section), self._counts.get(section, 0)))
            action.setData(section)
        self.choose(self.section)
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _on_menu(self) -> None:
        action = self._menu.activeAction()
        if action is not None:
            self.choose(str(action.data()))
            self.chosen.emit(self.section)


def title_of(section: str) -> str:
    """Give the name of a section as people read it."""
    plain = section.removeprefix("_").replace("_", " ").replace("-", " ")
    return _TITLES.get(section, plain[:1].upper() + plain[1:])


def _words(title: str, count: int) -> str:
    return f"{title} {count}" if count else title
