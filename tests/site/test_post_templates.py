from datetime import datetime
from zoneinfo import ZoneInfo

from editor.post.front_matter import FrontMatter
from editor.site.post_templates import NewPostFacts, PostTemplate, filled

WHEN = datetime(2025, 11, 17, 6, 0, tzinfo=ZoneInfo("Europe/Paris"))


def test_a_template_is_filled_with_what_is_known_of_the_post():
    """Title, date and layout come by themselves; the caret stands where the writing begins."""
    template = PostTemplate(
        "Review",
        "review",
        {"tags": ["review", "{year}"], "rating": 3, "cover": None},
        "A: {caret}\nB: {title}\n",
    )
    new = filled(template, NewPostFacts('He said: "no"', WHEN, "Ada"))
    head, _, body = new.text.partition("\n---\n\n")
    read = FrontMatter.read(f"{head}\n---\n")
    assert read.keys == ("layout", "title", "date", "author", "tags", "rating", "cover")
    assert read.value("title") == 'He said: "no"'
    assert read.spelling("date").text == "2025-11-17 06:00:00 +0100"
    assert read.value("tags") == ["review", "2025"]
    assert read.value("cover") is None
    assert body == 'A: \nB: He said: "no"\n'
    assert new.caret == len("A: ")


def test_a_draft_has_no_date_and_a_template_places_its_own_fields():
    """What the template says itself is not said again."""
    template = PostTemplate(
        "Note", "", {"title": "Note: {title}", "unknown": "{other} {slug}"}, is_draft=True
    )
    new = filled(template, NewPostFacts("Über {title}", WHEN))
    read = FrontMatter.read(new.text.removesuffix("\n"))
    assert dict(read.values) == {"title": "Note: Über {title}", "unknown": "{other} über-title"}
    assert new.caret == 0
