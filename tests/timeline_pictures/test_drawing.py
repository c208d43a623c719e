"""Pictures of timelines: as wide as a phone, nothing beyond the margins, a mark for each kind of date."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bot.pictures import Mark, Row, TimelinePicture, can_draw
from bot.pictures.drawing import AXIS, DARK, LIGHT, MARGIN, TEXT, WIDTH, NoFontError, Theme, draw
from bot.pictures.fonts import FontFile, Fonts
from tests.timeline_pictures.bundled_fonts import FONTS

SCRIPTS = {
    "Latin": "On 20 July 1969 Neil Armstrong was the first to walk on the Moon. " * 9,
    "Cyrillic": "4 октября 1957 года Советский Союз запустил первый спутник Земли. " * 9,
    "Chinese": "1970年4月24日，中国发射了第一颗人造卫星“东方红一号”。" * 20,
    "one word": "W" * 900,
    "little": "",
}


def picture_of(text: str, mark: Mark = Mark.DAY, rows: int = 3) -> TimelinePicture:
    return TimelinePicture(text[:90] or "Title", (Row(mark, "4 May 1903", text),) * rows, (text or "source",))


def drawn(picture: TimelinePicture, theme: Theme = LIGHT) -> Image.Image:
    return Image.open(BytesIO(draw(picture, theme, FONTS))).convert("RGB")


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def near(colour: object, other: tuple[int, ...]) -> bool:
    """Whether two colours are the same but for a shade, of which the file has few."""
    assert isinstance(colour, tuple)
    return all(abs(a - b) < 24 for a, b in zip(colour, other, strict=True))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_nothing_stands_in_the_margins(text: str, theme: Theme) -> None:
    image = drawn(picture_of(text), theme)
    width, height = image.size

    assert width == WIDTH
    for box in (
        (0, 0, width, MARGIN - 1),
        (0, height - MARGIN + 1, width, height),
        (width - MARGIN + 4, 0, width, height),
        (0, 0, MARGIN - 4, height),
    ):
        colours = image.crop(box).getcolors()
        assert colours
        assert len(colours) == 1
        assert near(colours[0][1], rgb(theme.background))


@pytest.mark.parametrize("script", ["Latin", "Cyrillic", "Chinese"])
def test_letters_of_each_script_leave_ink(script: str) -> None:
    written, blank = drawn(picture_of(SCRIPTS[script])), drawn(picture_of(""))
    colours = written.crop((TEXT, MARGIN, WIDTH, written.height)).getcolors(1 << 24)

    assert written.height > blank.height
    assert colours
    assert sum(count for count, colour in colours if near(colour, rgb(LIGHT.ink))) > 2_000


@pytest.mark.parametrize(
    ("mark", "middle", "below"),
    [
        (Mark.DAY, LIGHT.accent, LIGHT.background),
        (Mark.LONGER, LIGHT.background, LIGHT.background),
        (Mark.STRETCH, LIGHT.accent, LIGHT.accent),
    ],
)
def test_a_day_is_a_dot_a_month_a_ring_and_a_stretch_a_bar(mark: Mark, middle: str, below: str) -> None:
    picture = TimelinePicture("Title", (Row(mark, "1903", "It sailed."),))
    image = drawn(picture)
    column = [image.getpixel((AXIS + 4, at)) for at in range(image.height)]  # beside the axis
    accents = [at for at, colour in enumerate(column) if near(colour, rgb(LIGHT.accent))]

    centre = accents[0] + 11  # the ring is 6 wide, its radius 15
    assert near(column[centre], rgb(middle))
    assert near(column[centre + 30], rgb(below))


def test_the_picture_of_a_page_is_small_and_telegram_takes_it() -> None:
    png = draw(picture_of(SCRIPTS["Latin"], rows=8), LIGHT, FONTS)
    image = Image.open(BytesIO(png))

    assert len(png) < 400_000
    assert sum(image.size) < 10_000


def test_letters_that_no_font_has_are_named_where_they_are_many() -> None:
    with pytest.raises(NoFontError, match=r"has Thai letters; the package fonts-noto-core brings one"):
        draw(picture_of("ไทย " * 9), LIGHT, FONTS)
    with pytest.raises(NoFontError, match=r"has Chinese letters; the package fonts-noto-cjk brings one"):
        draw(picture_of("中国 " * 9), LIGHT, Fonts([FontFile(None)]))
    assert draw(picture_of(f"{SCRIPTS['Latin']} ไ 🙂"), LIGHT, FONTS)


@pytest.mark.parametrize(
    ("title", "when"), [("Ferries", "1970年4月24日"), ("卫星", "4 May 1903")], ids=["dates", "title"]
)
def test_dates_and_titles_are_drawn_whole_or_not_at_all(title: str, when: str) -> None:
    picture = TimelinePicture(title, (Row(Mark.DAY, when, SCRIPTS["Latin"]),) * 3)

    with pytest.raises(NoFontError, match="Chinese"):
        draw(picture, LIGHT, Fonts([FontFile(None)]))
    assert draw(picture, LIGHT, FONTS)


def test_pillow_is_there() -> None:
    assert can_draw()
