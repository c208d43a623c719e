"""To whoever browses: pages of dated sentences, one of them with its passage, what each source covers."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.answers import Quotation
from bot.answers.dating import DatedSentence
from bot.browsing.selection import Scope
from bot.cards.card import Card, Span, TextLine, line
from bot.cards.chronicle import no_date_card
from bot.cards.density import density_line
from bot.cards.formatting import GAP, bold, card, italic, origin_of, title_of
from bot.cards.languages import ENGLISH
from bot.cards.quotations import quotation_card
from bot.cards.statements import short_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.browsing.chronology import Chronology, DatedStatement
    from bot.browsing.selection import Listing
    from bot.browsing.source_spans import SourceSpan
    from bot.cards.phrasebook import Phrasebook
    from bot.sources.source import Source

A_PAGE = 8  # statements: as many as there are buttons side by side
SOURCES_A_PAGE = 10
FROM_AROUND = "*"  # behind dates that do not stand as a whole in the words
LONGEST_COMMAND = 200

_TITLES = {Scope.DAY: "selection_day", Scope.WEEK: "selection_week", Scope.MONTH: "selection_month"}
_NOTHING = {
    Scope.ALL: "nothing_dated", Scope.PERIOD: "nothing_on_date",
    Scope.DAY: "nothing_on_date", Scope.WEEK: "nothing_today", Scope.MONTH: "nothing_today",
}  # fmt: skip


def pages_of(many: int, a_page: int = A_PAGE) -> int:
    """How many pages so many things fill; one when there are none."""
    return max(-(-many // a_page), 1)


def listing_card(listing: Listing, page: int, book: Phrasebook = ENGLISH) -> Card:
    """A page of the statements that a command selects; `page` is counted from 0.

    The command stands in it word for word: its buttons read there what to select again.
    """
    first, chronology = page * A_PAGE, listing.chronology
    shown = listing.statements(first, A_PAGE)
    return card(
        listing_title(listing, book),
        line(density_line(chronology.density(listing.selection.positions), book)),
        GAP,
        *(_statement_line(chronology, row, number, book) for number, row in enumerate(shown, first + 1)),
        GAP,
        *_note(shown, book),
        *_sources_of(chronology, shown, first + 1),
    )


def listing_title(listing: Listing, book: Phrasebook = ENGLISH) -> TextLine:
    """The command, and what the statements that it selects have in common."""
    if key := _TITLES.get(listing.selection.scope):
        return book.line(key, command=listing.command)
    return book.line("selection", command=listing.command, n=len(listing))


def nothing_card(command: str, listing: Listing | None, book: Phrasebook = ENGLISH) -> Card:
    """Why a command selects no statement; None stands for a date that could not be read."""
    if listing is None:
        date = command.partition(" ")[2]
        return no_date_card(date, book) if date else card(book.line("which_date"))
    if not len(listing.chronology):
        return no_dates_card(book)
    return card(book.line(_NOTHING[listing.selection.scope]))


def no_dates_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("nothing_dated_at_all"))


def statement_card(
    chronology: Chronology,
    statement: DatedStatement,
    book: Phrasebook = ENGLISH,
) -> Card:
    """A statement with its passage."""
    date = DatedSentence(statement.date, statement.basis, statement.sentence, score=0.0)
    return quotation_card(Quotation(chronology.passage_of(statement), statement.sentence, (date,)), book)


def listed_statement_card(listing: Listing, number: int, book: Phrasebook = ENGLISH) -> Card:
    """One of the statements of a list with its passage, and which one it is; counted from 0."""
    (statement,) = listing.statements(number, 1)
    count = book.text("statement_count", n=number + 1, many=len(listing))
    above = line(Span(listing.command, code=True), f" – {count}")
    return card(above, GAP, *statement_card(listing.chronology, statement, book).lines)


def sources_page_card(spans: Sequence[SourceSpan], page: int, book: Phrasebook = ENGLISH) -> Card:
    """A page of sources, each with the time that it covers; `page` is counted from 0."""
    if not spans:
        return card(book.line("no_sources"))
    first = page * SOURCES_A_PAGE
    return card(
        book.line("what_i_have_read"),
        *_source_lines(spans[first : first + SOURCES_A_PAGE], book),
    )


def _statement_line(
    chronology: Chronology, statement: DatedStatement, number: int, book: Phrasebook
) -> TextLine:
    sentence = short_sentence(chronology, statement)
    mark = FROM_AROUND if book.basis(statement.basis) else ""
    return line(f"{number}. ", bold(book.date(statement.date)), f"{mark} – {sentence}")


def _note(statements: Iterable[DatedStatement], book: Phrasebook) -> Iterable[TextLine]:
    """What the mark behind some dates means, where there are any."""
    if any(book.basis(statement.basis) for statement in statements):
        yield book.line("date_from_around", mark=FROM_AROUND)


def _sources_of(
    chronology: Chronology, statements: Sequence[DatedStatement], first: int
) -> Iterable[TextLine]:
    """Each source of some statements once, with their numbers: "Ferries (1–3, 5)"."""
    numbers: dict[Source, list[int]] = {}
    for number, statement in enumerate(statements, first):
        numbers.setdefault(chronology.passage_of(statement).source, []).append(number)
    for source, its_numbers in numbers.items():
        behind = f" ({_ranges(its_numbers)})" if len(numbers) > 1 else ""
        yield line("— ", title_of(source), behind)


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers in order as ranges.

    >>> _ranges([1, 2, 3, 5])
    '1–3, 5'
    """
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _source_lines(spans: Sequence[SourceSpan], book: Phrasebook) -> Iterable[TextLine]:
    """Sources in order; where they come from is said once for those side by side that have it in common."""
    for origin, together in groupby(spans, lambda span: origin_of(span.source, book)):
        for span in together:
            yield line("• ", title_of(span.source), " – ", italic(_covered(span, book)))
        if origin:
            yield line("— ", ", ".join(origin))


def _covered(span: SourceSpan, book: Phrasebook) -> str:
    if span.span is None:
        return book.text("covered_undated", n=span.passages)
    return book.text("covered", span=book.date(span.span), n=span.passages)
