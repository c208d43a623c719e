"""Signs in a question that it speaks of the people in the chat, or of the present, not of history.

"We" says nothing: members ask for their club's history so.
"""

from __future__ import annotations

import re
from functools import lru_cache

MOST = 2
ASKED_AGAIN = 1 << 6  # texts of which several ask in turn, and then again

# All patterns are of small letters and searched in small letters: in half the time of IGNORECASE.
_PEOPLE_HERE = re.compile(
    r"""
    \b (?: my | me | you | your  # can you help me?
      | i \s (?: am | have | had | want | need | think | agree | lost | can | will | get ) | i ['’] m
      | (?: should | shall | can | could | do | did | may | will | am ) \s i   # how do I ...?
      | hi | hello | hey | thanks? | thx | bye | please | guys | everyone | anyone | someone | lol
      | good \s (?: morning | night | evening | day )
      | я | мне | мой | моя | ты | тебя | тебе | вы | вас | вам | привет | спасибо
    ) \b | [你您] | 我 (?![们們]) | 谢谢 | 謝謝
    """,
    re.VERBOSE,
)
_GREETING = re.compile(
    r"""
    \s* (?: hi | hello | hey | thanks? | thx | bye | welcome | sorry | lol | haha\w* | ok | okay | yes | no
      | good \s (?: morning | night | evening | day ) | happy | congrat\w* | привет | спасибо
    ) \b | 你好 | 谢谢
    """,
    re.VERBOSE,
)
_PRESENT = re.compile(
    r"""
    \b (?: today | tomorrow | tonight | now | currently | next
      | this \s (?: week | weekend | morning | evening )
      | what \s? (?: ['’]s | is ) \s (?: for | up | new | on )           # what's for lunch?
      | сегодня | завтра | сейчас | heute | morgen | jetzt | derzeit | momentan | aktuell (?:e[nrs]?)?
      | hoy | ahora | actualmente
    ) \b | 今天 | 明天 | 现在 | 現在 | 目前
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=ASKED_AGAIN)
def small_talk(text: str) -> int:
    """How often a text speaks of the people in the chat, up to two; a greeting at its beginning counts too.

    >>> small_talk("thanks, you helped me"), small_talk("When did the U.S. win World War I?")
    (2, 0)
    """
    small = text.lower()
    return min(len(_PEOPLE_HERE.findall(small)) + bool(_GREETING.match(small)), MOST)


@lru_cache(maxsize=ASKED_AGAIN)
def of_present(text: str) -> bool:
    """Whether a text asks how things are at present, which a history cannot know."""
    return bool(_PRESENT.search(text.lower()))
