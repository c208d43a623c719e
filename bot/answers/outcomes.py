"""What became of something: sentences that tell how it ended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.follow_up_sentences import now_first, with_sentence
from bot.answers.matching import MatchedPassage
from bot.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.follow_up_sentences import Unseen
    from bot.answers.quotation import Quotation
    from bot.questions import Question
    from bot.search.hit import Hit
    from bot.search.index import Index
    from bot.sources.source import Passage

_END = re.compile(
    r"""
      \b (?: dis(?:banded|solved|continued) | (?:clos|end|merg|ceas|collaps|retir|renam|replac)ed | folded
        | (?:shut|burn(?:ed|t)|pulled|torn) \s down | wound \s up | defunct | (?:went \s)? bankrupt (?:cy)?
        | insolven(?:t|cy) | demolished | destroyed | derelict | abandoned | scrapped
        | (?:was|were|is|been|got) \s (?:\w+ \s)? sold
        | die[ds]
        | passed \s away | killed | (?:was|were) \s lost | no \s longer | disappeared | bought \s by
        | geschlossen | aufgelöst | abgerissen | abgebrannt | verkauft | gestorben | verstorben | starb
        | verstarb | eingestellt | insolvent | zerstört | endete | aufgegeben | umbenannt
        | cerr(?:ó|ado|ada|aron) | disolvió | disuelt[oa] | demolid[oa] | destruid[oa] | quebró | vendid[oa]
        | murió | falleció | desapareció | abandonad[oa] | terminó | cesó
        | закры(?:т|л)\w* | распущен\w* | распал\w+ | снес\w+ | разрушен\w* | сгорел\w* | продан\w*
        | умер\w* | скончал\w+ | погиб\w* | прекра(?:т|щ)\w+ | ликвидир\w+ | обанкрот\w+ | заброшен\w*
        | переименован\w*
      ) \b | 关[闭門门] | 關[閉門] | 解散 | 倒[闭閉] | 拆除 | 烧毁 | 燒毀 | 出售 | [去逝过過]世
      | 停[止办辦运運] | 破[产產] | [终終]止 | 废[弃棄] | 廢棄 | 合[并併] | 更名
    """,
    re.VERBOSE | re.IGNORECASE,
)


_UNTIL = re.compile(r"\b (?: until | till | bis | до | hasta ) \b | 直到 | 至", re.VERBOSE | re.IGNORECASE)


def sentence_of_end(
    asked: Question, hits: Sequence[Hit], index: Index, is_unseen: Unseen, now: Quotation | None
) -> Quotation | None:
    """The first sentence that nobody was shown and that tells an end, of what is shown or what is found.

    It has a word of the question, or stands under the heading of what is shown. Where that tells of an end
    itself, it is the sentence behind it.
    """
    if now and now.sentence and _END.search(now.passage.text, *now.sentence):
        behind = next((span for span in sentences(now.passage.text) if span[0] > now.sentence[0]), None)
        if behind and is_unseen(now.passage, behind):
            return with_sentence(now.passage, behind)
    for passage in now_first(hits, now):
        matched = MatchedPassage.of(asked.query, passage, index)
        is_near = now is not None and _section(passage) == _section(now.passage)
        for sentence in sorted(matched.sentences, key=lambda span: -matched.gains[span]):
            tells = (is_near or matched.gains[sentence]) and _END.search(passage.text, *sentence)
            if tells and is_unseen(passage, sentence):
                return with_sentence(passage, sentence)
    return None


def sentence_of_last_day(now: Quotation) -> Quotation | None:
    """The sentence of what is shown, or one behind it, that tells of an end and when that was."""
    start = now.sentence[0] if now.sentence else 0
    for span in sentences(now.passage.text):
        dated = any(span[0] <= mention.start < span[1] for mention in now.passage.mentions)
        tells = _UNTIL.search(now.passage.text, *span) or _END.search(now.passage.text, *span)
        if span[0] >= start and dated and tells:
            return now if span == now.sentence else with_sentence(now.passage, span)
    return None


def _section(passage: Passage) -> tuple[str, tuple[str, ...] | str]:
    """What tells a passage's section; of one without headings itself."""
    return passage.source.file, passage.headings or passage.text
