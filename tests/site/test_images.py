import io
from datetime import date
from hashlib import md5
from pathlib import PurePosixPath

import pytest
from PIL import Image

from editor.site.folders import OutsideSite, Site
from editor.site.images import NewImage, import_image
from editor.site.images_habits import ImageHabits, learned_habits
from editor.site.images_metadata import without_metadata
from editor.site.images_refused import ImageRefused
from editor.site.images_report import image_report

DAY = date(2025, 11, 17)
TURNED = 6
MAKER, ORIENTATION = 0x010F, 0x0112


def picture(kind="JPEG", size=(40, 20), *, turn=1, maker="", colour=(200, 30, 30)):
    """Make the bytes of a picture, with notes of a camera where it has a maker."""
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    if maker:
        exif[MAKER] = maker
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, exif=exif)
    return out.getvalue()


def opened(raw):
    """Look at a picture with its notes."""
    return Image.open(io.BytesIO(raw))


def take(site, source, habits=None, name=""):
    """Take a picture into a site."""
    return import_image(Site.open(site), NewImage(source, DAY, name), habits or ImageHabits())


def test_a_picture_goes_into_the_site_under_its_hash(site, tmp_path):
    """The post writes the path from the root; the bytes name the file."""
    file = tmp_path / "Ferry.JPG"
    file.write_bytes(picture())
    taken = take(site, file)
    raw = (site / taken.path).read_bytes()
    assert taken.address == f"/assets/images/{md5(raw).hexdigest()}.jpg"
    assert (taken.is_new, taken.width, taken.height) == (True, 40, 20)


def test_a_picture_that_is_there_already_is_not_copied_again(site, tmp_path):
    """Pasted twice, or chosen from the site's own folder: one file."""
    first = take(site, picture())
    again = take(site, picture())
    chosen = take(site, site / first.path)
    assert (again.address, again.is_new) == (first.address, False)
    assert (chosen.address, chosen.is_new) == (first.address, False)
    assert len(list((site / "assets/images").iterdir())) == 1


def test_a_file_that_jekyll_does_not_publish_is_copied_to_where_it_does(site):
    """A picture in `_drafts` would show in no page."""
    (site / "_drafts").mkdir()
    (site / "_drafts" / "a.jpg").write_bytes(picture())
    assert take(site, site / "_drafts" / "a.jpg").path.parent == PurePosixPath("assets/images")


def test_no_picture_is_ever_overwritten(site):
    """Another picture of the same name gets a number; the same picture gets the old file."""
    habits = ImageHabits("img/{year}/{month}", "{name}.{ext}", slash=False)
    one = take(site, picture(), habits, "Über uns.jpg")
    other = take(site, picture(colour=(0, 0, 9)), habits, "Über uns.jpg")
    same = take(site, picture(), habits, "Über uns.jpg")
    assert one.address == "img/2025/11/über-uns.jpg"
    assert other.address == "img/2025/11/über-uns-2.jpg"
    assert (same.address, same.is_new) == (one.address, False)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_the_camera_noted_is_left_out_and_the_pixels_stay(kind):
    """The place where a picture was taken is nobody's business; its quality is everybody's."""
    raw = picture(kind, maker="A camera maker")
    assert b"A camera maker" in raw
    cleaned = without_metadata(raw)
    assert b"A camera maker" not in cleaned
    assert not opened(cleaned).getexif()
    assert opened(cleaned).tobytes() == opened(raw).tobytes()


@pytest.mark.parametrize("raw", [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\nxx", b"RIFF1234WEBP12", b""])
def test_bytes_that_are_not_built_as_they_should_be_stay_as_they_are(raw):
    """What cannot be understood is not cut."""
    assert without_metadata(raw) == raw


def test_a_picture_that_lies_on_its_side_is_turned_upright(site):
    """A telephone turns a picture by a note, which is left out with the others."""
    taken = take(site, picture(turn=TURNED, maker="A camera maker"))
    raw = (site / taken.path).read_bytes()
    assert (taken.width, taken.height) == (20, 40)
    assert opened(raw).size == (20, 40)
    assert b"A camera maker" not in raw


def test_a_picture_is_made_as_wide_as_wanted_and_never_wider(site):
    """A site that wants 800 pixels gets them; a small picture is not blown up."""
    wide = take(site, picture(size=(3000, 1000)), ImageHabits(widest=600))
    small = take(site, picture(size=(300, 100)), ImageHabits(widest=600))
    assert (wide.width, wide.height) == (600, 200)
    assert "600 pixels wide" in wide.notes[0]
    assert (small.width, small.height) == (300, 100)


def test_a_picture_of_forty_megapixels_is_taken_with_a_word_about_its_weight(site):
    """Readers would wait for it; the person decides."""
    out = io.BytesIO()
    Image.new("1", (8000, 5000)).save(out, "PNG")  # black and white, for the sake of haste
    taken = take(site, out.getvalue())
    assert "40 megapixels" in taken.notes[-1]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"no picture at all", "is no picture that can be shown"),
        (picture()[:-300], "is broken"),
        (picture("PNG")[:60], "is broken"),
        (b"\0\0\0\x18ftypheic" + bytes(20), "HEIC"),
        (b"", "is no picture"),
    ],
)
def test_what_no_page_can_show_is_refused_with_a_sentence(site, raw, said):
    """Nothing is written."""
    with pytest.raises(ImageRefused, match=said):
        take(site, raw, name="a.jpg")
    assert not (site / "assets").exists()


def test_a_picture_with_too_many_pixels_is_refused_before_they_are_read(site):
    """A few bytes can ask for the memory of the whole machine."""
    raw = bytearray(picture("PNG", size=(1, 1)))
    raw[16:24] = (50_000).to_bytes(4, "big") * 2
    import zlib  # noqa: PLC0415 - the header's own check sum

    raw[29:33] = zlib.crc32(raw[12:29]).to_bytes(4, "big")
    with pytest.raises(ImageRefused, match="2500 megapixels"):
        take(site, bytes(raw))


def test_a_drawing_is_taken_as_it_is(site):
    """An SVG has no pixels, and a script in it is worth a word."""
    raw = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
    taken = take(site, raw)
    assert (site / taken.path).read_bytes() == raw
    assert taken.path.suffix == ".svg"
    assert "script" in taken.notes[1]


def test_a_picture_from_the_clipboard_of_windows_becomes_a_png(site):
    """A bitmap is no kind for a page."""
    taken = take(site, picture("BMP"))
    assert opened((site / taken.path).read_bytes()).format == "PNG"


def test_a_folder_of_pictures_that_leads_out_of_the_site_takes_none(site, tmp_path):
    """A link is followed, and what lies outside stays untouched."""
    (tmp_path / "outside").mkdir()
    (site / "assets").symlink_to(tmp_path / "outside")
    with pytest.raises(OutsideSite):
        take(site, picture())
    assert not list((tmp_path / "outside").iterdir())


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ([], ImageHabits()),
        (["https://e.x/a.jpg", "//e.x/b.png", "bare.jpg", "{{ x }}.png"], ImageHabits()),
        (["/img/a.jpg", "/img/b.png"], ImageHabits("img", "{name}.{ext}")),
        (
            ["images/2019/03/a.jpg", "images/2020/11/b.jpg"],
            ImageHabits("images/{year}/{month}", "{name}.{ext}", slash=False),
        ),
        (["/media/" + "0a" * 16 + ".jpg"], ImageHabits("media", "{md5}.{ext}")),
        (["/media/" + "0a" * 32 + ".jpg"], ImageHabits("media", "{sha256}.{ext}")),
        (["/../etc/a.jpg"], ImageHabits()),
    ],
)
def test_a_sites_habits_are_learned_from_its_posts(paths, expected):
    """Where most pictures lie, how most are called."""
    assert learned_habits(paths) == expected


def test_pictures_that_nobody_uses_and_that_are_missing_are_known(site):
    """A name in a style sheet counts as use; an example in a code block as none."""
    images = site / "assets" / "images"
    images.mkdir(parents=True)
    for name in ("used.jpg", "style.png", "With space.png", "alone.gif", "É.jpg"):
        (images / name).write_bytes(b"x")
    (site / "site.css").write_text("a { background: url(/assets/images/style.png?1) }")
    (site / "_posts" / "2025-11-17-a.md").write_text(
        "---\nimage: /assets/images/gone.jpg\n---\n"
        "![a](/assets/images/used.jpg) ![b](</assets/images/With space.png>)\n"
        "![c]({{ site.baseurl }}/assets/images/%C3%89.jpg) ![d](/nowhere.png)\n"
        "```\n![e](/example.png)\n```\n"
        "<img src='{{ \"/lost.webp\" | relative_url }}'> ![f](https://e.x/y.png)\n",
        encoding="utf-8",
    )
    report = image_report(Site.open(site))
    assert report.unused == (PurePosixPath("assets/images/alone.gif"),)
    assert [(each.address, each.line) for each in report.missing] == [
        ("/assets/images/gone.jpg", 2),
        ("/nowhere.png", 5),
        ("/lost.webp", 9),
    ]
