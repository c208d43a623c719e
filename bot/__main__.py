"""`python -m bot`: the chat in the terminal, the Telegram bot, and the commands around them."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot import __version__
from bot.cli.exit_status import DONE, INTERRUPTED, MISTAKE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.config import Config
    from bot.library import Library


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; 0 is well, 1 a refusal or a finding, 2 a mistake (said on standard error)."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    chosen = _parser().parse_args(arguments)
    try:
        return chosen.run(chosen)  # type: ignore[no-any-return]
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output went away
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description="Answers history questions with a cited passage and its date. Without a command: "
        "the Telegram bot if BOT_TOKEN is set, a chat in the terminal if not.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.set_defaults(run=_chat)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_ask(commands.add_parser("ask", help="answer one question, or a file of them"))
    _add_timeline(commands.add_parser("timeline", help="what happened when, of a topic and a time"))
    _add_dates(commands.add_parser("dates", help="find and resolve the dates in texts"))
    _add_check(commands.add_parser("check", help="read the documents and say what is wrong with them"))
    _add_add(commands.add_parser("add", help="make files documents, after a look at what they would change"))
    _add_backup(commands.add_parser("backup", help="copy the database; the bot may run meanwhile"))
    _add_restore(commands.add_parser("restore", help="put a copy of the database back"))
    return parser


def _add_ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="*", help="what to ask")
    parser.add_argument("--knowledge", type=Path, metavar="DIR", help="folder of documents")
    parser.add_argument("--top", type=_positive, default=3, metavar="N", help="hits to list (3)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the answer as JSON")
    form.add_argument("--jsonl", action="store_true", help="answer JSON lines from standard input")
    parser.add_argument("--explain", action="store_true", help="show what each hit's score is made of")
    parser.set_defaults(run=_ask)


def _add_timeline(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("request", nargs="*", metavar="TOPIC PERIOD", help="such as: Tokyo 2017-2019")
    parser.add_argument("--knowledge", type=Path, metavar="DIR", help="folder of documents")
    parser.add_argument("--picture", type=Path, metavar="FILE", help="draw it as a PNG instead")
    parser.add_argument("--dark", action="store_true", help="draw it on a dark ground")
    parser.add_argument("--language", default="en", metavar="CODE", help="of the dates: en, ru, zh")
    parser.set_defaults(run=_timeline)


def _add_dates(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jsonl", action="store_true", required=True, help="JSON lines in, JSON lines out")
    parser.add_argument("--aliases", type=Path, metavar="FILE", help="an aliases.yaml with dated events")
    parser.set_defaults(run=_dates)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("knowledge", nargs="?", type=Path, metavar="DIR", help="folder of documents")
    parser.add_argument("--show", metavar="FILE", help="print a document as it was cut, with its dates")
    parser.set_defaults(run=_check)


def _add_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files to add")
    parser.add_argument("--yes", action="store_true", help="publish without asking")
    parser.set_defaults(run=_add)


def _add_backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="where to (DATA_DIR/backups)")
    parser.set_defaults(run=_backup)


def _add_restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a copy that backup or the bot made")
    parser.set_defaults(run=_restore)


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1_000:
        raise argparse.ArgumentTypeError(f'wanted a whole number from 1 to 1000, not "{text}"')
    return int(text)


def _complain(*lines: object) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return MISTAKE


def _config() -> Config | None:
    """The settings, or None when their mistakes have been printed."""
    from bot.config import ConfigError, read_config  # noqa: PLC0415 - commands load only what they need

    try:
        config = read_config(os.environ, Path(".env"))
    except ConfigError as error:
        _complain(*error.problems)
        return None
    if config.data_dir.exists() and not config.data_dir.is_dir():
        _complain(f"DATA_DIR must be a folder, and {config.data_dir} is none")
        return None
    return config


def _folder(given: Path | None) -> Path | None:
    config = None if given else _config()
    return given or (config.knowledge if config else None)


def _chat(_chosen: argparse.Namespace) -> int:
    from bot.building.build import KnowledgeError  # noqa: PLC0415
    from bot.cli.progress import progress_bar  # noqa: PLC0415
    from bot.edits import EditError  # noqa: PLC0415
    from bot.publishing.live import LiveLibrary  # noqa: PLC0415

    config = _config()
    if config is None:
        return MISTAKE
    place = config.data_dir / "library"
    is_bot = config.bot_token is not None
    try:
        _finish_changes(config, place)
        if is_bot and _has_lost_its_documents(config, place):
            return _complain(
                f"{config.knowledge}: holds no documents, but did when the bot ran last; put them back, or "
                f"delete {place} to begin with none"
            )
        live = LiveLibrary(
            config.knowledge, progress_bar("Reading"), place, may_be_empty=is_bot, may_be_faulty=is_bot
        )
    except KnowledgeError as error:
        return _complain(*error.problems)
    except EditError as error:
        return _complain(f"A change that was begun cannot be finished: {error}")
    if config.bot_token:
        from bot.cli.serve import run  # noqa: PLC0415

        return run(config, live)
    from bot.cli.terminal import TerminalChat  # noqa: PLC0415

    return TerminalChat(live, config.data_dir / "history").run()


def _has_lost_its_documents(config: Config, place: Path) -> bool:
    """Whether nothing is left of what a bot answered from: its folder's disk may be missing.

    What the chat in the terminal has read is no loss: who tries that first may take the example away.
    """
    from bot.building.build import is_empty  # noqa: PLC0415
    from bot.store import DATABASE  # noqa: PLC0415

    return place.exists() and (config.data_dir / DATABASE).exists() and is_empty(config.knowledge)


def _finish_changes(config: Config, place: Path) -> None:
    """Finishes what a bot that was killed had begun, unless another one is at work; raises EditError."""
    from bot.cli.lock import RunningAlreadyError, locked  # noqa: PLC0415
    from bot.edits import KnowledgeFolder  # noqa: PLC0415
    from bot.publishing.publication import recover  # noqa: PLC0415

    with contextlib.suppress(RunningAlreadyError), locked(config.data_dir, warns=False):
        recover(config.data_dir, KnowledgeFolder(config.knowledge), place)


def _ask(chosen: argparse.Namespace) -> int:
    from bot.cli import ask  # noqa: PLC0415

    question = " ".join(chosen.question)
    if bool(question) == chosen.jsonl:
        return _complain("ask needs a question, or --jsonl and questions on standard input")
    library = _library(chosen.knowledge)
    return MISTAKE if library is None else ask.run(library, question, chosen)


def _timeline(chosen: argparse.Namespace) -> int:
    from bot.cli import timeline  # noqa: PLC0415

    library = _library(chosen.knowledge)
    return MISTAKE if library is None else timeline.run(library, chosen)


def _library(given: Path | None) -> Library | None:
    """The library of a folder, or None when its mistakes have been printed."""
    from bot.building.build import KnowledgeError, build, usable_cores  # noqa: PLC0415
    from bot.cli.progress import progress_bar  # noqa: PLC0415

    folder = _folder(given)
    if folder is None:
        return None
    try:
        return build(folder, progress=progress_bar("Reading"), cores=usable_cores())
    except KnowledgeError as error:
        _complain(*error.problems)
        return None


def _dates(chosen: argparse.Namespace) -> int:
    from bot.cli import dates  # noqa: PLC0415

    events = {}
    if chosen.aliases:
        from bot.sources.folder import read_aliases_file  # noqa: PLC0415

        aliases, problems = read_aliases_file(chosen.aliases)
        if problems:
            return _complain(*problems)
        events = dict(aliases.event_dates)
    return dates.run(sys.stdin, sys.stdout, events)


def _check(chosen: argparse.Namespace) -> int:
    from bot.cli.check import check  # noqa: PLC0415

    folder = _folder(chosen.knowledge)
    if folder is None:
        return MISTAKE
    if chosen.show:
        from bot.cli.show import show  # noqa: PLC0415

        return show(folder, chosen.show)
    return check(folder)


def _add(chosen: argparse.Namespace) -> int:
    from bot.cli.add import add  # noqa: PLC0415

    config = _config()
    return MISTAKE if config is None else add(config, chosen.files, is_sure=chosen.yes)


def _backup(chosen: argparse.Namespace) -> int:
    from bot.cli.backups import run_backup  # noqa: PLC0415

    config = _config()
    return MISTAKE if config is None else run_backup(config.data_dir, chosen.file)


def _restore(chosen: argparse.Namespace) -> int:
    from bot.cli.backups import run_restore  # noqa: PLC0415

    config = _config()
    return MISTAKE if config is None else run_restore(chosen.file, config.data_dir)


if __name__ == "__main__":
    sys.exit(main())
