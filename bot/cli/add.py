"""`add`: files become documents, after a look at what they would change."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bot import cards
from bot.building.build import KnowledgeError
from bot.cli.exit_status import DONE, MISTAKE, REFUSED
from bot.cli.lock import RunningAlreadyError, locked
from bot.cli.progress import progress_bar
from bot.edits import EditError, KnowledgeFolder
from bot.publishing.additions import Additions, SentFile
from bot.publishing.check import Check
from bot.publishing.live import LiveLibrary
from bot.publishing.proposal import MOST_BYTES
from bot.publishing.proposals import Proposals
from bot.publishing.publication import recover

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.config import Config
    from bot.publishing.additions import Addition

WHO = "command line"  # in the log of changes
LIBRARY = "library"
LARGEST = MOST_BYTES  # bytes of a file


def add(config: Config, paths: Sequence[Path], *, is_sure: bool) -> int:
    """Shows what files would change and publishes them, when that is wanted; 0, 1 if nothing was, or 2."""
    mistakes = [f"{path}: {mistake}" for path in paths if (mistake := _mistake_of(path))]
    if mistakes:
        print(*mistakes, sep="\n", file=sys.stderr)
        return MISTAKE
    try:
        files = [SentFile(path.name, path.read_bytes()) for path in paths]
        with _data_dir(config) as data_dir:
            return _add(config, data_dir, files, is_sure=is_sure)
    except (KnowledgeError, EditError, OSError) as error:
        print(error, file=sys.stderr)
        return MISTAKE


def _mistake_of(path: Path) -> str | None:
    """Why a file cannot be added, before any is read."""
    try:
        if path.is_dir():
            return f"is a folder; name the files in it: {path / '*'}"
        with path.open("rb"):
            size = path.stat().st_size
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    if size > LARGEST:
        return f"has more than {LARGEST // 2**20} MB; put it into the knowledge folder yourself"
    return None


@contextlib.contextmanager
def _data_dir(config: Config) -> Iterator[Path]:
    """The data folder; a copy of what is needed where a bot is at work in it."""
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(locked(config.data_dir))
        except RunningAlreadyError:
            copy = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            with contextlib.suppress(OSError):
                shutil.copy2(config.data_dir / LIBRARY, copy / LIBRARY)
            yield copy
        else:
            knowledge = KnowledgeFolder(config.knowledge)
            recover(config.data_dir, knowledge, config.data_dir / LIBRARY)
            yield config.data_dir


def _add(config: Config, data_dir: Path, files: Sequence[SentFile], *, is_sure: bool) -> int:
    knowledge = KnowledgeFolder(config.knowledge)
    bar = progress_bar("Reading")
    live = LiveLibrary(config.knowledge, bar, data_dir / LIBRARY, may_be_empty=True)
    proposals = Proposals(data_dir, knowledge, live)
    if sys.stderr.isatty():
        print(cards.plain(cards.looking_card()), file=sys.stderr)
    addition = asyncio.run(Additions(knowledge, proposals, LARGEST).prepare(files, WHO))
    proposal, check = addition.proposal, addition.check
    if proposal is None or check is None:
        print(cards.plain(cards.nothing_taken_card(addition)))
        return REFUSED
    while True:
        _show(check, addition)
        if check.before is None or not _is_wanted(is_sure=is_sure):
            proposals.drop(proposal, check)
            return REFUSED
        outcome = asyncio.run(proposals.publish(proposal, check))
        if not isinstance(outcome, Check):
            print(cards.plain(cards.published_card(outcome, is_in_chat=False)))
            is_elsewhere = data_dir != config.data_dir
            if outcome.published and is_elsewhere:
                print("The bot is running: send it /reload, and it answers from them.")
            return DONE if outcome.published else MISTAKE
        check = outcome


def _show(check: Check, addition: Addition) -> None:
    for page in cards.check_pages(check.report, cards.addition_lines(addition)):
        print(cards.plain(page))


def _is_wanted(*, is_sure: bool) -> bool:
    """Whether to publish: said beforehand, or in a terminal when it is asked."""
    if is_sure:
        return True
    if not sys.stdin.isatty():
        print("Nothing was published; --yes publishes.")
        return False
    with contextlib.suppress(EOFError):
        return input("Publish? [y/N] ").strip().lower() in {"y", "yes"}
    return False
