"""The menu bar, built from the table of actions."""

from PySide6.QtWidgets import QMenu, QMenuBar

from editor.ui.actions import Actions


def fill_menu_bar(bar: QMenuBar, actions: Actions, recent: QMenu) -> None:
    """Put every action into its menu, and `recent` below the ways to open."""
    menus: dict[str, QMenu] = {}
    for spec, action in actions.all():
        menu = menus.get(spec.menu)
        if menu is None:
            menu = bar.addMenu(spec.menu)
            menus[spec.menu] = menu
        if spec.starts_group:
            menu.addSeparator()
        menu.addAction(action)
        if spec.name == "open_site":
            menu.addMenu(recent)
