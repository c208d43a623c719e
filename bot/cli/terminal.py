"""The chat in the terminal: the same answers on the same cards as in Telegram."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sys
from typing import TYPE_CHECKING

from bot import cards
from bot.answers import Refusal
from bot.browsing.selection import listing
from bot.conversation.conversation import Conversation
from bot.private_files import make_private_file, make_private_folder
from bot.publishing.examples import Examples
from bot.questions.messages.pleasantries import pleasantry
from bot.sources.folder import FaultyFiles
from bot.today import day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.browsing.chronology import Chronology
    from bot.cards import Card
    from bot.conversation.response import Response
    from bot.conversation.subject import Subject
    from bot.publishing.live import LiveLibrary

PROMPT = "you> "
BROWSING = ("/timeline", "/on", "/today")
ENDING = frozenset({"/quit", "/exit", "quit", "exit"})
WIDEST = 100  # characters a line; longer ones are hard to read
HISTORY_LINES = 1_000


def colour_wanted() -> bool:
    """Whether standard output is a terminal whose user did not decline colour (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def show(card: Card) -> None:
    """Prints a card, with colour for a terminal."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    print(cards.plain(card, colour=colour_wanted(), width=width))


class TerminalChat:
    """Reads questions until the user goes; `/` begins a command."""

    def __init__(self, live: LiveLibrary, history: Path) -> None:
        self._live = live
        self._history = history
        self._examples = Examples(live)
        self._subject: Subject | None = None  # of the answer before, for what goes on from it
        self._commands: dict[str, Callable[[], Card]] = {
            "/start": self._hello,
            "/help": cards.terminal_help_card,
            "/sources": lambda: cards.sources_card(live.current.sources),
            "/random": self._random,
            "/reload": lambda: cards.reload_card(live.reload_now()),
            "/reload anyway": lambda: cards.reload_card(live.reload_now(FaultyFiles.LEFT_OUT)),
        }

    def run(self) -> int:
        """Chats until Ctrl-D, Ctrl-C or /quit; 0."""
        show(self._hello())
        print()
        with _line_history(self._history), contextlib.suppress(KeyboardInterrupt):
            for line in _lines():
                if line.lower() in ENDING:
                    break
                if line:
                    self._respond(line)
                    print()  # stands between the answer and the next prompt
        print("Bye!")
        return 0

    def _hello(self) -> Card:
        return cards.start_card(self._examples.of())

    def _respond(self, line: str) -> None:
        written, _, rest = line.partition(" ")
        command = written.lower()
        known = self._commands.get(" ".join(line.lower().split())) or self._commands.get(command)
        if known:
            show(known())
        elif command in BROWSING:
            self._browse(f"{command} {rest}".strip())
        elif command.startswith("/") and command != "/ask":
            show(cards.unknown_command_card(written))
        else:
            self._answer(rest if command == "/ask" else line)

    def _answer(self, question: str) -> None:
        kind = pleasantry(question)
        if kind:
            show(cards.pleasantry_card(kind))
            return
        library = self._live.current
        conversation = Conversation(library, lambda: self._live.chronology_of(library))
        response = conversation.respond(question, self._subject, today=day_of())
        self._subject = response.subject
        show(self._card(response))

    def _card(self, response: Response) -> Card:
        result = response.result
        if not isinstance(result, Refusal):
            return cards.response_card(response)
        languages = self._live.current.languages_instead(result.question.text)
        return cards.refusal_card(result, languages=languages, example=self._examples.first())

    def _random(self) -> Card:
        chronology = self._chronology()
        if not len(chronology):
            return cards.no_dates_card()
        statement = chronology.statement(random.randrange(len(chronology)))  # noqa: S311 - no secret
        return cards.statement_card(chronology, statement)

    def _chronology(self) -> Chronology:
        return self._live.chronology_of(self._live.current)

    def _browse(self, line: str) -> None:
        """The first page of what a command for browsing selects; `timeline` on the command line has all."""
        selected = listing(self._chronology(), line, day_of())
        if selected is None or not len(selected):
            show(cards.nothing_card(line, selected))
        else:
            show(cards.listing_card(selected, 0))


def _lines() -> Iterator[str]:
    """What the user types, until Ctrl-D; without a prompt when it comes from a pipe."""
    prompt = PROMPT if sys.stdin.isatty() else ""
    while True:
        try:
            yield input(prompt).strip()
        except EOFError:
            if prompt:
                print()
            return
        except UnicodeDecodeError:
            print("That was no readable text; please type it again.")


@contextlib.contextmanager
def _line_history(path: Path) -> Iterator[None]:
    """Arrow keys bring back earlier questions, also those of earlier chats, where Python has readline."""
    try:
        import readline  # noqa: PLC0415 - Windows has none
    except ImportError:
        yield
        return
    with contextlib.suppress(OSError):
        readline.read_history_file(path)
    readline.set_history_length(HISTORY_LINES)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            make_private_folder(path.parent)
            make_private_file(path)
            readline.write_history_file(path)
