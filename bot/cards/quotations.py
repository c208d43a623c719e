"""A passage as it is shown: its date, its heading, its words with the sentence that answers, its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import Span, TextLine, clipped, line, units
from bot.cards.excerpt import LONGEST, excerpt
from bot.cards.formatting import LONGEST_NAME, bold, card, italic, origin_of, title_of
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers import Quotation
    from bot.cards.card import Card
    from bot.cards.phrasebook import Phrasebook
    from bot.sources.source import Passage

AT_SIGHT = 280  # characters of a passage, or of its sentence, that are not folded
LONGEST_SENTENCE = 3_000  # characters: with all else it fits into a message
LONGEST_HEADING = 80
LONGEST_AROUND = 600  # characters of a neighbouring paragraph
LONGEST_ALERT = 200  # UTF-16 units, Telegram's limit
LEFT_OUT = "[…]"


def quotation_lines(
    quotation: Quotation, book: Phrasebook = ENGLISH, *, cited: bool = False
) -> Iterator[TextLine]:
    """All that is shown of a passage; `cited` with the full citation, where it cannot be tapped for."""
    dated = _date_line(quotation, book)
    yield dated
    yield from (row for row in _heading_lines(quotation.passage) if row.spans[0].text != dated.spans[0].text)
    yield from _word_lines(quotation)
    if second := quotation.second_date:
        yield book.line("second_date", date=bold(book.date(second.date)))
    yield source_line(quotation.passage, book, cited=cited)


def quotation_card(quotation: Quotation, book: Phrasebook = ENGLISH) -> Card:
    """A passage that is looked at, not an answer."""
    return card(*quotation_lines(quotation, book))


def context_card(
    before: Sequence[Passage], quotation: Quotation, after: Sequence[Passage], book: Phrasebook = ENGLISH
) -> Card:
    """A passage between the paragraphs around it, which are folded."""
    dated = [_date_line(quotation, book)] if quotation.date else []
    return card(
        *dated,
        *_heading_lines(quotation.passage),
        *around_before(before),
        *_word_lines(quotation),
        *around_after(after),
        source_line(quotation.passage, book),
    )


def around_before(passages: Iterable[Passage]) -> Iterator[TextLine]:
    """The ends of the paragraphs before a passage, folded."""
    return (line(_end_of(passage.text), quoted=True, folded=True) for passage in passages)


def around_after(passages: Iterable[Passage]) -> Iterator[TextLine]:
    """The beginnings of the paragraphs after it, folded."""
    return (line(clipped(passage.text, LONGEST_AROUND), quoted=True, folded=True) for passage in passages)


def citation_card(passage: Passage, book: Phrasebook = ENGLISH, *, is_doubted: bool = False) -> Card:
    """The full citation of a passage; to who doubts it also that it is quoted."""
    above = [book.line("so_it_stands")] if is_doubted else []
    return card(*above, *_chain_lines(passage), source_line(passage, book, cited=True))


def date_card(quotation: Quotation, book: Phrasebook = ENGLISH) -> Card:
    """When what is shown was, and where that stands."""
    return card(_date_line(quotation, book), source_line(quotation.passage, book))


def citation(passage: Passage, book: Phrasebook = ENGLISH) -> str:
    """The full citation in 200 units of plain text, what matters most first."""
    origin = ", ".join(origin_of(passage.source, book))
    place = passage.place.label if passage.place else ""
    rows = (clipped(passage.source.title, LONGEST_NAME), origin, place, " › ".join(passage.headings))
    text = "\n".join(Span(row).text for row in rows if row)
    while units(text) > LONGEST_ALERT:
        text = clipped(text, min(len(text) - 1, LONGEST_ALERT))
    return text


def source_line(passage: Passage, book: Phrasebook = ENGLISH, *, cited: bool = False) -> TextLine:
    """Where a passage stands: its source, and the page, or the message and who wrote it."""
    source, place = passage.source, passage.place
    within = [Span(clipped(place.label, LONGEST_NAME), link=place.url)] if place and place.label else []
    parts: list[Span | str] = [*within, *(origin_of(source, book) if cited else ())]
    return line("— ", title_of(source), *(piece for part in parts for piece in (", ", part)))


def _date_line(quotation: Quotation, book: Phrasebook) -> TextLine:
    shown = quotation.date
    if shown is None:
        return book.line("no_date")
    basis = book.basis(shown.basis)
    return line(bold(book.date(shown.date)), italic(f" ({basis})" if basis else ""))


def _heading_lines(passage: Passage) -> Iterator[TextLine]:
    """The heading that a passage stands under, unless it only says the title again."""
    heading = passage.headings[-1] if passage.headings else ""
    if heading and heading.casefold() != passage.source.title.casefold():
        yield line(clipped(heading, LONGEST_HEADING))


def _chain_lines(passage: Passage) -> Iterator[TextLine]:
    """All headings that a passage stands under but for the title, the outermost first."""
    title = passage.source.title.casefold()
    chain = [clipped(text, LONGEST_HEADING) for text in passage.headings if text.casefold() != title]
    if chain:
        yield line(" › ".join(chain))


def _word_lines(quotation: Quotation) -> Iterator[TextLine]:
    """The sentence that answers, in bold and whole; what stands around it is folded, and a short text is not.

    Of a folded text Telegram shows three lines, so a long sentence stands at their beginning.
    """
    text, sentence = quotation.passage.text, quotation.sentence
    length = sentence[1] - sentence[0] if sentence else 0
    shown = excerpt(text, sentence, max(LONGEST, min(length, LONGEST_SENTENCE)))
    first, last = sentence or (shown.start, shown.start)
    first, last = max(first, shown.start), max(min(last, shown.end), shown.start)
    before = ("… " if shown.cut_before else "") + text[shown.start : first]
    after = text[last : shown.end] + (" …" if shown.cut_after else "")
    if shown.end - shown.start <= AT_SIGHT or not 0 < last - first <= AT_SIGHT:
        is_folded = shown.end - shown.start > AT_SIGHT
        yield line(before, bold(text[first:last]), after, quoted=True, folded=is_folded)
        return
    yield line(bold(text[first:last]), quoted=True)
    around = [part for part in (before.strip(), after.strip()) if part]
    yield line(f" {LEFT_OUT} ".join(around), quoted=True, folded=True)


def _end_of(text: str) -> str:
    """The end of a text, cut between words."""
    if len(text) <= LONGEST_AROUND:
        return text
    kept = text[1 - LONGEST_AROUND :]
    return f"… {kept[kept.find(' ') + 1 :]}"
