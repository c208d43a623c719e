"""What of a document is no text: a line of copyright."""

from __future__ import annotations

import pytest

from bot.sources.formats import markdown
from bot.sources.left_out import LeftOut
from bot.sources.part_rules.copyrights import without_copyrights


@pytest.mark.parametrize(
    "line",
    ["© 2008 Ann", "Copyright (c) Bo", "Copyright © 1999-2020 The Rowers", "(C) 2003 by Ann", "*© Bo, 2024*"],
)
def test_a_line_of_copyright_is_left_out(line: str) -> None:
    draft = markdown.read(f"It sank in 1921.\n\n---\n\n{line}\n")

    assert [part.text for part in without_copyrights(draft.parts, draft)] == ["It sank in 1921."]
    assert draft.left_out[LeftOut.PAGE_FURNITURE] > 0


@pytest.mark.parametrize(
    "line",
    [
        "Copyright was not asked for.",
        "The copyright ended in 1991.",
        "- Copyright 1991",
        "(c) the boats",
        "©" + "a" * 300,
    ],
)
def test_what_tells_of_a_copyright_stays(line: str) -> None:
    draft = markdown.read(line)

    assert len(list(without_copyrights(draft.parts, draft))) == 1
