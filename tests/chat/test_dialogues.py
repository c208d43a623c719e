"""Dialogues about the documents of some villages, in five languages: turns that go on from what was shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building.in_thread import live_library
from tests.chat.world import ANNA, GROUP, World, config_for

if TYPE_CHECKING:
    from pathlib import Path

    from bot.publishing.live import LiveLibrary

CLUB = """---
title: The choir of Amberfield
---
The choir was formed in the parish hall on 3 May 1901. Eleven singers came.

The first conductor was Mary Oakes. Oakes had studied in Leeds, and taught at the school.

Mary Oakes resigned in 1912 because of her failing health.

In October 1912 Peter Lunt was installed as the second conductor. He kept the post for nineteen years.

In 1921 the choir won its first cup at the festival of Harrowgate.

In 1925 the choir won its second cup at the same festival.

In 1925 a piano was bought for £40 with the proceeds of a raffle.

The hall closed in 1940. Soldiers slept in it.

Peter Lunt turned the pages when Jane Ferris sang her first solo in 1948, and Peter Lunt was proud.

Jane Ferris kept the village shop.

Peter Lunt was born in Whitby. His father mended boats, and Peter Lunt drew them.

In 1931 Ivy Stone assumed the post of conductor and earned 12 shillings a week.

Old Tom Hale rang the bells for forty years. A pipe was his reward.

In 1950 a new piano came by train.

In 1966 the choir was renamed; since then it is called the Amber Voices.
"""
CHAPEL = """---
title: The chapel of Nether Moor
---
The chapel was built in 1870 by the farmers of the moor.

A fire in 1899 destroyed the roof of the chapel. Nobody was hurt.

The chapel closed in 1923. Sheep graze where it stood.

In 1930 the bell was sold to a museum.
"""
HALL = """---
title: The hall of Upper Moor
---
The hall closed at last in 1955 because nobody paid for coal, when the hall had been shut for years.
"""
SHED = """---
title: The shed of Low Moor
---
The oven was made of brick.

The shelf was made of oak.
"""
OFFICES = """---
title: The savings club of Low Moor
---
## 1906

The treasurer was Ann Dole.

The secretary was Ben Rudd.

In 1906 the summer walks began. They ran until 1911.

## 1907

The treasurer was Cora Finn.

The secretary was Dan Holt.

## 1908

The treasurer was Ellis Finn.

The secretary was Flora Holt.
"""
GERMAN = """---
title: Das Blasorchester
---
Das Blasorchester wurde 1951 gegründet. Es probte im alten Gasthof Krone und zog durch die Gassen der Stadt.

Im Jahr 1960 gewann das Blasorchester den ersten Preis in Ulm.

Im Jahr 1960 kaufte der Verein zwölf Trompeten.

Im Jahr 1961 war das Jubiläum. Drei Tage lang spielte das Blasorchester.

Im Jahr 1963 gewann das Blasorchester den zweiten Preis in Bern.
"""
SPANISH = """---
title: La biblioteca de Roble
---
La biblioteca abrió en 1932. Estaba en sección Nueva del pueblo.

En 1936 se quemó el archivo de la biblioteca. El primer director fue Luis Prado.

En 1936 llegaron dos mil libros de Madrid.

En 1940 la biblioteca pasó al ayuntamiento. Allí estuvo once años.

La biblioteca cerró en 1951 por falta de dinero.
"""
RUSSIAN = """---
title: Музей лодок
---
Музей лодок открыли в 1962 году на берегу Оки.

В 1970 году музей получил первую премию области.

В 1970 году в музее починили крышу.

В 1975 году музей получил вторую премию области.

В 1911 году построили пристань. Деньги дал купец Фома Рыбин.

Пётр Лунин построил макет баржи, а Анна Горева помогала, и Пётр Лунин был ей благодарен.

Анна Горева сшила паруса.
"""
CHINESE = """---
title: 青松棋社
---
1953年，青松棋社成立。

1960年，棋社在省城获得第一次冠军。

1960年，棋社买了新的棋盘。

1962年，棋社举办了大赛。比赛一共进行了12天。

1974年，棋社改名为白鹤棋院。
"""
DIALOGUES = [  # messages, and what the last card holds
    # what else there was in that year
    (("when was the piano bought?", "what else happened that year?"), "second cup"),
    (("когда музей получил вторую премию?", "а до этого?", "что ещё было в том году?"), "1970"),
    (("когда в музее починили крышу?", "а что ещё случилось в том году?"), "первую премию"),
    (("wann kaufte der verein trompeten?", "was passierte sonst noch in dem jahr?"), "ersten Preis"),
    (("¿cuándo se quemó el archivo?", "¿qué más pasó ese año?"), "libros de Madrid"),
    (("棋社什么时候买了棋盘？", "那一年还发生了什么？"), "冠军"),
    (("when was the bell sold?", "what else happened that year?"), "That is all I have about this."),
    # the first or second of what is shown
    (("when did the choir win its second cup?", "and the first one?"), "1921"),
    (("wann gewann das blasorchester den zweiten preis?", "und den ersten?"), "1960"),
    (("когда музей получил первую премию?", "а вторую?"), "1975"),
    (("when was the bell sold?", "and the third one?"), "That is all I have about this."),
    # another name takes the place of the one that was asked about
    (("who was Peter Lunt?", "and Jane Ferris?"), "Jane Ferris kept the village shop"),
    (("кто был Пётр Лунин?", "а Анна Горева?"), "Анна Горева сшила"),
    # who came next in an office that was asked for before
    (
        ("who was the first conductor?", "why did she resign?", "who succeeded her?"),
        "Peter Lunt was installed",
    ),
    (("who was the first conductor?", "tell me more about her"), "Oakes had studied in Leeds"),
    (("when was Peter Lunt installed?", "who came after him?"), "Ivy Stone assumed"),
    # how much and how long, whatever the verb; whose; the new one
    (("when was a piano bought with a raffle?", "how much did it cost?"), "I answered that just above"),
    (("wann war das jubiläum?", "wie lange dauerte das fest?"), "Drei Tage lang"),
    (("¿cuándo pasó la biblioteca al ayuntamiento?", "¿cuánto tiempo estuvo?"), "once años"),
    (("棋社什么时候举办大赛？", "那进行了多久？"), "12天"),
    (("когда построили пристань?", "на чьи деньги?"), "Фома Рыбин"),
    (("when was a piano bought with a raffle?", "and the new one?"), "1950"),
    # until when, of what is shown
    (("when did the summer walks begin?", "until when?"), "until 1911"),
    (("when did the summer walks begin?", "when did they stop?"), "until 1911"),
    # the date of the question before stays, and what was shown of it is not shown again
    (("who was treasurer in 1907?", "and secretary?"), "Dan Holt"),
    (("when was a piano bought with a raffle?", "what else was there in 1925?"), "second cup"),
    (("when did the choir win its first cup?", "what happened the year after?"), "1925"),
    # without dates the document goes on
    (("what was the oven made of?", "what came next?"), "made of oak"),
    (("what was the shelf made of?", "and before that?"), "made of brick"),
    # another time is not that of the question before
    (("where did the choir sing in 1925?", "what was there before?"), "1921"),
    # what became of it: behind what tells of the end, or in the same document
    (("when did the chapel close?", "what became of it?"), "Sheep graze"),
    # a question that would be refused alone
    (("who rang the bells?", "was a pipe his reward?"), "A pipe was his reward"),
    # a card that was shown before a question of its own does not come again
    (
        ("when was the chapel built?", "when did the fire destroy its roof?", "what happened before that?"),
        "Nothing earlier in my sources.",
    ),
    # the same document goes on telling, though another one tells of what is nearer in time
    (("when did the fire destroy the roof of the chapel?", "what happened next?"), "closed in 1923"),
    (("когда починили крышу музея?", "а что было дальше?"), "вторую премию"),
    # what names nothing is of the document that is shown
    (("when was the choir formed?", "when did the hall close?"), "1940"),
    # where and how it is called, of what is shown
    (("¿cuándo abrió la biblioteca?", "¿dónde?"), "sección Nueva"),
    (("wann wurde das blasorchester gegründet?", "wo?"), "Gasthof Krone"),
    (("when was the choir renamed?", "to what?"), "I answered that just above"),
    (("棋社什么时候改名？", "改成什么？"), "I answered that just above"),
    # a verb alone asks about what was spoken of
    (("¿cuándo abrió la biblioteca?", "¿y cuándo cerró?"), "1951"),
    (("¿cuándo abrió la biblioteca?", "¿por qué cerró?"), "falta de dinero"),
    # after a step in time it is of what is shown then
    (("when was the bell sold?", "and before that?", "and in 1870?"), "built in 1870"),
    # another passage
    (("when did the choir win a cup?", "no, the other one"), "cup"),
    (("when was the bell sold?", "link?"), "The chapel of Nether Moor"),
    (("wann wurde das blasorchester gegründet?", "wo steht das?"), "Das Blasorchester"),
]


TEXTS = {
    "choir": CLUB, "chapel": CHAPEL, "hall": HALL, "shed": SHED, "offices": OFFICES,
    "de": GERMAN, "es": SPANISH, "ru": RUSSIAN, "zh": CHINESE,
}  # fmt: skip


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> LiveLibrary:
    """The documents, read once for all dialogues: a library never changes."""
    folder = tmp_path_factory.mktemp("village") / "knowledge"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    return live_library(folder, folder.with_name("library"))


@pytest.fixture
def quiet_world(tmp_path: Path, village: LiveLibrary) -> World:
    return World(config_for(tmp_path), village)


@pytest.mark.parametrize("chat", [None, GROUP])
@pytest.mark.parametrize(("messages", "held"), DIALOGUES, ids=[" ".join(row[0]) for row in DIALOGUES])
async def test_each_turn_goes_on_from_what_was_shown(
    world: World, messages: tuple[str, ...], held: str, chat: int | None
) -> None:
    (last,) = await world.says(ANNA, f"/ask {messages[0]}", chat)
    for message in messages[1:]:
        (last,) = await world.says(ANNA, message, chat, reply_to=last.id if chat else None)

    assert held in last.text
