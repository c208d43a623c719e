"""Settings: the environment and a `.env` file, checked as a whole."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

TELEGRAM = "https://api.telegram.org"
LISTENING = "127.0.0.1:8080"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
SETTINGS = (
    "BOT_TOKEN", "BOT_API_URL", "KNOWLEDGE", "DATA_DIR", "ADMINS", "ADMIN_CHAT", "CHATS", "MEMBERS_ONLY",
    "FETCH_LINKS", "WEEKLY_STATS", "WEBHOOK_URL", "WEBHOOK_LISTEN", "HEALTH_PORT", "WATCHDOG_SECONDS",
    "LOG_LEVEL",
)  # fmt: skip
YES, NO = {"yes", "true", "on", "1"}, {"no", "false", "off", "0"}
LARGEST_PORT = 65_535
SHORTEST_WATCH = 45  # seconds; Telegram holds a request open for 25

TOKEN = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{30,64}")  # 123456789:AAExampleExampleExampleExampleExam
USER_ID = re.compile(r"[0-9]{1,16}")
CHAT_ID = re.compile(r"-[0-9]{1,16}")  # groups have negative numbers
LISTEN = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[\w.-]{1,253}):([0-9]{1,5})", re.ASCII)  # 127.0.0.1:8080
WHOLE = re.compile(r"[0-9]{1,9}")
SEPARATORS = re.compile(r"[\s,;]+")
NAME = re.compile(r"(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*=")  # export LOG_LEVEL=
COMMENT = re.compile(r"(?:^|[ \t])#")  # a value may hold a # inside a word


class ConfigError(Exception):
    """Settings that cannot be used: a line for each mistake, none of which shows the token."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """Where Telegram posts updates, and where they are listened for behind a proxy."""

    url: str
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Config:
    """How this bot is set up; without a token it is a chat in the terminal."""

    bot_token: str | None = field(default=None, repr=False)
    bot_api_url: str = TELEGRAM  # without a slash at its end
    knowledge: Path = Path("knowledge")
    data_dir: Path = Path("data")
    admins: frozenset[int] = frozenset()  # Telegram user ids
    admin_chat: int | None = None  # a group whose administrators are the bot's
    chats: frozenset[int] = frozenset()  # groups that the bot stays in; empty: wherever it is added
    members_only: bool = False  # in private and inline it answers members of `chats` alone
    link_schemes: frozenset[str] = frozenset()  # of pages that are fetched for admins; none: no page is
    weekly_stats: bool = False  # to the admins' group on Mondays
    webhook: WebhookSettings | None = None  # without one, updates are asked for
    log_level: str = "INFO"
    health_port: int | None = None  # on loopback
    watchdog_seconds: int = 300  # without a word from Telegram; 0: for ever


def read_config(environ: Mapping[str, str], env_file: Path | None = None) -> Config:
    """The settings of an environment, completed by those of a `.env` file where that exists.

    Raises ConfigError with all mistakes at once. The environment wins; an empty value is none.
    """
    reader = _SettingsReader(environ, env_file)
    config = Config(
        bot_token=reader.token(),
        bot_api_url=reader.address("BOT_API_URL", TELEGRAM, f"{TELEGRAM} or http://localhost:8081"),
        knowledge=Path(reader.value("KNOWLEDGE") or "knowledge").expanduser(),
        data_dir=Path(reader.value("DATA_DIR") or "data").expanduser(),
        admins=reader.user_ids("ADMINS"),
        admin_chat=reader.chat_id("ADMIN_CHAT"),
        chats=reader.chat_ids("CHATS"),
        members_only=reader.needing("MEMBERS_ONLY", "CHATS", "name the groups whose members may ask"),
        link_schemes=reader.link_schemes("FETCH_LINKS"),
        weekly_stats=reader.needing("WEEKLY_STATS", "ADMIN_CHAT", "say which group gets them"),
        webhook=reader.webhook("WEBHOOK_URL", "WEBHOOK_LISTEN"),
        log_level=reader.log_level("LOG_LEVEL", "INFO"),
        health_port=reader.port("HEALTH_PORT"),
        watchdog_seconds=reader.watchdog("WATCHDOG_SECONDS", 300),
    )
    if reader.problems:
        raise ConfigError(tuple(reader.problems))
    return config


class _SettingsReader:
    """Turns texts into settings, noting what does not fit."""

    def __init__(self, environ: Mapping[str, str], env_file: Path | None) -> None:
        self.problems: list[str] = []
        written = self._read_file(env_file) if env_file else {}
        self._values = {name: environ.get(name) or written.get(name, "") for name in SETTINGS}

    def _read_file(self, path: Path) -> dict[str, str]:
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines()
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError) as error:
            wrong = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
            self.problems.append(f"{path}: cannot be read: {wrong}")
            return {}
        values: dict[str, str] = {}
        for number, line in enumerate(lines, 1):
            self._read_line(line, f"{path}:{number}", values)
        return values

    def _read_line(self, line: str, place: str, values: dict[str, str]) -> None:
        if not line.strip() or line.lstrip().startswith("#"):
            return
        read = NAME.match(line.strip())
        value = _unquoted(line.strip()[read.end() :].strip()) if read else None
        if read is None or value is None:  # the line is not shown: it may hold the token
            self.problems.append(f"{place}: wanted a line such as LOG_LEVEL=INFO, quotes in pairs")
            return
        name = read[1]
        if name in values:
            self.problems.append(f"{place}: {name} is set twice; keep one of the lines")
        values[name] = value
        near = difflib.get_close_matches(name.upper(), SETTINGS, 1, cutoff=0.75)
        if name not in SETTINGS and near:
            self.problems.append(f"{place}: {name} is not a setting; did you mean {near[0]}?")

    def value(self, name: str) -> str:
        return self._values[name].strip()

    def _wrong(self, name: str, wanted: str, text: str) -> None:
        self.problems.append(f'{name} must be {wanted}, not "{text[:80]}"')

    def token(self) -> str | None:
        """The bot token, told about by its length alone, and whether spaces are in it, when it is wrong."""
        text = self.value("BOT_TOKEN")
        if text and not TOKEN.fullmatch(text):
            spaces = ", with spaces in it," if len(text.split()) > 1 else ""
            self.problems.append(
                "BOT_TOKEN must be the token that @BotFather gave you, such as 123456789:AAE…, "
                f"not this text of {len(text)} characters{spaces} (it is not shown, it may be secret)"
            )
        return text or None

    def address(self, name: str, default: str, example: str) -> str:
        """An http or https address without a slash at its end; `example` is told where it is none."""
        text = self.value(name) or default
        try:
            parts = urlsplit(text)
            port_is_fine = parts.port is None or parts.port > 0  # asking for it checks it
        except ValueError:
            parts, port_is_fine = urlsplit(""), False
        if parts.scheme not in {"http", "https"} or not parts.hostname or not port_is_fine:
            self._wrong(name, f"an address such as {example}", text.rpartition("@")[2])  # no password
        elif parts.query or parts.fragment or parts.username:
            self._wrong(name, "an address without user name, ? and #", parts.hostname)
        return text.rstrip("/")

    def webhook(self, name: str, listen: str) -> WebhookSettings | None:
        """A public https address, with the local one behind it; None when neither is set."""
        if not self.value(name):
            if self.value(listen):
                self.problems.append(f"{listen} is of use only with {name}; set that too, or neither")
            return None
        url = self.address(name, "", "https://bots.example.org/history")
        parts = urlsplit(url)
        if parts.scheme == "http" and parts.hostname not in {"localhost", "127.0.0.1", "::1"}:
            self._wrong(name, "an https address: Telegram posts to no other", url.rpartition("@")[2])
        text = self.value(listen) or LISTENING
        match = LISTEN.fullmatch(text)
        if not match or not 0 < int(match[2]) <= LARGEST_PORT:
            self._wrong(listen, f"a host and a port such as {LISTENING}", text)
            return None
        return WebhookSettings(url, match[1].strip("[]"), int(match[2]))

    def user_ids(self, name: str) -> frozenset[int]:
        """Numbers of people, between commas or spaces."""
        return self._numbers(name, USER_ID, "numeric user ids such as 12345678, 87654321")

    def chat_ids(self, name: str) -> frozenset[int]:
        """Numbers of groups, between commas or spaces."""
        return self._numbers(name, CHAT_ID, "numeric ids of groups such as -1001234567890, -1009876543210")

    def _numbers(self, name: str, pattern: re.Pattern[str], wanted: str) -> frozenset[int]:
        texts = [text for text in SEPARATORS.split(self.value(name)) if text]
        for text in texts:
            if not pattern.fullmatch(text):
                self._wrong(name, wanted, text)
        return frozenset(int(text) for text in texts if pattern.fullmatch(text))

    def chat_id(self, name: str) -> int | None:
        """The number of a group."""
        text = self.value(name)
        if text and not CHAT_ID.fullmatch(text):
            self._wrong(name, "the numeric id of a group such as -1001234567890", text)
            return None
        return int(text) if text else None

    def link_schemes(self, name: str) -> frozenset[str]:
        """What links to pages that are fetched begin with; "http" allows both."""
        text = self.value(name).lower()
        if text not in {"", "http", *YES, *NO}:
            self._wrong(name, "yes (https links), http (both) or no", self.value(name))
        both = {"http": frozenset({"http", "https"})}
        return both.get(text, frozenset({"https"} if text in YES else ()))

    def needing(self, name: str, other: str, advice: str) -> bool:
        """Yes or no; yes is of no use without another setting."""
        text = self.value(name).lower()
        if text not in {"", *YES, *NO}:
            self._wrong(name, "yes or no", self.value(name))
        if text in YES and not self.value(other):
            self.problems.append(f"{name} is of use only with {other}: {advice}")
        return text in YES

    def port(self, name: str) -> int | None:
        """The number of a port."""
        text = self.value(name)
        if text and not (WHOLE.fullmatch(text) and 1 <= int(text) <= LARGEST_PORT):
            self._wrong(name, f"a port from 1 to {LARGEST_PORT}", text)
            return None
        return int(text) if text else None

    def watchdog(self, name: str, default: int) -> int:
        """Seconds, 0 for ever."""
        text = self.value(name) or str(default)
        if not WHOLE.fullmatch(text) or 0 < int(text) < SHORTEST_WATCH:
            self._wrong(name, f"seconds, {SHORTEST_WATCH} or more, or 0 for no watchdog", text)
            return default
        return int(text)

    def log_level(self, name: str, default: str) -> str:
        text = self.value(name).upper() or default
        if text not in LOG_LEVELS:
            self._wrong(name, f"one of {', '.join(LOG_LEVELS)}", self.value(name))
        return text


def _unquoted(text: str) -> str | None:
    """The value written behind the equals sign, without quotes and comment; None when a quote stays open."""
    if text[:1] not in {'"', "'"}:
        return COMMENT.split(text, maxsplit=1)[0].strip()
    value, closing, rest = text[1:].partition(text[0])
    is_whole = closing and (not rest.strip() or COMMENT.match(rest))
    return value if is_whole else None
