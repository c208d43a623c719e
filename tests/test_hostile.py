"""Every parser of what people write stands 4,096 hostile characters: it has a right value, or its error."""

from __future__ import annotations

import pytest

from tests.hostile import NAMES, Parser, hostile_texts, parsers


@pytest.fixture(scope="module")
def parser_of(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Parser]:
    return parsers(tmp_path_factory.mktemp("hostile"))


def test_every_parser_is_tried(parser_of: dict[str, Parser]) -> None:
    assert tuple(parser_of) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_hostile_text_is_read_or_refused(parser_of: dict[str, Parser], name: str) -> None:
    wrong = [
        text[:24] + "…" + text[-4:] for text in hostile_texts() if not parser_of[name].is_right_about(text)
    ]

    assert wrong == []
