"""What the bot says, each thing as a card: answers first, then all the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers import Answer, Reason, Refusal
from bot.chat.card import Card, Line, Span, clipped, html, line, plain
from bot.chat.excerpt import excerpt
from bot.dates import say, say_basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers import Other
    from bot.library import Library, ReloadReport
    from bot.search.dating import DatedSentence
    from bot.sources.source import Source
    from bot.store import Remembered, Votes

__all__ = ["Card", "answer_card", "html", "plain"]  # and every function below that ends in _card

GAP = Line()
MOST_WORDS = 5  # of a question that a refusal repeats
MOST_TOPICS = 3
MOST_SOURCES = 25
MOST_PROBLEMS = 12
MOST_FILES = 8
LONGEST_OTHER = 300  # characters of a second passage
LONGEST_NAME = 120  # characters of a title, an author, a file name
LONGEST_PROBLEM = 200
EXAMPLE = "When did it all begin?"


def bold(text: str) -> Span:
    return Span(text, bold=True)


def italic(text: str) -> Span:
    return Span(text, italic=True)


def code(text: str) -> Span:
    return Span(text, code=True)


def card(*lines: Line) -> Card:
    """Lines as a card; of several gaps in a row one is kept, none at either end."""
    kept: list[Line] = []
    for one in lines:
        if one.spans or (kept and kept[-1].spans):
            kept.append(one)
    while kept and not kept[-1].spans:
        kept.pop()
    return Card(tuple(kept))


# Answers


def answer_card(result: Answer | Refusal) -> Card:
    """The passage that answers and when that was, or an honest "nothing on that"."""
    return _found(result) if isinstance(result, Answer) else _refused(result)


def inline_card(result: Answer) -> Card:
    """An answer that a member posts through the bot: with the question, which nobody else has seen."""
    return card(line(italic(clipped(result.question.text, 300))), GAP, *_found(result).lines)


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


def _found(answer: Answer) -> Card:
    corrections = [
        line("Showing results for ", bold(one.read), f" instead of “{one.typed}”.")
        for one in answer.question.corrections
    ]
    return card(
        *corrections[:MOST_WORDS],
        _date_line(answer),
        _quotation(answer),
        *([_second_line(answer.second)] if answer.second else []),
        _source_line(answer.passage.source),
        *([GAP, *_other_lines(answer.other, answer.passage.source)] if answer.other else []),
    )


def _other_lines(other: Other, shown: Source) -> Iterable[Line]:
    """Another passage in short, and where it stands if that is somewhere else."""
    text, (first, last) = other.passage.text, other.sentence or (0, len(other.passage.text))
    when = (bold(say(other.date.date)), ": ") if other.date else ()
    yield line(italic("I am not sure; it could also be this:"))
    yield line(*when, clipped(Span(text[first:last]).text, LONGEST_OTHER), quoted=True)
    if other.passage.source != shown:
        yield _source_line(other.passage.source)


def _date_line(answer: Answer) -> Line:
    if not answer.dates:
        return line(italic("No date is given for this."))
    shown = answer.dates[0]
    basis = say_basis(shown.basis)
    return line(bold(say(shown.date)), italic(f" ({basis})" if basis else ""))


def _quotation(answer: Answer) -> Line:
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


def _second_line(second: DatedSentence) -> Line:
    return line("It also speaks of ", bold(say(second.date)), ".")


def _source_line(source: Source) -> Line:
    return line("— ", _title(source), *(f", {part}" for part in _citation(source)))


def _title(source: Source) -> Span:
    return Span(clipped(source.title, LONGEST_NAME), link=source.url)


def _citation(source: Source) -> tuple[str, ...]:
    """Author, publisher and date, as far as they are known."""
    published = say(source.published) if source.published else None
    return tuple(clipped(part, LONGEST_NAME) for part in (source.author, source.publisher, published) if part)


def _refused(refusal: Refusal) -> Card:
    if refusal.reason is Reason.EMPTY:
        return how_to_card()
    if refusal.reason is Reason.NO_WORDS:
        return card(
            line("I need a name or a word to look for."), line("Try something like: ", italic(EXAMPLE))
        )
    topics = [line("• ", clipped(topic, LONGEST_NAME)) for topic in refusal.topics[:MOST_TOPICS]]
    return card(
        line(bold("I found nothing about that.")),
        *_not_found(refusal.unknown),
        *([GAP, line("Close to it I know about:"), *topics] if topics else []),
    )


def _not_found(words: Sequence[str]) -> Iterable[Line]:
    if words:
        shown = ", ".join(f"“{clipped(word, 40)}”" for word in words[:MOST_WORDS])
        yield line(f"Nowhere in my sources: {shown}{' and more' if len(words) > MOST_WORDS else ''}.")


# Getting to know the bot


def start_card(library: Library) -> Card:
    """Who the bot is, with a question that it can answer."""
    example = next((one.question for one in library.golden if not one.refuse), EXAMPLE)
    return card(
        line(bold("Hello! Ask me about our history.")),
        line("I answer with the passage that says it, word for word, and when it happened."),
        GAP,
        line("For example: ", italic(clipped(example, 200))),
        GAP,
        line("/sources shows what I have read, /help how to ask."),
    )


def help_card(username: str) -> Card:
    """All ways of asking."""
    return card(
        line(bold("How to ask")),
        line("• In a private chat: just write your question."),
        line("• In a group: ", code("/ask your question"), f", or mention @{username}, or reply to me."),
        line("• In any chat: type ", code(f"@{username} your question"), " and choose the answer."),
        line("• Made a typo? Edit your question: I correct my answer."),
        GAP,
        line("I only quote; what my sources do not say, I do not know. /sources shows them."),
        line("What I store of you is little: /privacy"),
    )


def terminal_help_card() -> Card:
    """All there is to do in a terminal."""
    return card(
        line(bold("How to ask")),
        line("Type a question and press Enter; the arrow keys bring back earlier ones."),
        line("• ", bold("/sources"), " shows what I have read"),
        line("• ", bold("/reload"), " reads the documents again"),
        line("• ", bold("/quit"), " ends the chat, as do Ctrl-D and Ctrl-C"),
    )


def how_to_card() -> Card:
    """For a question without words."""
    return card(line("What would you like to know?"), line("Ask like this: ", code(f"/ask {EXAMPLE}")))


def forwarded_card() -> Card:
    return card(line("I do not answer what was forwarded to me. Write me the question yourself, please."))


def unknown_command_card(command: str) -> Card:
    return card(line("I do not know ", bold(clipped(command, 40)), ". /help shows what I can do."))


def text_only_card() -> Card:
    return card(line("I can only read text. Write me a question, and I look it up."))


def too_long_card() -> Card:
    return card(line("That is too long for me. Please ask in a sentence or two."))


def sources_card(sources: Sequence[Source]) -> Card:
    """What has been read; where it comes from is said once for all that have it in common."""
    together: dict[tuple[str, ...], list[Source]] = {}
    for source in sources[:MOST_SOURCES]:
        together.setdefault(_citation(source), []).append(source)
    more = len(sources) - MOST_SOURCES
    return card(
        line(bold("What I have read")),
        *(one for citation, group in together.items() for one in _cited_together(citation, group)),
        *([line(f"… and {more} more.")] if more > 0 else []),
    )


def _cited_together(citation: Sequence[str], sources: Sequence[Source]) -> Iterable[Line]:
    if len(sources) == 1:
        yield line("• ", _title(sources[0]), *(f", {part}" for part in citation))
        return
    yield from (line("• ", _title(source)) for source in sources)
    if citation:
        yield line("— ", ", ".join(citation))


def too_late_card() -> Card:
    """To a chat whose questions waited for too long."""
    return card(line("I was away, and this has waited for too long. Please ask again if you still wonder."))


def only_in_private_card(username: str) -> Card:
    """To somebody who asks in a group, or under another name, for what only they should see."""
    return card(line(f"Please write me that in private, under your own name: @{username}"))


def later_card() -> Card:
    return card(line("I cannot look that up just now. Please try again in a few minutes."))


def privacy_card(days: int) -> Card:
    """All that is stored, on one page."""
    return card(
        line(bold("What I store, and for how long")),
        line("• That a question was asked, when, and whether I had an answer."),
        line("• Whose it was and in which chat: as codes made with a secret key, not as numbers or names."),
        line(
            "• Its words, but only if I found nothing or somebody pressed 👎: they show what I should learn."
        ),
        line("• Who pressed 👍 or 👎, as such a code too."),
        line(f"• All of that for {days} days, and in copies that are made each night and kept a week."),
        line("• A message that waits for its answer, until it has one (at most a day if I cannot read it)."),
        GAP,
        line("Names, pictures and anything else you write I do not store, and nobody gets any of it."),
        GAP,
        line("/mydata shows what is stored about you."),
        line("/forgetme deletes it, in the copies too."),
    )


def mydata_card(remembered: Remembered) -> Card:
    """What is stored about a member, to them."""
    if not remembered.questions and not remembered.votes:
        return card(line("I have stored nothing about you. /privacy says what I would store."))
    more = len(remembered.words) - MOST_PROBLEMS
    since = f" The oldest is of {remembered.oldest:%Y-%m-%d}." if remembered.oldest else ""
    return card(
        line(bold("What I have stored about you")),
        line(f"{_count(remembered.questions, 'question')}, {_count(remembered.votes, 'vote')}.{since}"),
        GAP,
        *([line(bold("Questions whose words I keep:"))] if remembered.words else []),
        *(line("• ", clipped(one, LONGEST_PROBLEM)) for one in remembered.words[:MOST_PROBLEMS]),
        *([line("… and ", str(more), " more.")] if more > 0 else []),
        GAP,
        line("/forgetme deletes it."),
    )


def forgotten_card() -> Card:
    return card(line("Done. Nothing is stored about you any more, here or in the copies."))


def error_card() -> Card:
    return card(line("Sorry, something went wrong here. Please try again in a moment."))


# For admins


def alarm_card(line_of_log: str, missed: int) -> Card:
    """To the admins: an error, and how often the same was not told because it had just been."""
    told = f" ({missed} more since I last told you)" if missed else ""
    return card(line("⚠️ ", bold("Something went wrong"), told), line(clipped(line_of_log, LONGEST_PROBLEM)))


def admins_only_card(user_id: int | None = None) -> Card:
    """To a member who tries an admin's command; with their number where only they see it."""
    hint = line("If you run this bot, put your number into ADMINS: ", code(str(user_id)))
    return card(line("That is for the admins of this bot."), *([hint] if user_id else []))


def reloading_card() -> Card:
    return card(line("Reading the documents …"))


def reload_runs_card() -> Card:
    return card(line("A reload is running already; its report comes to whoever started it."))


def reload_card(report: ReloadReport) -> Card:
    """What a reload did, or why it did nothing."""
    return card(
        line(bold(_reload_title(report))),
        line(_inventory(report.documents, report.passages, report.dated_share)),
        GAP,
        *_files("New", report.added),
        *_files("Changed", report.changed),
        *_files("Gone", report.removed),
        *_passages(report),
        GAP,
        *_listed("Please correct:", [str(one) for one in report.problems]),
        GAP,
        *_listed("No longer answered as wanted:", report.broken),
        GAP,
        *_listed("Worth a look:", [str(one) for one in report.notices]),
    )


def _reload_title(report: ReloadReport) -> str:
    if not report.published:
        return "Not reloaded: I go on answering from what I had read before."
    return "Nothing has changed." if report.unchanged else f"Reloaded in {report.seconds:.1f} seconds."


def _inventory(documents: int, passages: int, dated_share: float) -> str:
    return f"{_count(documents, 'document')}, {_count(passages, 'passage')}, {dated_share:.0%} of them dated"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _files(title: str, names: Sequence[str]) -> Iterable[Line]:
    if names:
        shown = ", ".join(clipped(name, LONGEST_NAME // 2) for name in names[:MOST_FILES])
        more = f" and {len(names) - MOST_FILES} more" if len(names) > MOST_FILES else ""
        yield line(f"{title}: {shown}{more}")


def _passages(report: ReloadReport) -> Iterable[Line]:
    if report.passages_added or report.passages_removed:
        yield line(f"{_count(report.passages_added, 'passage')} new, {report.passages_removed:,} gone")


def _listed(title: str, entries: Sequence[str]) -> Iterable[Line]:
    """Entries under a title; long lists are cut, `check` on the command line shows all."""
    if entries:
        yield line(bold(title))
        yield from (line("• ", clipped(entry, LONGEST_PROBLEM)) for entry in entries[:MOST_PROBLEMS])
        if len(entries) > MOST_PROBLEMS:
            more = len(entries) - MOST_PROBLEMS
            yield line(f"… and {more} more; ", code("python -m bot check"), " lists all.")


@dataclass(frozen=True, slots=True)
class Status:
    """How the bot is doing; times in seconds."""

    documents: int
    passages: int
    dated_share: float
    library_version: str
    bot_version: str
    uptime: float
    last_poll_age: float | None  # None before the first one
    reads_all_messages: bool  # Telegram's privacy mode is off
    waiting: int  # updates that are not done, this one among them
    votes: Votes | None  # None when they cannot be looked up
    problem: str  # of the database; empty when there is none


def status_card(status: Status) -> Card:
    """How the bot is doing, for its admins."""
    age = status.last_poll_age
    polled = "none yet" if age is None else f"{said_duration(age)} ago"
    return card(
        line(bold("Library: "), _inventory(status.documents, status.passages, status.dated_share)),
        line(bold("Its version: "), code(status.library_version)),
        line(bold("Last word from Telegram: "), polled),
        line(bold("Waiting for an answer: "), f"{max(status.waiting - 1, 0):,}"),
        line(bold("Votes in 90 days: "), _votes(status.votes)),
        line(bold("Database: "), clipped(status.problem, LONGEST_PROBLEM) if status.problem else "well"),
        line(bold("Running for: "), said_duration(status.uptime)),
        line(bold("Privacy mode: "), privacy_note(reads_all_messages=status.reads_all_messages)),
        line(bold("Bot version: "), status.bot_version),
    )


def _votes(votes: Votes | None) -> str:
    return f"{votes.up:,} 👍, {votes.down:,} 👎" if votes else "not known just now"


def privacy_note(*, reads_all_messages: bool) -> str:
    """What Telegram's privacy mode means for members of a group."""
    if reads_all_messages:
        return "off; mentions, replies and commands all reach me"
    return "on; commands and replies to me reach me, mentions may not (@BotFather, /setprivacy turns it off)"


def said_duration(seconds: float) -> str:
    """A length of time with its two largest units.

    >>> said_duration(93784)
    '1 d 2 h'
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    amounts = ((days, "d"), (hours, "h"), (minutes, "min"), (rest, "s"))
    first = next((n for n, (amount, _) in enumerate(amounts) if amount), len(amounts) - 1)
    return " ".join(f"{amount} {unit}" for amount, unit in amounts[first : first + 2] if amount) or "0 s"
