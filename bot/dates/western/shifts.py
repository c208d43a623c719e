"""Steps from a moment of the text: two days later, the day before the battle; hours and anniversaries."""

from __future__ import annotations

from bot.dates.lexicon import Shape
from bot.dates.western import relative_readers as relative

STEPS = (
    # two days after the fall of Girona
    Shape(
        "digit count",
        r"<not_for>(?P<count><count>)[ ](?P<unit><unit>)[ ](?P<way><from>)(?=[ ]\w)",
        relative.from_event,
    ),
    # the day before the battle
    Shape(
        "day", r"<behind_the>(?P<unit><unit>)[ ](?P<way><from>)(?=[ ]\w)(?P<count>(?!))?", relative.from_event
    ),
    # two days later, 90 days after
    Shape(
        "digit count about",
        r"(?P<about><about>[ ])?(?P<count><count>)[ -](?P<unit><unit>)[ ](?P<way><way>)",
        relative.later,
    ),
    # 11 a.m., at 10:57
    Shape("digit clock", r"<clock>", relative.clock),
    # 21:56: at the head of an entry
    Shape("digit", r"(?m:^)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?=[:：]?[ ]|[:：]?$)", relative.clock),
    # 1 July 1916, the first day of the battle
    Shape("digit nth most", r"<apposed>", relative.apposed),
    # the sixth anniversary of the fall
    Shape("digit nth anniversary", r"(?:<nth>[ ])?<anniversary>", relative.anniversary),
    # спустя два года, через три дня
    Shape(
        "before",
        r"""(?P<way><way_before>)[ ](?P<about><about>[ ])?(?P<count><count>)[ ](?P<unit><unit>)
            (?!\w|[ ]<from>[ ])""",
        relative.later,
    ),
    # через год, неделю спустя
    Shape("before", r"(?P<way><way_before>)[ ](?P<unit><one_unit>)(?!\w|[ ]<from>[ ])", relative.behind),
)
