from editor.services.timeline import JOIN_WITHIN, FieldStep, TextStep, Timeline


def field(key, seconds, before="b", after="a"):
    """Give a step of the form; the timeline never looks into the front matter."""
    return FieldStep(key, before, after, seconds)


def test_the_last_thing_done_is_taken_back_first():
    """Text, title, text: undone in the opposite order, whichever pane it was."""
    timeline = Timeline()
    timeline.add_text_step()
    timeline.add_field_step(field("title", 1))
    timeline.add_text_step()
    assert timeline.undo() is TextStep.TEXT
    assert timeline.undo().key == "title"
    assert timeline.undo() is TextStep.TEXT
    assert timeline.undo() is None


def test_letters_typed_quickly_into_one_field_are_one_step():
    """One Ctrl+Z takes back a word in the title, not a letter."""
    timeline = Timeline()
    timeline.add_field_step(field("title", 1.0, before="0", after="1"))
    timeline.add_field_step(field("title", 1.2, before="1", after="2"))
    step = timeline.undo()
    assert (step.before, step.after) == ("0", "2")
    assert timeline.undo() is None


def test_a_pause_begins_a_new_step():
    """After a pause the next letters are taken back on their own."""
    timeline = Timeline()
    timeline.add_field_step(field("title", 1.0))
    timeline.add_field_step(field("title", 1.1 + JOIN_WITHIN))
    timeline.undo()
    assert timeline.can_undo()


def test_another_field_begins_a_new_step():
    """Two fields are never one step."""
    timeline = Timeline()
    timeline.add_field_step(field("title", 1.0))
    timeline.add_field_step(field("author", 1.0))
    assert timeline.undo().key == "author"
    assert timeline.undo().key == "title"


def test_something_new_makes_what_was_undone_gone():
    """Redo never brings back what no longer fits."""
    timeline = Timeline()
    timeline.add_field_step(field("title", 1.0))
    timeline.undo()
    assert timeline.can_redo()
    timeline.add_text_step()
    assert not timeline.can_redo()
    assert timeline.redo() is None


def test_an_edit_after_an_undo_does_not_join_the_step_before_it():
    """What was undone and typed anew within a second stays two steps."""
    timeline = Timeline()
    timeline.add_field_step(field("title", 1.0, before="0", after="1"))
    timeline.add_field_step(field("author", 1.1))
    timeline.undo()
    timeline.add_field_step(field("title", 1.2, before="1", after="2"))
    assert timeline.undo().before == "1"
