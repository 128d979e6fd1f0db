"""The menu bar, built from the table of actions."""

from PySide6.QtWidgets import QMenu, QMenuBar

from editor.ui.actions import Actions


def fill_menu_bar(bar: QMenuBar, actions: Actions, recent: QMenu) -> None:
    """Put every action into its menu, and `recent` below the ways to open."""
    menus: dict[str, QMenu] = {}
    for spec, action in actions.all():
        menu = _menu(spec.menu, bar, menus)
        if spec.starts_group:
            menu.addSeparator()
        menu.addAction(action)
        if spec.name == "open_site":
            menu.addMenu(recent)


def _menu(path: str, bar: QMenuBar, menus: dict[str, QMenu]) -> QMenu:
    """Give the menu of a path like `F&ormat/&List`, made where it is first asked for."""
    if path not in menus:
        outer, _, title = path.rpartition("/")
        parent = _menu(outer, bar, menus) if outer else bar
        menus[path] = parent.addMenu(title)
    return menus[path]
