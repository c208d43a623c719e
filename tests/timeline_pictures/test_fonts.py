"""Letters are drawn in a font that has them, and what none has is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.pictures.fonts import NO_LETTER, PROBE, FontFile, Fonts, font_files_in, package_for

FONTS = Path(__file__).parent / "fonts"


@pytest.fixture
def fonts() -> Fonts:
    return Fonts([*font_files_in([FONTS]), FontFile(None)])


@pytest.mark.parametrize("letter", ["a", "Q", "7", "Ж", "ё", "东", "年", "“", "。"])
def test_a_letter_of_each_script_is_no_box(fonts: Fonts, letter: str) -> None:
    file = fonts.of(letter)

    assert file
    mask, box = (file.at(PROBE).getmask(drawn) for drawn in (letter, NO_LETTER))
    assert (mask.size, bytes(mask)) != (box.size, bytes(box))
    assert mask.getbbox()


def test_what_no_font_has_is_counted_by_its_script_and_left_out(fonts: Fonts) -> None:
    assert fonts.missing("ab Ж 东 ไทย 🙂") == {"THAI": 3}
    assert "".join(run.text for run in fonts.runs("a ไ b")) == "a  b"
    assert fonts.width("ไ", 40) == 0


def test_pillow_s_own_font_has_latin_letters_alone() -> None:
    alone = Fonts([FontFile(None)])

    assert alone.missing("Tokyo 2017") == {}
    assert alone.missing("Ж东") == {"CYRILLIC": 1, "CJK": 1}


def test_the_first_font_that_has_a_letter_is_taken() -> None:
    (own,) = font_files_in([FONTS])

    assert Fonts([FontFile(None), own]).of("a") == FontFile(None)
    assert Fonts([FontFile(None), own]).of("Ж") == own
    assert [run.font for run in Fonts([FontFile(None), own]).runs("aЖЖa")] == [
        FontFile(None), own, FontFile(None),
    ]  # fmt: skip


def test_a_file_that_is_no_font_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "DejaVuSans.ttf").write_bytes(b"no font")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "Other.ttf").write_bytes(b"not known")

    assert font_files_in([tmp_path, tmp_path / "missing"]) == []


@pytest.mark.parametrize(
    ("script", "package"),
    [("CJK", "fonts-noto-cjk"), ("HIRAGANA", "fonts-noto-cjk"), ("THAI", "fonts-noto-core")],
)
def test_a_package_brings_a_script(script: str, package: str) -> None:
    assert package_for([script]) == package
