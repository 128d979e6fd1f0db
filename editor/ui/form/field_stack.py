"""The fields of a form, one below the other, made once and used again for the next post."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from editor.post.field_specs import FieldKind
from editor.post.form_field import FormField
from editor.ui.form.chips_field import ChipsField
from editor.ui.form.choice_field import ChoiceField
from editor.ui.form.field import Field
from editor.ui.form.field_frame import RING
from editor.ui.form.form_site import FormSite
from editor.ui.form.group_field import GroupField
from editor.ui.form.groups_field import GroupsField
from editor.ui.form.image_field import ImageField
from editor.ui.form.look import Look
from editor.ui.form.moment_field import MomentField
from editor.ui.form.number_field import NumberField
from editor.ui.form.part_stack import PartStack
from editor.ui.form.raw_field import RawField
from editor.ui.form.suggestion_list import SuggestionList
from editor.ui.form.text_field import TextField
from editor.ui.form.title_field import TitleField
from editor.ui.form.word_field import WordField
from editor.ui.form.yes_no_field import YesNoField

_SIDE_BY_SIDE = ("layout", "published")
_GAP = 13
_COLUMNS = 2
_WAS_HIDDEN = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
_Kind = FieldKind
_ANY_TEXT = frozenset({_Kind.TEXT, _Kind.LONG_TEXT})


class FieldStack(PartStack):
    """Show fields in order; a field keeps its widget as long as its kind stays."""

    rename_asked = Signal()

    def __init__(
        self, look: Look, site: FormSite, offers: SuggestionList, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._site = site
        self._offers = offers
        self._is_read_only = False
        self._following: tuple[QWidget, ...] = ()
        self._chained: tuple[QWidget, ...] = ()
        self._fields: dict[str, Field] = {}
        self._kinds: dict[Field, FieldKind] = {}
        self._spare: defaultdict[FieldKind, list[Field]] = defaultdict(list)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8 - 2 * RING)
        self._grid.setVerticalSpacing(_GAP - RING)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    @override
    def show_fields(self, shown: Sequence[FormField]) -> None:
        """Show these fields and no others."""
        before = list(self._fields.values())
        self._fields = self._widgets_for(shown)
        now = list(self._fields.values())
        if before != now:
            self._arrange()
        for field in set(before).difference(now):
            field.hide()
        for each in shown:
            self._fields[each.key].show_field(each)
        self._chain()

    def fields(self) -> tuple[Field, ...]:
        """Give the fields from top to bottom."""
        return tuple(self._fields.values())

    def field(self, key: str) -> Field | None:
        """Give the field of a key."""
        return self._fields.get(key)

    @override
    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        self._look = look
        for field in self._kinds:
            field.set_look(look)

    @override
    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let values be read and copied, but not changed."""
        self._is_read_only = is_read_only
        for field in self._kinds:
            field.set_read_only(is_read_only=is_read_only)

    @override
    def site_changed(self) -> None:
        """Show anew what depends on the site around the post."""
        for field in self._fields.values():
            field.site_changed()

    @override
    def tab_stops(self) -> list[QWidget]:
        """Give all parts that take the keys, from top to bottom."""
        return [stop for field in self._fields.values() for stop in field.all_stops()]

    def set_following(self, stops: Sequence[QWidget]) -> None:
        """Let Tab go on to these after the last field."""
        self._following = tuple(stops)

    @override
    def commit(self) -> None:
        """Take what was typed and waits for Enter."""
        for field in self._fields.values():
            field.commit()

    @override
    def forget(self) -> None:
        """Drop what was typed and not taken: another post comes."""
        for field in self._fields.values():
            field.forget()

    def _widgets_for(self, shown: Sequence[FormField]) -> dict[str, Field]:
        """Give each field a widget: its own, one that is spare, or a new one."""
        left = dict(self._fields)
        kept = {
            each.key: left.pop(each.key)
            for each in shown
            if each.key in left and self._suits(left[each.key], each)
        }
        for field in left.values():
            self._spare[self._kinds[field]].append(field)
        return {each.key: kept.get(each.key) or self._taken(each.spec.kind) for each in shown}

    def _suits(self, field: Field, shown: FormField) -> bool:
        """Tell whether a field can go on showing its key; one with the keys in it stays longer."""
        kind, wanted = self._kinds[field], shown.spec.kind
        if kind is wanted:
            return True
        if not any(part.hasFocus() for part in field.inputs()):
            return False
        is_emptied = kind is _Kind.NUMBER and shown.value is None
        return kind is _Kind.RAW or {kind, wanted} == _ANY_TEXT or is_emptied

    def _taken(self, kind: FieldKind) -> Field:
        if self._spare[kind]:
            return self._spare[kind].pop()
        field = self._makers()[kind]()
        self._kinds[field] = kind
        field.set_look(self._look)
        field.set_read_only(is_read_only=self._is_read_only)
        field.edited.connect(self.edited)
        field.cure_asked.connect(self.cure_asked)
        field.reached.connect(self._on_reached)
        return field

    def _makers(self) -> Mapping[FieldKind, Callable[[], Field]]:
        look, site, offers = self._look, self._site, self._offers
        return {
            _Kind.TITLE: self._title,
            _Kind.TEXT: partial(TextField, look, _Kind.TEXT, self),
            _Kind.LONG_TEXT: partial(TextField, look, _Kind.LONG_TEXT, self),
            _Kind.WORD: partial(WordField, look, site, offers, self),
            _Kind.AUTHOR: partial(WordField, look, site, offers, self),
            _Kind.LAYOUT: partial(WordField, look, site, offers, self),
            _Kind.MOMENT: partial(MomentField, look, site, self),
            _Kind.DATE: partial(MomentField, look, site, self),
            _Kind.CHOICE: partial(ChoiceField, look, self),
            _Kind.POST: partial(WordField, look, site, offers, self),
            _Kind.MAP: self._group,
            _Kind.MAPS: partial(GroupsField, look, self._stack_of_parts, self),
            _Kind.CHIPS: partial(ChipsField, look, site, offers, self),
            _Kind.IMAGE: self._image,
            _Kind.YES_NO: partial(YesNoField, look, self),
            _Kind.NUMBER: partial(NumberField, look, self),
            _Kind.RAW: partial(RawField, look, self),
        }

    def _stack_of_parts(self, parent: QWidget) -> PartStack:
        stack = FieldStack(self._look, self._site, self._offers, parent)
        stack.field_reached.connect(self.field_reached)
        return stack

    def _title(self) -> Field:
        title = TitleField(self._look, self)
        title.file_line.rename_asked.connect(self.rename_asked)
        return title

    def _group(self) -> Field:
        group = GroupField(self._look, self._stack_of_parts, self)
        group.image_pick_asked.connect(self.image_pick_asked)
        group.image_given.connect(self.image_given)
        return group

    def _image(self) -> Field:
        image = ImageField(self._look, self._site, self)
        image.pick_asked.connect(self.image_pick_asked)
        image.given.connect(self.image_given)
        return image

    def _arrange(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        row = -1
        for key, field in self._fields.items():
            is_beside = key == _SIDE_BY_SIDE[1] and _SIDE_BY_SIDE[0] in self._fields
            row += not is_beside
            span = 1 if key in _SIDE_BY_SIDE else _COLUMNS
            self._grid.addWidget(field, row, int(is_beside), 1, span, Qt.AlignmentFlag.AlignTop)
            if self.isVisible() or field.testAttribute(_WAS_HIDDEN):
                field.show()  # what was never hidden appears with the form, at a lower price

    def _chain(self) -> None:
        stops = (*self.tab_stops(), *self._following)
        if stops != self._chained:
            self._chained = stops
            for one, other in pairwise(stops):
                QWidget.setTabOrder(one, other)

    def _on_reached(self) -> None:
        self.field_reached.emit(self.sender())
