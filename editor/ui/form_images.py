"""Brings pictures from outside into the site, and what became of them back to the form."""

from functools import partial

from PySide6.QtCore import QObject

from editor.post.errors import DatelineError
from editor.post.group_edits import top_key
from editor.site.images import ImportedImage
from editor.site.images_refused import ImageHeavy
from editor.ui.form.form_pane import FormPane
from editor.ui.form.given_image import GivenImage
from editor.ui.parts import Parts
from editor.ui.post_commands import PostCommands

_WAITING = "Copying the picture into the site…"


class FormImages(QObject):
    """Answer a form that was given a picture, or asks for one."""

    def __init__(self, parts: Parts, pane: FormPane, commands: PostCommands) -> None:
        super().__init__(pane)
        self._images = parts.images
        self._pane = pane
        self._posts_left = 0
        self._commands = commands
        parts.session.left.connect(self._on_left)
        pane.image_pick_asked.connect(self._on_asked)
        pane.image_given.connect(self._on_given)

    def _on_asked(self, key: str) -> None:
        path = self._commands.picked_image()
        if path is not None:
            self._on_given(key, GivenImage(path))

    def _on_given(self, key: str, given: GivenImage) -> None:
        field = self._pane.image_field(key)
        if field is not None:
            field.wait_for(_WAITING)
        image = self._images.image(given.source, may_be_heavy=given.may_be_heavy)
        # Another post may be open by the time the picture is there: it gets nothing.
        number = self._posts_left
        self._images.take(
            image,
            partial(self._on_taken, key, number),
            partial(self._on_refused, key, number, given),
            given.widest,
        )

    def _on_left(self) -> None:
        self._posts_left += 1

    def _on_taken(self, key: str, number: int, taken: ImportedImage) -> None:
        if number == self._posts_left:
            notes = taken.notes if taken.is_new else ("It is in the site already.",)
            self._pane.place_image(key, taken.address, " ".join(notes))

    def _on_refused(self, key: str, number: int, given: GivenImage, error: DatelineError) -> None:
        if number != self._posts_left:
            return
        field = self._pane.image_field(key)
        if field is not None:
            field.wait_for("")
        if field is not None and isinstance(error, ImageHeavy):
            field.hold_back(given, str(error))
        else:
            self._pane.show_refusal(top_key(key), str(error))
