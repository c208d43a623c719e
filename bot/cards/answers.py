"""To whoever asked: the passage that answers, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import Answer, Refusal
from bot.cards.card import Card, Span, TextLine, clipped, line
from bot.cards.excerpt import excerpt
from bot.cards.formatting import GAP, LONGEST_NAME, bold, card, italic, origin_of, title_of
from bot.cards.refusals import refusal_card
from bot.cards.taken_question import taken_lines
from bot.dates import say, say_basis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers import SecondPassage
    from bot.answers.dating import DatedSentence
    from bot.sources.source import Passage

MOST_CORRECTIONS = 5
LONGEST_OTHER = 300  # characters of a second passage


def answer_card(result: Answer | Refusal) -> Card:
    """The passage that answers and when that was, or an honest "nothing on that"."""
    return _answered(result) if isinstance(result, Answer) else refusal_card(result)


def inline_card(result: Answer) -> Card:
    """An answer that a member posts through the bot: with the question, which nobody else has seen."""
    return card(line(italic(clipped(result.question.text, 300))), GAP, *_answered(result).lines)


def inline_title(result: Answer) -> str:
    """An answer in one line: its date, or the source if it has none."""
    return say(result.dates[0].date) if result.dates else clipped(result.passage.source.title, LONGEST_NAME)


def inline_invitation(*, is_empty: bool) -> str:
    """What stands over an inline query without an answer, and leads to the private chat; 64 characters."""
    return "Type a question about our history" if is_empty else "Nothing found; ask me in a private chat"


def inline_description(result: Answer) -> str:
    """The beginning of the sentence that answers."""
    start, end = result.sentence or (0, len(result.passage.text))
    return clipped(Span(result.passage.text[start:end]).text, 180)


def _answered(answer: Answer) -> Card:
    corrections = [
        line("Showing results for ", bold(correction.read), f" instead of “{correction.typed}”.")
        for correction in answer.question.corrections
    ]
    return card(
        *taken_lines(answer.question),
        *corrections[:MOST_CORRECTIONS],
        _date_line(answer),
        _quotation(answer),
        *([_second_line(answer.second_date)] if answer.second_date else []),
        _source_line(answer.passage),
        *_second_passage_lines(answer.second_passage, answer.passage),
    )


def _second_passage_lines(second: SecondPassage | None, shown: Passage) -> Iterable[TextLine]:
    """Another passage in short, if there is one, and where it stands if that is somewhere else."""
    if not second:
        return
    text, (first, last) = second.passage.text, second.sentence or (0, len(second.passage.text))
    when = (bold(say(second.date.date)), ": ") if second.date else ()
    yield GAP
    yield line(italic("I am not sure; it could also be this:"))
    yield line(*when, clipped(Span(text[first:last]).text, LONGEST_OTHER), quoted=True)
    if (second.passage.source, second.passage.place) != (shown.source, shown.place):
        yield _source_line(second.passage)


def _date_line(answer: Answer) -> TextLine:
    if not answer.dates:
        return line(italic("No date is given for this."))
    shown = answer.dates[0]
    basis = say_basis(shown.basis)
    return line(bold(say(shown.date)), italic(f" ({basis})" if basis else ""))


def _quotation(answer: Answer) -> TextLine:
    text = answer.passage.text
    shown = excerpt(text, answer.sentence)
    first, last = answer.sentence or (shown.start, shown.start)
    first, last = max(first, shown.start), max(min(last, shown.end), shown.start)
    return line(
        "… " if shown.cut_before else "",
        text[shown.start : first],
        bold(text[first:last]),
        text[last : shown.end],
        " …" if shown.cut_after else "",
        quoted=True,
    )


def _second_line(second: DatedSentence) -> TextLine:
    return line("It also speaks of ", bold(say(second.date)), ".")


def _source_line(passage: Passage) -> TextLine:
    """Where a passage stands: its source, and the page, or the message and who wrote it."""
    source, place = passage.source, passage.place
    within = [Span(clipped(place.label, LONGEST_NAME), link=place.url)] if place and place.label else []
    parts: list[Span | str] = [*within, *origin_of(source)]
    return line("— ", title_of(source), *(piece for part in parts for piece in (", ", part)))


def too_long_card() -> Card:
    return card(line("That is too long for me. Please ask in a sentence or two."))


def too_late_card() -> Card:
    """To a chat whose questions waited for too long."""
    return card(line("I was away, and this has waited for too long. Please ask again if you still wonder."))


def error_card() -> Card:
    return card(line("Sorry, something went wrong here. Please try again in a moment."))
