"""Whether the event, the thing asked for and its name stand together, and what stands in their place."""

from __future__ import annotations

import pytest

from bot.answers.confidence import SIGNALS
from bot.answers.event_families import EVENTS, LIFE, is_event, is_of_life, terms_of_meaning
from bot.answers.opposites import OPPOSITES, opposites_of
from bot.answers.signals.standing import event_lacking
from bot.answers.support import Role, role_of
from bot.questions import understand
from bot.search import Index
from bot.search.query import Form, QueryWord
from bot.search.words.analysis import term
from bot.sources.aliases import Aliases
from tests.answers.test_confidence import first_hit
from tests.search.worlds import passages, story

CLUB = "The Quenby Club was founded in 1921 by Ida Reed. Its boathouse burned. Rowers met in Marlow."
BRIDGE = "The bridge at Ostrey was opened by the king in 1932. It is named after Ida Brandt."
SIGNS = [
    # of six words that the sentence may hold as typed
    ("words here", CLUB, "who founded the Quenby Club?", 3 / 6),
    ("words here", CLUB, "who began the Quenby Club?", 2 / 6),
    # names and the other words, both
    ("together", CLUB, "when was the Quenby Club founded?", 1.0),
    ("together", CLUB, "when did the Quenby Club start?", 1.0),  # in another word
    ("together", CLUB, "when was Hixom founded?", 0.0),
    ("together", CLUB, "when did Quenby Reed retire?", 0.0),
    ("rare words here", CLUB, "the Quenby Reed", 1.0),
    ("rare words here", CLUB, "Hixom, who founded Ida Reed?", None),
    # in another sentence only; two are as many as more
    ("names beside", CLUB, "who burned the boathouse of Quenby?", 0.5),
    ("names apart", CLUB, "who founded the Quenby Club in Marlow?", 0.5),
    ("names apart", CLUB, "who burned the Quenby Club's boathouse?", 0.0),
    ("names beside", CLUB, "who founded the Quenby Club?", 0.0),
    ("words beside", CLUB, "when was the Quenby Club that met founded?", 0.5),
    ("words beside", CLUB, "when was the Quenby Club that met and burned founded?", 1.0),
    ("names lacking", CLUB, "Quenby?", 0.0),
    ("names lacking", CLUB, "Quenby, Hixom?", 0.5),
    ("nameless", CLUB, "who founded Hixom?", 1.0),
    ("nameless", CLUB, "who founded Hixom, Quenby?", 0.0),
    ("nameless", CLUB, "who founded the club?", 0.0),
    ("by name alone", CLUB, "when was Quenby painted?", 1.0),
    ("by name alone", CLUB, "when was Quenby founded?", 0.0),
    ("by name alone", CLUB, "Quenby?", 0.0),
    # only names, and words of a script that no text has and no table either
    ("unread beside name", CLUB, "Quenby什么时候收养了鹦鹉?", 1.0),
    ("unread beside name", CLUB, "Quenby什么时候成立?", 0.0),  # told
    ("unread beside name", CLUB, "Quenby什么时候买飞机?", 0.0),  # not told, but of the tables
    ("unread beside name", "Quenby 在湖上, Quenby 的船。", "Quenby什么时候收养了鹦鹉?", 0.0),  # its script
    ("unread beside name", CLUB, "when did Quenby adopt a parrot?", 0.0),
    # words that others could mean
    ("words lacking", CLUB, "Quenby Reed dissolved?", None),
    ("words lacking", CLUB, "Quenby Reed founded?", 0.0),
    # the event: in its own word, in another, nowhere
    ("event lacking", CLUB, "when did Ida Reed die?", 1.0),
    ("event lacking", CLUB, "when did Ida Reed establish the club?", 0.0),
    ("event lacking", CLUB, "when was the boathouse of Ida Reed destroyed?", 0.0),  # burned, beside it
    ("event lacking", "In 1952 Hixom joined the Quenby.", "when was the Quenby founded?", 1.0),
    ("words lacking", "The Quenby Foundation rowed.", "when was the Quenby Foundation founded?", None),
    ("event lacking", CLUB, "why did Ida Reed die?", 0.0),  # a reason is told in many words
    ("event lacking", "Ida Reed (1871–1950) rowed.", "when did Ida Reed die?", 0.0),  # both ends are there
    ("life event lacking", CLUB, "when did Ida Reed die?", 1.0),
    ("life event lacking", "Ida Reed played on without losing.", "when did Ida Reed die?", 1.0),
    ("life event lacking", CLUB, "when did Ida Reed retire?", 0.0),
    ("life event lacking", "Ida Reed led it from 1935 to 1952.", "when was Ida Reed born?", 1.0),
    # of other languages, and a verb with its particle
    ("life event lacking", "Хельга Брандт руководила клубом.", "когда умерла Хельга Брандт?", 1.0),
    ("life event lacking", "Хельга Брандт скончалась в мае.", "когда умерла Хельга Брандт?", 0.0),
    ("life event lacking", "Helga Brandt leitete den Verein.", "wann ist Helga Brandt gestorben?", 1.0),
    ("life event lacking", "Helga Brandt starb im Mai.", "wann ist Helga Brandt gestorben?", 0.0),
    ("event lacking", "Ida Reed rowed.", "when did Ida Reed step down?", 1.0),
    ("event lacking", "Ida Reed led it until May.", "when did Ida Reed step down?", 0.0),
    ("event lacking", "The Zubrane ran from 1935 to 1952.", "when was the Zubrane closed?", 0.0),
    # of other languages
    ("life event lacking", "Прохор Ульянов построил завод в 1902 году.", "когда умер Ульянов?", 1.0),
    ("life event lacking", "Прохор Ульянов скончался в 1902 году.", "когда умер Ульянов?", 0.0),
    ("event lacking", "2008: Uwe Lenz bleibt Vorstand.", "wann ist uwe lenz gestorben?", 1.0),
    ("event lacking", "2008: Uwe Lenz ist verstorben.", "wann ist uwe lenz gestorben?", 0.0),
    ("event lacking", "Ana Ruiz dirigió el club en 1952.", "¿cuándo murió Ana Ruiz?", 1.0),
    ("event lacking", "Ana Ruiz falleció en 1952.", "¿cuándo murió Ana Ruiz?", 0.0),
    ("event lacking", "王丽1952年加入俱乐部。", "王丽什么时候去世?", 1.0),
    ("event lacking", "王丽1952年病逝。", "王丽什么时候去世?", 0.0),
    (
        "event lacking",
        "Der Verein zog 1952 um.",
        "wann wurde der Verein aufgelöst?",
        0.5,
    ),  # fewer words are known
    ("event lacking", "In 1952 the Zubrane moved.", "когда Zubrane умер?", 1.0),
    ("event lacking", "In 1952 the Zubrane moved.", "когда Zubrane купили?", 0.0),  # of no text here
    # inflected
    ("together", "Завод Прохора Ульянова сгорел.", "когда сгорел завод ульянов?", 1.0),
    # what stands in the place of what was asked for
    ("negation", CLUB, "why was the Quenby Club not founded by Ida Reed?", 1.0),
    ("negation", "Ida Reed never rowed.", "why did Ida Reed not row?", 0.0),
    ("negation", CLUB, "why did they meet in Marlow and not in Ostrey?", 0.0),  # a choice
    ("opposite", BRIDGE, "when did the queen open the bridge at Ostrey?", 1.0),
    ("opposite", BRIDGE, "when did the king open the bridge at Ostrey?", 0.0),
    ("opposite", "The Zubrane was unsuitable for rowing.", "was the Zubrane suitable for rowing?", 1.0),
    ("opposite", "Ida did not like the rooms.", "why did Ida hate the rooms?", 0.0),  # denied
    ("opposite", "Ida liked the rooms.", "why did Ida hate the rooms?", 1.0),
    ("opposite", "Su llegada me obligó a dejar el club.", "cuándo dejó Ida el club?", 0.0),  # said
    ("opposite", "The Un Zubrane sank.", "when did the UnZubrane sink?", 0.0),  # a name in two words
    ("of now", CLUB, "how many members does the Quenby Club have now?", 1.0),
    ("of now", "The Quenby Club now has 60 members.", "how many members are in it now?", 0.0),
    ("number lacking", "Zubrane 2.9 is out.", "when was Zubrane 3.0 out?", 1.0),
    ("number lacking", "Zubrane 3.0 is out.", "when was Zubrane 3.0 out?", 0.0),
    ("number lacking", "The first congress of Ostrey met.", "when was the second congress of Ostrey?", 1.0),
    ("rival number", "Channel 4 of Ostrey began in 1982.", "when did Channel 5 of Ostrey begin?", 1.0),
    ("rival number", "Channel 4 of Ostrey began in 1982.", "when did Channel 4 of Ostrey begin?", 0.0),
    ("rival number", "Ostrey raised Series B in 2021.", "when did Ostrey raise Series C?", 1.0),
    ("rival number", "Zubrane 2.9 came out.", "when did version 3.0 of Zubrane come out?", 1.0),
    ("rival number", "Zubrane 2.9 came out.", "when did version 2.9 of Zubrane come out?", 0.0),
    ("rival name", "The exchange, Zubrane says, opened.", "when did the exchange Hixom open?", 0.0),
    ("rival name", "The Zubrane exchange opened in 2017.", "when did the Hixom exchange open?", 1.0),
    ("rival name", "The Zubrane exchange opened in 2017.", "when did the Zubrane exchange open?", 0.0),
    ("rival name", "Der Ostrey e. V. gründet sich.", "wann wurde der Verein gegründet?", 0.0),  # a noun
    ("rival name", "The Ostreyan club opened.", "when did the Ostrey club open?", 0.0),  # of one root
    # another thing that was founded
    ("other object", "Ida left Quenby to found Hixom.", "when was Quenby founded?", 1.0),
    ("other object", "Ida left Quenby to found Hixom.", "when was Hixom founded?", 0.0),
    ("other object", "Ida left Quenby to found Hixom.", "who founded Quenby?", 1.0),
    ("other object", "Ida left Quenby to found Hixom.", "who founded Hixom?", 0.0),
    (
        "other object",
        "Ida left Quenby to found Hixom: she started it in May.",
        "when was Quenby founded?",
        1.0,
    ),
    (
        "other object",
        "Ida left Quenby to found Hixom: she started it in May.",
        "when was Hixom founded?",
        0.0,
    ),
    ("other object", "Quenby started; Hixom was found in May.", "when was Quenby founded?", 0.0),
    ("other object", "Ida left Quenby to found Hixom.", "when did Ida leave Quenby?", 0.0),
    ("other object", "Hixom left, and Quenby was founded by Ida.", "when was Quenby founded?", 0.0),
    ("other object", "Quenby, founded May 1952, rows.", "when was Quenby founded?", 0.0),  # a date
    ("split name", "Carl Brandt and Ida Reed rowed.", "when did Carl Reed row?", 1.0),
    ("split name", "Carl Brandt and Ida Reed rowed.", "when did Ida Reed row?", 0.0),
    ("without doer", "The Zubrane was hacked in 2016.", "who hacked the Zubrane?", 1.0),
    ("without doer", "The Zubrane was hacked by students.", "who hacked the Zubrane?", 0.0),
    ("without doer", "The Zubrane was hacked in 2016.", "when was the Zubrane hacked?", 0.0),
    # the kind of thing that is asked for
    ("without person", "The Zubrane sank.", "who sank the Zubrane?", 1.0),
    ("without person", "Ida Reed sank the Zubrane.", "who sank the Zubrane?", 0.0),
    ("without number", "The Zubrane sank in May 1937.", "how many Zubranes sank?", 1.0),
    ("without number", "Four Zubranes sank in May 1937.", "how many Zubranes sank?", 0.0),
    ("uncounted", "Four rowers sank with the Zubrane.", "how many goats were on the Zubrane?", 1.0),
    ("uncounted", "Four goats sank with the Zubrane.", "how many goats were on the Zubrane?", 0.0),
    ("unmeasured", "The Zubrane has 40 rooms.", "how long is the Zubrane?", 1.0),
    ("unmeasured", "The Zubrane has 40 metres.", "how long is the Zubrane?", 0.0),
    # dates
    ("without date", "The Zubrane sank.", "when did the Zubrane sink?", 1.0),
    ("without date", "The Zubrane sank in May 1937.", "when did the Zubrane sink?", 0.0),
    ("without date", "The Zubrane sank.", "where did the Zubrane sink?", 0.0),
]


@pytest.mark.parametrize(("name", "text", "question", "value"), SIGNS)
def test_a_signal_says_what_stands_together(name: str, text: str, question: str, value: float | None) -> None:
    index = Index.build(passages((text, "Something else."), title="A tale"), Aliases())
    signal = next(signal for signal in SIGNALS if signal.name == name)

    strength = signal.of(first_hit(index, question))

    assert 0 < strength < 1 if value is None else strength == pytest.approx(value)


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("币安", Role.NAME),  # of the aliases
        ("慕尼黑", Role.NAME),  # of the dictionary
        ("办公室", Role.PLAIN),
        ("雾露", Role.PLAIN),  # of neither
    ],
)
def test_unspaced_characters_are_a_name_where_aliases_or_dictionary_say_so(typed: str, role: Role) -> None:
    index = story()
    (word, *_) = [word for word in understand(typed, index).query.words if not word.is_beside]

    assert role_of(word) is role


def test_dates_that_the_next_passages_tell_too_agree() -> None:
    texts = (
        "The Zubrane sank in May 1937.",
        "In 1937 the Zubrane was lost.",
        "The Zubrane was built in 1920.",
    )
    index = Index.build(passages(texts), Aliases())
    signal = next(signal for signal in SIGNALS if signal.name == "dates agree")

    assert signal.of(first_hit(index, "when did the Zubrane sink?")) == 0.5
    assert signal.of(first_hit(index, "where did the Zubrane sink?")) == 0.0


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("когда умерла Ida Reed?", 1.0),  # an event of another language than the text's
        ("когда основали Quenby Club?", 0.0),
        ("Quenby Club 哪年成立的?", 0.0),
        ("Ida Reed 什么时候结婚的?", 1.0),
    ],
)
def test_an_event_is_looked_for_in_the_language_of_the_text(question: str, lacks: float) -> None:
    index = Index.build(passages((CLUB, "Something else."), title="A tale"), Aliases())

    assert event_lacking(first_hit(index, question)) == lacks


def test_the_opposite_of_an_opposite_is_the_word_itself() -> None:
    assert all(word in OPPOSITES[other] for word, others in OPPOSITES.items() for other in others)


@pytest.mark.parametrize(
    ("typed", "language", "opposite", "is_one"),
    [
        ("opened", None, "closed", True),
        ("gekauft", "de", "verkauft", True),
        ("murió", "es", "nació", True),
        ("открыли", "ru", "закрыт", True),
        ("разошлись", "ru", "свадьба", True),
        ("离婚", None, "婚礼", True),
        ("gekauft", "de", "erworben", False),
        ("abrió", None, "cerró", False),  # no words of English
    ],
)
def test_the_opposite_of_a_word_is_known_in_its_language(
    typed: str, language: str | None, opposite: str, is_one: bool
) -> None:
    assert (term(opposite) in opposites_of(typed, language)) == is_one


def test_no_word_is_its_own_opposite_or_means_it() -> None:
    assert not any(word in others for word, others in OPPOSITES.items())


def test_life_is_among_the_events_and_a_word_means_what_its_row_says() -> None:
    assert EVENTS.keys() >= LIFE
    assert term("death") in terms_of_meaning(_asked("died"), None)
    assert not terms_of_meaning(_asked("zubran"), None)


@pytest.mark.parametrize(
    ("typed", "language", "event", "of_life", "told_by"),
    [
        ("died", None, True, True, "death"),
        ("gegründet", "de", True, False, "Gründung"),
        ("gestorben", "de", True, True, "verstarb"),
        ("murieron", "es", True, True, "falleció"),
        ("compró", "es", True, False, "adquirió"),
        ("ушла", "ru", True, False, "покинула"),
        ("родился", "ru", True, True, "рождение"),
        ("成立", None, True, False, "创立"),
        ("gestorben", "de", True, True, "death"),  # a text may be in another language
        # what is no event, or is one in another language only
        ("Zubrane", None, False, False, None),
        ("sale", "es", True, False, "salió"),
        ("Schule", "de", False, False, "Gymnasium"),
        ("рыба", "ru", False, False, None),
    ],
)
def test_an_event_is_known_in_each_language(
    typed: str, language: str | None, event: bool, of_life: bool, told_by: str | None
) -> None:
    word = _asked(typed)

    assert (is_event(word, language), is_of_life(word, language)) == (event, of_life)
    assert told_by is None or term(told_by) in terms_of_meaning(word, language)


def _asked(typed: str) -> QueryWord:
    return QueryWord(typed, (Form(term(typed)),), 0)
