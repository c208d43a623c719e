"""To whoever asked what nothing answers: what was not found, and what is near it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import Refusal, RefusalReason
from bot.cards.card import Card, TextLine, clipped, line
from bot.cards.formatting import GAP, LONGEST_NAME, card
from bot.cards.languages import ENGLISH
from bot.cards.quotations import quotation_lines
from bot.cards.taken_question import taken_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers import Quotation
    from bot.cards.phrasebook import Phrasebook

MOST_WORDS = 5  # of a question that a refusal repeats
LONGEST_WORD = 40  # characters
MOST_TOPICS = 3
LONGEST_EXAMPLE = 200
LANGUAGES = {
    "en": "language_en", "zh": "language_zh", "ru": "language_ru", "de": "language_de", "es": "language_es",
}  # fmt: skip


def refusal_card(
    refusal: Refusal,
    book: Phrasebook = ENGLISH,
    languages: Sequence[str] = (),
    *,
    example: str = "",
    has_buttons: bool = False,
) -> Card:
    """An honest "nothing on that"; how to ask, with an example, where nothing was asked.

    `languages` are those to ask in instead; with buttons for the topics near it they are not listed.
    """
    if refusal.reason is RefusalReason.EMPTY:
        return how_to_card(book, example)
    if refusal.reason is RefusalReason.NO_WORDS:
        return Card(book.lines("no_words", example=_example(example, book)))
    topics = [line("• ", clipped(topic, LONGEST_NAME)) for topic in refusal.topics[:MOST_TOPICS]]
    return card(
        *taken_lines(refusal.question, book),
        book.line("not_found"),
        *_unknown_words(refusal.unknown, book),
        *_languages_line(languages, book),
        *([GAP, book.line("topics_near")] if topics else []),
        *([] if has_buttons else topics),
    )


def nothing_read_card(book: Phrasebook = ENGLISH) -> Card:
    """To whoever asks while there is no document yet."""
    return Card(book.lines("nothing_read"))


def topic_card(quotation: Quotation, name: str, book: Phrasebook = ENGLISH) -> Card:
    """A passage that is near a question, and said to be no more."""
    heading = book.line("topic_shown", topic=clipped(name, LONGEST_NAME))
    return card(heading, *quotation_lines(quotation, book))


def _languages_line(languages: Sequence[str], book: Phrasebook) -> Iterable[TextLine]:
    """In which languages a question finds more, if there is a reason to say so."""
    names = [book.text(LANGUAGES[language]) for language in languages if language in LANGUAGES]
    if names:
        yield book.line("ask_in_languages", languages=", ".join(names))


def how_to_card(book: Phrasebook = ENGLISH, example: str = "") -> Card:
    """For a question without words; an example that has no answer here is better than none."""
    return Card(book.lines("how_to_ask", example=_example(example, book)))


def _example(example: str, book: Phrasebook) -> str:
    return clipped(example, LONGEST_EXAMPLE) if example else book.text("example_question")


def _unknown_words(words: Sequence[str], book: Phrasebook) -> Iterable[TextLine]:
    """The words that no source holds, if there are any."""
    if words:
        shown = ", ".join(
            book.text("quoted", text=clipped(word, LONGEST_WORD)) for word in words[:MOST_WORDS]
        )
        yield book.line("unknown_words_and_more" if len(words) > MOST_WORDS else "unknown_words", words=shown)
