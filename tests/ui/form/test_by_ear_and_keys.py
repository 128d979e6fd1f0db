"""The form for those who do not see it, and for those who use no pointer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from editor.ui.form.image_field import ImageField

EVERYTHING = """\
layout: post
title: 港口的渡轮：以“太阳号”命名
subtitle: مهرجان الميناء يعود إلى الأرصفة هذا الشتاء
date: 2025-11-17T02:08:21
author: News desk
categories: [News]
tags: one, two
excerpt: Short
image: /a.png
published: true
weight: 3
toc: yes
header: {overlay: x, wide: true}
sources:
- name: A
  year: 2020
odd: {1: a}
"""
Role = QAccessible.Role
ROLES = {Role.EditableText, Role.ComboBox, Role.Button, Role.PushButton}


def stops(desk):
    """Give all that takes the keys, in the order of Tab."""
    desk.form.setFocus()
    seen = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        desk.press(Qt.Key.Key_Tab)
    return seen


def test_every_field_has_a_name_a_role_and_a_description(desk):
    """A screen reader says what it is, of which kind, and what stands under it."""
    desk.open(EVERYTHING)
    seen = [widget for widget in stops(desk) if desk.form.isAncestorOf(widget)]
    assert len(seen) > 25
    for widget in seen:
        role = QAccessible.queryAccessibleInterface(widget).role()
        said = (type(widget).__name__, widget.accessibleName())
        assert widget.accessibleName() or getattr(widget, "text", str)(), said
        assert role in ROLES, (said, role)
        if not isinstance(widget, QAbstractButton):
            assert widget.accessibleDescription(), said


def test_no_two_inputs_go_by_one_name(desk):
    """Two fields called Name are told apart by the group that they are in."""
    desk.open(EVERYTHING)
    names = [
        widget.accessibleName()
        for widget in stops(desk)
        if desk.form.isAncestorOf(widget) and not isinstance(widget, QAbstractButton)
    ]
    assert len(set(names)) == len(names)


def test_whatever_can_be_clicked_can_be_reached_with_the_keys(desk):
    """The calendar, the chevron and the dots have keys of their own: ↓ and the menu key."""
    desk.open(EVERYTHING)
    reached = set(stops(desk))
    by_other_keys = {"CalendarButton", "DotsButton"}
    for button in desk.form.findChildren(QAbstractButton):
        is_asked = button.isVisible() and button.isEnabled()
        if is_asked and type(button).__name__ not in by_other_keys:
            assert button in reached, button.text()


def test_sixty_keys_of_a_sites_own_are_all_there(desk):
    """Each is reached, named and edited; the last comes into view."""
    desk.open("".join(f"own_key_{number}: value {number}\n" for number in range(60)))
    for number in (0, 30, 59):
        assert desk.shown(f"Own key {number}") == f"value {number}"
    desk.form.focus_field("own_key_59")
    last = desk.input("Own key 59")
    assert last.hasFocus()
    desk.type("!")
    assert "own_key_59: '!value 59'\n" in desk.lines.replace('"', "'")
    content = last.visibleRegion()
    assert not content.isEmpty()


@pytest.mark.parametrize(
    "title",
    [
        "مهرجان الميناء يعود: «الشمس»",
        "港口的渡轮以太阳号命名",
        "👩‍👩‍👧 family",
        "a" * 3000,
        "Tab\there",
    ],
)
def test_a_title_of_any_script_and_length_is_edited_as_it_is(desk, title):
    """Not a character is lost or turned around in the file."""
    desk.open("title: x\n")
    desk.empty("Title")
    QApplication.clipboard().setText(title)
    desk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.front_matter.value("title") == title
    assert desk.shown("Title") == title


def test_a_group_is_gone_through_in_the_order_in_which_it_is_seen(desk):
    """Tab walks the parts, then the next field."""
    desk.open("title: A\nheader: {b: 1, a: 2}\nzebra: z\n")
    names = [widget.accessibleName() for widget in stops(desk)]
    places = [names.index(name) for name in ("B, Header", "A, Header", "Zebra")]
    assert places == sorted(places)


def test_the_picture_is_no_riddle_without_eyes(desk):
    """Its links say which picture they are about."""
    desk.open("image: /a.png\n")
    field = next(each for each in desk.form.findChildren(QWidget) if isinstance(each, ImageField))
    assert field.replace.accessibleName() == "Image: choose another"
    assert field.remove.accessibleName() == "Image: remove"
