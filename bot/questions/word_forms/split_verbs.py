"""Chinese verbs that other words stand within: "游了几次泳" holds 游泳, "结的婚" 结婚."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.query import Form, QueryWord
from bot.search.words.analysis import analyse, has_unspaced
from bot.search.words.stopwords import CHINESE
from bot.search.words.traditional import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.index import Index

WEIGHT = 0.8  # of a verb in two parts against a pair of characters that stand together
# A character, what may stand within a verb (aspect, how often, for how long), and the other one, where a
# question or a part of it ends; elsewhere they are of two words: "去过几次国外".
_SPLIT = re.compile(
    r"""
    (?= ([\u4e00-\u9fff]) (?: [了过着完的几两次回场个] | 多[少久] | 一[次下] ){1,4} ([\u4e00-\u9fff])
        [吗呢啊呀吧了的]? (?: \W | $ ) )
    """,
    re.VERBOSE,
)


def with_whole_verbs(words: Sequence[QueryWord], text: str, index: Index) -> Sequence[QueryWord]:
    """The words of a question, and verbs whose two characters it has apart and the index together."""
    if not has_unspaced(text):
        return words
    known = {word.forms[0].term for word in words}
    starts = {start: place for place, start in enumerate(analyse(text).starts)}
    whole = [
        QueryWord(first + last, (Form(first + last),), starts[match.start(1)], 2, WEIGHT)
        for match in _SPLIT.finditer(simplified(text))
        for first, last in [match.groups()]
        if not {first, last} & CHINESE and first + last not in known and index.knows(first + last)
    ]
    return sorted((*words, *whole), key=lambda word: word.place) if whole else words
