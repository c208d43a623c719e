"""Settings: what is read, what is refused, and that the token is never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import SETTINGS, TELEGRAM, Config, ConfigError, WebhookSettings, read_config

TOKEN = "123456789:AAHbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ"
PROJECT = Path(__file__).parent.parent


@pytest.fixture
def env_file(tmp_path: Path) -> Path:
    return tmp_path / ".env"


def test_nothing_set_gives_the_defaults() -> None:
    assert read_config({}) == Config()


def test_every_setting_is_read() -> None:
    environ = {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": "http://localhost:8081/",
        "KNOWLEDGE": "/srv/history",
        "DATA_DIR": "/var/lib/history-bot",
        "ADMINS": "12345678, 87654321;5",
        "ADMIN_CHAT": "-1001234567890",
        "CHATS": "-1001234567890 -5",
        "MEMBERS_ONLY": "Yes",
        "WEEKLY_STATS": "yes",
        "FETCH_LINKS": "http",
        "WEBHOOK_URL": "https://bots.example.org/history/",
        "WEBHOOK_LISTEN": "0.0.0.0:9000",
        "LOG_LEVEL": "debug",
        "HEALTH_PORT": "9100",
        "WATCHDOG_SECONDS": "0",
    }
    assert set(environ) == set(SETTINGS)

    assert read_config(environ) == Config(
        bot_token=TOKEN,
        bot_api_url="http://localhost:8081",
        knowledge=Path("/srv/history"),
        data_dir=Path("/var/lib/history-bot"),
        admins=frozenset({12345678, 87654321, 5}),
        admin_chat=-1001234567890,
        chats=frozenset({-1001234567890, -5}),
        members_only=True,
        weekly_stats=True,
        link_schemes=frozenset({"http", "https"}),
        webhook=WebhookSettings("https://bots.example.org/history", "0.0.0.0", 9000),
        log_level="DEBUG",
        health_port=9100,
        watchdog_seconds=0,
    )


MISTAKES = [  # what is set, a piece of the line that says what is wrong
    ({"BOT_TOKEN": "secret words"}, "BOT_TOKEN must be the token that @BotFather gave you"),
    ({"BOT_TOKEN": TOKEN + "\nX"}, "not this text of 46 characters, with spaces in it, ("),
    ({"BOT_TOKEN": TOKEN.replace("A", " ", 1)}, "not this text of 44 characters, with spaces in it, ("),
    ({"BOT_API_URL": "localhost:8081"}, "BOT_API_URL must be an address such as https://api.telegram.org"),
    ({"BOT_API_URL": "ftp://example.org"}, 'not "ftp://example.org"'),
    ({"BOT_API_URL": "http://[::1"}, "BOT_API_URL must be an address"),
    ({"BOT_API_URL": "http://localhost:99999"}, "BOT_API_URL must be an address"),
    ({"BOT_API_URL": "http://me:pass@example.org"}, 'without user name, ? and #, not "example.org"'),
    (
        {"ADMINS": "12345678, @anna"},
        'ADMINS must be numeric user ids such as 12345678, 87654321, not "@anna"',
    ),
    ({"ADMINS": "٣٤"}, "ADMINS must be numeric user ids"),
    ({"ADMINS": "-1001234"}, "ADMINS must be numeric user ids"),
    ({"ADMIN_CHAT": "@ourgroup"}, "ADMIN_CHAT must be the numeric id of a group such as -1001234567890"),
    ({"ADMIN_CHAT": "1234"}, 'not "1234"'),
    ({"CHATS": "-5, 1234"}, "CHATS must be numeric ids of groups such as -1001234567890"),
    ({"WEBHOOK_URL": "http://bots.example.org/a"}, "WEBHOOK_URL must be an https address"),
    ({"MEMBERS_ONLY": "perhaps", "CHATS": "-5"}, 'MEMBERS_ONLY must be yes or no, not "perhaps"'),
    ({"FETCH_LINKS": "perhaps"}, 'FETCH_LINKS must be yes (https links), http (both) or no, not "perhaps"'),
    ({"MEMBERS_ONLY": "1"}, "MEMBERS_ONLY is of use only with CHATS"),
    ({"WEEKLY_STATS": "1"}, "WEEKLY_STATS is of use only with ADMIN_CHAT: say which group gets them"),
    ({"WEEKLY_STATS": "often", "ADMIN_CHAT": "-5"}, 'WEEKLY_STATS must be yes or no, not "often"'),
    (
        {"WEBHOOK_URL": "bots.example.org"},
        'WEBHOOK_URL must be an address such as https://bots.example.org/history, not "bots.example.org"',
    ),
    ({"WEBHOOK_URL": "https://example.org", "WEBHOOK_LISTEN": "8080"}, "must be a host and a port such as"),
    ({"WEBHOOK_URL": "https://example.org", "WEBHOOK_LISTEN": "a:65536"}, 'not "a:65536"'),
    ({"WEBHOOK_URL": "https://example.org", "WEBHOOK_LISTEN": "a:0"}, 'not "a:0"'),
    ({"WEBHOOK_LISTEN": "127.0.0.1:8080"}, "WEBHOOK_LISTEN is of use only with WEBHOOK_URL"),
    ({"LOG_LEVEL": "loud"}, 'LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR, CRITICAL, not "loud"'),
    ({"HEALTH_PORT": "0"}, 'HEALTH_PORT must be a port from 1 to 65535, not "0"'),
    ({"HEALTH_PORT": "65536"}, "HEALTH_PORT must be a port"),
    ({"HEALTH_PORT": "127.0.0.1:80"}, "HEALTH_PORT must be a port"),
    ({"WATCHDOG_SECONDS": "44"}, "WATCHDOG_SECONDS must be seconds, 45 or more, or 0 for no watchdog"),
    ({"WATCHDOG_SECONDS": "-1"}, "WATCHDOG_SECONDS must be seconds"),
    ({"WATCHDOG_SECONDS": "1"}, "WATCHDOG_SECONDS must be seconds"),
    ({"WATCHDOG_SECONDS": "1e3"}, "WATCHDOG_SECONDS must be seconds"),
    ({"WATCHDOG_SECONDS": "1234567890"}, "WATCHDOG_SECONDS must be seconds"),
    # at the limits
    ({"BOT_TOKEN": f"12:{'a' * 35}"}, "not this text of 38 characters"),
    ({"BOT_TOKEN": f"{'1' * 21}:{'a' * 35}"}, "not this text of 57 characters"),
    ({"BOT_TOKEN": f"123:{'a' * 29}"}, "not this text of 33 characters"),
    ({"BOT_TOKEN": f"123:{'a' * 65}"}, "not this text of 69 characters"),
    ({"ADMINS": "1" * 17}, "ADMINS must be numeric user ids"),
    ({"ADMIN_CHAT": "-" + "1" * 17}, "ADMIN_CHAT must be the numeric id of a group"),
    ({"ADMIN_CHAT": "x" * 81}, f'not "{"x" * 80}"'),
    ({"BOT_API_URL": "http://localhost:0"}, "BOT_API_URL must be an address"),
    ({"BOT_API_URL": "https:///path"}, "BOT_API_URL must be an address"),
    ({"BOT_API_URL": "https://example.org/?a"}, 'without user name, ? and #, not "example.org"'),
    ({"BOT_API_URL": "https://example.org/#a"}, 'without user name, ? and #, not "example.org"'),
    (
        {"BOT_API_URL": "http://me:pass@example.org:99999"},
        'address such as https://api.telegram.org or http://localhost:8081, not "example.org:99999"',
    ),
    ({"WEBHOOK_URL": "https://example.org", "WEBHOOK_LISTEN": "a:0"}, 'not "a:0"'),
    ({"WEBHOOK_URL": "https://example.org", "WEBHOOK_LISTEN": "a:65536"}, 'not "a:65536"'),
    ({"WEBHOOK_URL": "https://example.org", "WEBHOOK_LISTEN": "[:::]x:80"}, "must be a host and a port"),
    ({"WEBHOOK_URL": "http://localhost.example.org"}, "WEBHOOK_URL must be an https address"),
]


@pytest.mark.parametrize(("environ", "message"), MISTAKES, ids=[str(row[0]) for row in MISTAKES])
def test_a_mistake_is_named_in_one_line(environ: dict[str, str], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_config(environ)

    (problem,) = caught.value.problems
    assert message in problem
    assert "\n" not in problem


LIMITS = [  # what is set, a field of the settings, its value: just within the limits
    ({"BOT_TOKEN": f"123:{'a' * 30}"}, "bot_token", f"123:{'a' * 30}"),
    ({"BOT_TOKEN": f"{'1' * 20}:{'-_' * 32}"}, "bot_token", f"{'1' * 20}:{'-_' * 32}"),
    ({"BOT_API_URL": "http://localhost:1"}, "bot_api_url", "http://localhost:1"),
    ({"BOT_API_URL": "http://localhost:65535//"}, "bot_api_url", "http://localhost:65535"),
    ({"ADMINS": "1" * 16}, "admins", frozenset({1111111111111111})),
    ({"ADMINS": " , ;5\t6\n7,"}, "admins", frozenset({5, 6, 7})),
    ({"ADMIN_CHAT": "-1"}, "admin_chat", -1),
    ({"ADMIN_CHAT": "-" + "1" * 16}, "admin_chat", -1111111111111111),
    *(({"MEMBERS_ONLY": text, "CHATS": "-5"}, "members_only", True) for text in ("yes", "TRUE", "on", "1")),
    *(({"FETCH_LINKS": text}, "link_schemes", frozenset({"https"})) for text in ("yes", "TRUE", "on", "1")),
    *(({"FETCH_LINKS": text}, "link_schemes", frozenset()) for text in ("no", "False", "off", "0", "")),
    ({"FETCH_LINKS": "http"}, "link_schemes", frozenset({"http", "https"})),
    *(({"MEMBERS_ONLY": text}, "members_only", False) for text in ("no", "False", "off", "0", "")),
    ({"HEALTH_PORT": "1"}, "health_port", 1),
    ({"HEALTH_PORT": "65535"}, "health_port", 65535),
    ({"WATCHDOG_SECONDS": "45"}, "watchdog_seconds", 45),
    ({"WATCHDOG_SECONDS": "0"}, "watchdog_seconds", 0),
    ({"WATCHDOG_SECONDS": "999999999"}, "watchdog_seconds", 999999999),
    ({"WATCHDOG_SECONDS": ""}, "watchdog_seconds", 300),
    ({"LOG_LEVEL": " Critical "}, "log_level", "CRITICAL"),
    ({"KNOWLEDGE": "~/history", "HOME": "/x"}, "knowledge", Path("~/history").expanduser()),
    ({"DATA_DIR": "~/data"}, "data_dir", Path("~/data").expanduser()),
]


@pytest.mark.parametrize(("environ", "field", "value"), LIMITS, ids=[str(row[0]) for row in LIMITS])
def test_what_is_just_within_the_limits_is_taken(environ: dict[str, str], field: str, value: object) -> None:
    assert getattr(read_config(environ), field) == value


BOUNDARIES = [  # the least and the most that a number may be
    ("HEALTH_PORT", "1", "health_port", 1),
    ("HEALTH_PORT", "65535", "health_port", 65_535),
    ("WATCHDOG_SECONDS", "45", "watchdog_seconds", 45),
    ("WATCHDOG_SECONDS", "0", "watchdog_seconds", 0),
    ("WATCHDOG_SECONDS", "999999999", "watchdog_seconds", 999_999_999),
]


@pytest.mark.parametrize(("name", "text", "field", "value"), BOUNDARIES)
def test_numbers_at_their_boundaries_are_taken(name: str, text: str, field: str, value: int) -> None:
    assert getattr(read_config({name: text}), field) == value


def test_all_mistakes_are_named_at_once() -> None:
    with pytest.raises(ConfigError) as caught:
        read_config({"BOT_TOKEN": "x", "ADMINS": "a, b", "ADMIN_CHAT": "c", "LOG_LEVEL": "d"})

    assert [line.split()[0] for line in caught.value.problems] == [
        "BOT_TOKEN", "ADMINS", "ADMINS", "ADMIN_CHAT", "LOG_LEVEL",
    ]  # fmt: skip


def test_a_password_in_an_address_is_not_repeated() -> None:
    for address in (
        "http://me:secret@example.org",
        "http://me:secret@example.org:99999",
        "me:secret@example.org",
    ):
        with pytest.raises(ConfigError) as caught:
            read_config({"BOT_API_URL": address, "WEBHOOK_URL": address})

        assert "secret" not in str(caught.value)


@pytest.mark.parametrize("text", [TOKEN + "!", TOKEN[:-20], "Bearer " + TOKEN])
def test_a_wrong_token_is_not_repeated(text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_config({"BOT_TOKEN": text})

    assert TOKEN[10:20] not in str(caught.value)


@pytest.mark.parametrize(
    ("listen", "host", "port"),
    [
        ("", "127.0.0.1", 8080), ("[::1]:80", "::1", 80), ("localhost:65535", "localhost", 65_535),
        ("a:1", "a", 1), ("a:65535", "a", 65535), ("b-c.example.org:00080", "b-c.example.org", 80),
    ],
)  # fmt: skip
@pytest.mark.parametrize("proxy", ["localhost", "127.0.0.1", "[::1]"])
def test_where_updates_are_listened_for(listen: str, host: str, port: int, proxy: str) -> None:
    url = f"http://{proxy}:8443/a"
    config = read_config({"WEBHOOK_URL": url, "WEBHOOK_LISTEN": listen})

    assert config.webhook == WebhookSettings(url, host, port)


def test_the_token_is_not_in_the_config_as_text() -> None:
    assert TOKEN not in repr(read_config({"BOT_TOKEN": TOKEN}))


LINES = [  # a line of .env, what KNOWLEDGE is then
    ("KNOWLEDGE=a", "a"),
    ("KNOWLEDGE = a b  ", "a b"),
    ("export KNOWLEDGE=a", "a"),
    ('KNOWLEDGE="a # b" # a comment', "a # b"),
    ("KNOWLEDGE='a'", "a"),
    ("KNOWLEDGE=a#b # a comment", "a#b"),
    ("KNOWLEDGE=歴史", "歴史"),
    ("\ufeffKNOWLEDGE=a\r", "a"),
    # nothing set
    ("KNOWLEDGE=", "knowledge"),
    ("KNOWLEDGE= # a comment", "knowledge"),
    ('KNOWLEDGE=""', "knowledge"),
    ("# KNOWLEDGE=a", "knowledge"),
    ("HOME=a", "knowledge"),
    ("", "knowledge"),
    ("   # KNOWLEDGE=a", "knowledge"),
    ("KNOWLEDGE='' # a comment", "knowledge"),
    ('KNOWLEDGE="a\'b"', "a'b"),
    ("  KNOWLEDGE=a\t# a comment", "a"),
]


@pytest.mark.parametrize(("line", "wanted"), LINES, ids=[row[0] for row in LINES])
def test_a_line_of_the_file_is_read(env_file: Path, line: str, wanted: str) -> None:
    env_file.write_text(f"{line}\n", encoding="utf-8")

    assert read_config({}, env_file).knowledge == Path(wanted)


def test_the_environment_wins_over_the_file(env_file: Path) -> None:
    env_file.write_text("KNOWLEDGE=file\nLOG_LEVEL=ERROR\nDATA_DIR=there\n", encoding="utf-8")

    config = read_config({"KNOWLEDGE": "environment", "DATA_DIR": ""}, env_file)

    assert (config.knowledge, config.log_level, config.data_dir) == (
        Path("environment"),
        "ERROR",
        Path("there"),
    )


FAULTY_LINES = [  # a line of .env, a piece of what is said
    ("ADMIN=1", ":1: ADMIN is not a setting; did you mean ADMINS?"),
    ("bot_token=1", "did you mean BOT_TOKEN?"),
    ("LOGLEVEL=INFO", "did you mean LOG_LEVEL?"),
    ('KNOWLEDGE="a', ":1: wanted a line such as LOG_LEVEL=INFO"),
    ('KNOWLEDGE="a"b', "quotes in pairs"),
    (TOKEN, "wanted a line such as"),
    ("KNOWLEDGE=a\nKNOWLEDGE=b", ":2: KNOWLEDGE is set twice"),
    ("\n# first\nADMIN=1", ":3: ADMIN is not a setting"),
    ("'KNOWLEDGE=a", "wanted a line such as"),
    ("KNOWLEDGE='a' b", "quotes in pairs"),
]


@pytest.mark.parametrize(("line", "message"), FAULTY_LINES, ids=[row[0] for row in FAULTY_LINES])
def test_a_faulty_line_of_the_file_is_named(env_file: Path, line: str, message: str) -> None:
    env_file.write_text(line, encoding="utf-8")

    with pytest.raises(ConfigError) as caught:
        read_config({}, env_file)

    assert message in str(caught.value)
    assert TOKEN not in str(caught.value)


def test_a_file_that_cannot_be_read_is_named(env_file: Path) -> None:
    env_file.write_bytes(b"KNOWLEDGE=\xff\xfe\x00")

    with pytest.raises(ConfigError, match="cannot be read: it is not UTF-8 text"):
        read_config({}, env_file)


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_config({}, tmp_path)


def test_a_missing_file_is_no_mistake(env_file: Path) -> None:
    assert read_config({}, env_file) == Config()


@pytest.mark.parametrize("text", [" " * 4096, " #" * 2048, "," * 4096], ids=["spaces", "comments", "commas"])
def test_a_hostile_value_may_be_an_empty_one(env_file: Path, text: str) -> None:
    env_file.write_text(f"ADMINS={text}", encoding="utf-8")

    assert read_config({}, env_file) == Config()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('"' * 4095, r"\.env:1: wanted a line such as LOG_LEVEL=INFO, quotes in pairs"),
        ("x " * 2048, 'not "x"'),
        ("1," * 2048 + "x", 'not "x"'),
    ],
    ids=["quotes", "words", "numbers"],
)
def test_a_hostile_value_is_named(env_file: Path, text: str, message: str) -> None:
    env_file.write_text(f"ADMINS={text}", encoding="utf-8")

    with pytest.raises(ConfigError, match=message):
        read_config({}, env_file)


def test_the_example_sets_every_setting_and_explains_it() -> None:
    example = PROJECT / ".env.example"
    lines = example.read_text(encoding="utf-8").splitlines()

    named = [line.split("=")[0] for line in lines if "=" in line and not line.startswith("#")]
    assert named == list(SETTINGS)
    assert all(lines[lines.index(line) - 1].startswith("#") for line in lines if line.split("=")[0] in named)
    assert read_config({}, example) == Config(bot_api_url=TELEGRAM)
