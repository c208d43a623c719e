"""Sentences that tell how something ended: for "what became of it?", "until when?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.follow_ups.follow_up_hits import shown_first
from bot.answers.quotation import quoted_sentence
from bot.sentences import sentences

if TYPE_CHECKING:
    from bot.answers.follow_ups.follow_up_hits import FollowUpHits
    from bot.answers.quotation import Quotation
    from bot.sentences import Span
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


def sentence_of_end(there: FollowUpHits) -> Quotation | None:
    """The first sentence that nobody was shown and that tells an end, of what is shown or what is found.

    It has a word of the question, or stands under the heading of what is shown. Where that tells of an end
    itself, it is the sentence behind it.
    """
    now = there.now
    if now and now.sentence and _END.search(now.passage.text, *now.sentence):
        behind = next((span for span in sentences(now.passage.text) if span[0] > now.sentence[0]), None)
        if behind and there.is_unseen(now.passage, behind):
            return quoted_sentence(now.passage, behind)

    def tells(passage: Passage, sentence: Span, gain: float) -> bool:
        is_near = now is not None and _section(passage) == _section(now.passage)
        return bool((is_near or gain) and _END.search(passage.text, *sentence))

    return there.first_unseen(shown_first(there.hits, now), tells)


def sentence_of_last_day(now: Quotation) -> Quotation | None:
    """The sentence of what is shown, or one behind it, that tells of an end and when that was."""
    start = now.sentence[0] if now.sentence else 0
    for span in sentences(now.passage.text):
        dated = any(span[0] <= mention.start < span[1] for mention in now.passage.mentions)
        tells = _UNTIL.search(now.passage.text, *span) or _END.search(now.passage.text, *span)
        if span[0] >= start and dated and tells:
            return now if span == now.sentence else quoted_sentence(now.passage, span)
    return None


def _section(passage: Passage) -> tuple[str, tuple[str, ...] | str]:
    """What tells a passage's section; of one without headings itself."""
    return passage.source.file, passage.headings or passage.text
