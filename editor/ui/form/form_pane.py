"""The form for a post's front matter."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo
from pathlib import PurePosixPath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.post import file_names
from editor.post.field_edits import Cure, FieldEdit, Insert, Put, PutDate, PutList, Remove, Rename
from editor.post.form_fields import form_fields
from editor.post.form_plan import HOUSE_PLAN, FormPlan
from editor.post.front_matter import FrontMatter
from editor.post.group_edits import edit_below, top_key
from editor.ui.form.caret import go_to_change
from editor.ui.form.field_stack import FieldStack
from editor.ui.form.form_foot import FormFoot
from editor.ui.form.form_scroll import FormScroll
from editor.ui.form.form_site import FormSite, ImageResolver, utc_now
from editor.ui.form.form_style import form_style
from editor.ui.form.image_field import ImageField
from editor.ui.form.look import Look
from editor.ui.form.problem_card import ProblemCard
from editor.ui.form.suggestion_list import SuggestionList
from editor.ui.form.title_field import TitleField
from editor.ui.form.vocabulary import Vocabulary
from editor.ui.theme import Theme

_NARROWEST = 250


class FormPane(QWidget):
    """Show a post's front matter as fields, and say what a person did to them.

    Being shown something never makes the form speak: opening a post emits nothing. Every signal
    is something done with the keys or the pointer.

    Signals:
        field_edited: a key and its new value: text, a `Literal`, a list or a mapping. A key that
            the file does not have is to be inserted.
        date_edited: a key and an aware datetime, to be written in the spelling that the file has.
        list_edited: a key and its items, a list of texts.
        field_removed: a key.
        fields_edited: a key and several edits that make one step (`editor.post.field_edits`).
        quick_fix_asked, raw_asked, fences_asked: what the card of an unreadable front matter, or
            of none, offers.
        rename_asked: the link under the title.
        image_pick_asked: the key of an image field; `place_image` takes the answer.
        image_given: such a key and a picture from outside (`GivenImage`); the same answers it.
    """

    field_edited = Signal(str, object)
    date_edited = Signal(str, object)
    list_edited = Signal(str, object)
    field_removed = Signal(str)
    fields_edited = Signal(str, object)
    quick_fix_asked = Signal()
    raw_asked = Signal()
    fences_asked = Signal()
    rename_asked = Signal()
    image_pick_asked = Signal(str)
    image_given = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Front matter")
        self.setMinimumWidth(_NARROWEST)
        self._front_matter: FrontMatter | None = None
        self._added: list[str] = []
        self._plan = HOUSE_PLAN
        self._file: tuple[str, str, str | None] = ("", "", None)
        self._site = FormSite()
        look = Look.of(theme, self.font())
        self._offers = SuggestionList(look, self)
        self._card = ProblemCard(self)
        self._stack = FieldStack(look, self._site, self._offers, self)
        self._foot = FormFoot(look, self._offers, self)
        self._stack.set_following(self._foot.tab_stops())
        self._scroll = FormScroll((self._card, self._stack, self._foot), self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._connect()
        self.set_theme(theme)
        self._show()

    # What is shown

    def set_front_matter(self, front_matter: FrontMatter | None) -> None:
        """Show a front matter; None says that the file has none.

        What is being typed and says the same already is left alone, caret and all.
        """
        self._front_matter = front_matter
        self._show()

    def set_plan(self, plan: FormPlan) -> None:
        """Show the fields that the site taught the form, with what the post inherits."""
        if plan != self._plan:
            self._plan = plan
            self._show()

    def start_post(self) -> None:
        """Begin with another post: at the top, without what was added or typed and not taken.

        `commit` comes before this where what was typed is wanted.
        """
        self._added.clear()
        self._stack.forget()
        self._scroll.verticalScrollBar().setValue(0)

    def set_file_name(self, text: str, hint: str = "", action: str | None = None) -> None:
        """Show the post's file under its title.

        Args:
            text: The file's name with its folder, with `/` between them.
            hint: A sentence about it, "" for none.
            action: The words that offer to rename it, None for no offer.
        """
        self._file = (text, hint, action)
        self._show_file_name()
        name = file_names.parse(PurePosixPath(text).name)
        day = name.date if name else None
        if day != self._site.name_day:
            self._site.name_day = day
            self._stack.site_changed()

    def set_zone(self, zone: tzinfo, zone_name: str) -> None:
        """Read and write dates in the site's time zone."""
        if (zone, zone_name) != (self._site.zone, self._site.zone_name):
            self._site.zone, self._site.zone_name = zone, zone_name
            self._stack.site_changed()

    def set_own_zone(self, zone: tzinfo | None) -> None:
        """Show dates in the person's own time zone too; None takes this computer's."""
        self._site.own_zone = zone
        self._stack.site_changed()

    def set_clock(self, now: Callable[[], datetime] = utc_now) -> None:
        """Take the present moment, which knows its zone, from another clock."""
        self._site.now = now

    def set_vocabulary(self, words: Vocabulary) -> None:
        """Offer these words while one types, those used most first."""
        if words != self._site.vocabulary:
            self._site.vocabulary = words
            self._stack.site_changed()

    def set_posts(self, titles: Mapping[str, str]) -> None:
        """Offer these posts where a field names another one: titles by name, newest first."""
        if titles != self._site.post_titles:
            self._site.post_titles, self._site.posts = titles, dict.fromkeys(titles, 0)
            self._stack.site_changed()

    def set_site_notes(self, sentences: Sequence[str]) -> None:
        """Say at the form's foot what is wrong with the site's own description of it."""
        self._foot.set_notes(sentences)

    def set_image_resolver(self, resolve: ImageResolver | None) -> None:
        """Show the images that `resolve` gives for a path: a picture, its file, or None."""
        self._site.image = resolve
        self._stack.site_changed()

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let values be read and copied, but not changed."""
        self._stack.set_read_only(is_read_only=is_read_only)
        self._foot.set_read_only(is_read_only=is_read_only)

    def set_theme(self, theme: Theme) -> None:
        """Show the form in another palette."""
        look = Look.of(theme, self.font())
        self.setStyleSheet(form_style(theme))
        for part in (self._offers, self._card, self._stack, self._foot):
            part.set_look(look)

    def show_refusal(self, key: str, sentence: str) -> None:
        """Say under a field why its last edit was not taken, until its value changes."""
        field = self._stack.field(key)
        if field is not None:
            field.show_refusal(sentence)

    # What the window asks for

    def commit(self) -> None:
        """Take what was typed and waits for Enter, before a post is saved or left."""
        self._stack.commit()

    def focus_field(self, key: str) -> None:
        """Bring the keys to a field, and the field into view; an unknown key is added first."""
        if self._stack.field(key) is None:
            self._added.append(key)
            self._show()
        field = self._stack.field(key)
        if field is not None:
            field.inputs()[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.bring_into_view(field)

    def go_to_change(self, key: str, before: FrontMatter | None) -> None:
        """Follow a step that was taken back with the keys, into the field that it changed."""
        value = before.value(key) if before is not None else None
        field = self._stack.field(key)
        if field is not None:
            go_to_change(field.inputs()[0], value if isinstance(value, str) else "")
            self._scroll.bring_into_view(field)

    def image_field(self, key: str) -> ImageField | None:
        """Give the field of an image, to say there what becomes of a picture."""
        field = self._stack.field(key)
        return field if isinstance(field, ImageField) else None

    def place_image(self, key: str, path: str, notes: str = "") -> None:
        """Give an image field, or one in a group, another path; a group keeps what else it says.

        What was done to the picture is said under the field, and its words are asked for.
        """
        value = self._front_matter.value(top_key(key)) if self._front_matter else None
        self._say(edit_below(key, value, path))
        field = self.image_field(key)
        if field is not None:
            field.tell_about(path, notes)
        alt_key = self._plan.alt_key
        if key == "image" and not isinstance(value, dict) and self._stack.field(alt_key) is None:
            self._added.append(alt_key)
            self._show()

    # Inside

    def _connect(self) -> None:
        self._stack.edited.connect(self._say)
        self._stack.cure_asked.connect(self._on_cure_asked)
        self._stack.image_pick_asked.connect(self.image_pick_asked)
        self._stack.image_given.connect(self.image_given)
        self._stack.field_reached.connect(self._scroll.bring_into_view)
        self._stack.rename_asked.connect(self.rename_asked)
        self._foot.field_named.connect(self.focus_field)
        self._foot.raw_asked.connect(self.raw_asked)
        self._card.quick_fix_asked.connect(self.quick_fix_asked)
        self._card.raw_asked.connect(self.raw_asked)
        self._card.fences_asked.connect(self.fences_asked)
        self._scroll.verticalScrollBar().valueChanged.connect(self._offers.hide)

    def _show(self) -> None:
        front_matter = self._front_matter
        problem = front_matter.problem if front_matter else None
        if front_matter is None:
            self._card.show_no_front_matter()
        elif problem is not None:
            self._card.show_problem(problem)
        is_shown = front_matter is not None and problem is None
        self._card.setVisible(not is_shown)
        self._stack.setVisible(is_shown)
        self._foot.setVisible(is_shown)
        if front_matter is not None and is_shown:
            shown = form_fields(front_matter, self._added, self._plan)
            self._stack.show_fields(shown)
            self._foot.set_keys_in_use({each.key for each in shown})
            # A site may hide every field.
            self.setFocusProxy((*self._stack.tab_stops(), self._foot.more)[0])
            self._show_file_name()
        else:
            self.setFocusProxy(self._card.first_button())

    def _show_file_name(self) -> None:
        title = self._stack.field("title")
        if isinstance(title, TitleField):
            title.file_line.show_name(*self._file)

    def _say(self, edit: FieldEdit) -> None:
        match edit:
            case Put(key, new) if (after := self._place_of(key)) is not None:
                self.fields_edited.emit(key, (Insert(key, new, after),))
            case Put(key, new):
                self.field_edited.emit(key, new)
            case PutDate(key, when):
                self.date_edited.emit(key, when)
            case PutList(key, items):
                self.list_edited.emit(key, list(items))
            case Remove(key):
                self.field_removed.emit(key)
            case Rename(key) | Insert(key):
                self.fields_edited.emit(key, (edit,))

    def _place_of(self, key: str) -> str | None:
        """Give the key after which the site's files have a key that this file has not."""
        block = self._front_matter
        if block is None or block.has(key):
            return None
        return self._plan.place_of(key, block.keys)

    def _on_cure_asked(self, key: str, cure: Cure) -> None:
        self.fields_edited.emit(key, cure.edits)
