import io

import pytest
from PIL import Image

from editor.services.background import Background
from editor.services.image_service import ImageService
from editor.site.folders import Site
from editor.site.images_refused import ImageHeavy


class Sites:
    """Stand for the service that holds the open site."""

    def __init__(self, site):
        self.site = site
        self.contents = None


@pytest.fixture
def background():
    """Give threads, and end them."""
    running = Background()
    yield running
    running.close()


def picture(size=(8, 4), mode="RGB"):
    """Make the bytes of a picture."""
    out = io.BytesIO()
    Image.new(mode, size).save(out, "PNG")
    return out.getvalue()


def taken(qtbot, service, image, widest=0):
    """Take a picture and wait for the answer."""
    answers = []
    service.take(image, answers.append, answers.append, widest)
    qtbot.waitUntil(lambda: bool(answers), timeout=30_000)
    return answers[0]


def test_a_picture_is_taken_where_the_site_wants_it(qtbot, tmp_path, background):
    """The site's own `dateline.yml` has the word."""
    (tmp_path / "_posts").mkdir()
    (tmp_path / "dateline.yml").write_text("images: {folder: media, widest: 4}")
    service = ImageService(background, Sites(Site.open(tmp_path)))
    answer = taken(qtbot, service, service.image(picture(), may_be_heavy=False))
    assert answer.address.startswith("/media/")
    assert (answer.width, answer.height) == (4, 2)


def test_a_heavy_picture_waits_for_a_yes(qtbot, tmp_path, background):
    """Nothing is written before."""
    (tmp_path / "_posts").mkdir()
    service = ImageService(background, Sites(Site.open(tmp_path)))
    raw = picture((5000, 3000), "1")
    assert isinstance(taken(qtbot, service, service.image(raw, may_be_heavy=False)), ImageHeavy)
    assert not (tmp_path / "assets").exists()
    assert taken(qtbot, service, service.image(raw, may_be_heavy=False), 100).width == 100


def test_a_post_outside_of_a_site_takes_no_picture(qtbot, background):
    """There is no folder to copy it to."""
    service = ImageService(background, Sites(None))
    assert "belongs to no site" in str(taken(qtbot, service, service.image(b"")))
