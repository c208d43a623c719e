"""The command line as people and programs use it: real processes, real documents."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.config import SETTINGS
from tests import HANG, signals
from tests.programs import run

PROJECT = Path(__file__).parent.parent
KNOWLEDGE = PROJECT / "knowledge"
DOCUMENT = (
    "---\ntitle: Ferries\n---\nThe first ferry crossed the strait on 4 May 1903 with forty passengers.\n"
)


def environment(**settings: str) -> dict[str, str]:
    """Ours without any setting of the bot, so that a developer's own .env and token play no part."""
    kept = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    return kept | {"PYTHONPATH": str(PROJECT), "NO_COLOR": "1"} | settings


def bot(
    *arguments: str | Path, typed: str = "", where: Path, **settings: str
) -> subprocess.CompletedProcess[str]:
    return run("bot", *map(str, arguments), typed=typed, folder=where, environment=environment(**settings))


def test_a_question_is_answered_with_its_passage_and_date(tmp_path: Path) -> None:
    words = ["ask", "--knowledge", str(KNOWLEDGE), "when did Binance move to Tokyo?"]
    done = subprocess.run(
        [sys.executable, "-m", "bot", *words],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=environment(),
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].strip() == "October 2017"
    assert "Tokyo" in done.stdout


def test_a_question_may_be_typed_without_quotation_marks(tmp_path: Path) -> None:
    done = bot("ask", "--knowledge", KNOWLEDGE, "when", "did", "CZ", "plead", "guilty?", where=tmp_path)

    assert done.returncode == 0
    assert "November 2023" in done.stdout


def test_what_nobody_wrote_about_is_refused(tmp_path: Path) -> None:
    done = bot("ask", "--knowledge", KNOWLEDGE, "when did Kraken open its doors?", where=tmp_path)

    assert done.returncode == 1
    assert "Kraken" in done.stdout


def test_json_holds_the_whole_answer(tmp_path: Path) -> None:
    done = bot("ask", "--json", "--knowledge", KNOWLEDGE, "when did Binance move to Tokyo?", where=tmp_path)

    answer = json.loads(done.stdout)
    assert (answer["answered"], answer["date"], answer["date_text"]) == (True, "2017-10", "October 2017")
    assert answer["sentence"] in answer["text"]
    assert answer["source"]["publisher"] == "TechFlow"
    assert 0 < answer["confidence"] <= 1
    assert answer["dates"][0]["date"] == "2017-10"
    assert answer["hits"][0]["text"] == answer["text"]


def test_json_lines_are_answered_in_order_refusals_with_their_ranking(tmp_path: Path) -> None:
    rows = [
        {"id": 7, "question": "When was CZ sentenced?"},
        {"id": "b", "question": "good morning"},
        {"id": "c", "question": ""},
    ]

    done = bot(
        "ask",
        "--jsonl",
        "--top",
        "2",
        "--knowledge",
        KNOWLEDGE,
        typed="\n".join(map(json.dumps, rows)),
        where=tmp_path,
    )

    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [row["id"] for row in results] == [7, "b", "c"]
    assert [row["answered"] for row in results] == [True, False, False]
    assert results[0]["date"] == "2024-04-30"
    assert len(results[0]["hits"]) == 2
    assert results[1]["date"] is None


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": 1}', '{"id": 1, "question": 5, "text": 5}', "[" * 100_000], ids=range(5)
)
@pytest.mark.parametrize("command", [("ask", "--jsonl", "--knowledge", KNOWLEDGE), ("dates", "--jsonl")])
def test_a_faulty_line_is_named(tmp_path: Path, command: tuple[str, ...], line: str) -> None:
    done = bot(*command, typed=line + "\n", where=tmp_path)

    assert done.returncode == 2
    assert "line 1" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_explain_shows_what_the_score_is_made_of(tmp_path: Path) -> None:
    done = bot(
        "ask", "--explain", "--knowledge", KNOWLEDGE, "when did Binance move to Tokyo?", where=tmp_path
    )

    assert done.returncode == 0
    hits = re.findall(r"^\d+\. +([\d.-]+) .*\n((?: {3,}.*\n)+)", done.stdout, re.MULTILINE)
    assert len(hits) == 3
    for score, parts in hits:
        assert sum(float(part.split()[0]) for part in parts.splitlines()) == pytest.approx(
            float(score), abs=0.05
        )


@pytest.mark.parametrize("question", ["?", "when was the", "😀😀", "x" * 4_096, "   "])
def test_an_empty_question_is_refused_in_a_friendly_way(tmp_path: Path, question: str) -> None:
    done = bot("ask", "--knowledge", KNOWLEDGE, question, where=tmp_path)

    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout.strip()


def test_dates_are_found_with_their_offsets(tmp_path: Path) -> None:
    row = {
        "id": "x",
        "text": "The ban came on September 4, 2017. In October they left. 94!",
        "written": None,
        "style": "narrative",
    }
    aliases = tmp_path / "aliases.yaml"
    aliases.write_text('events: [{names: ["94"], date: 2017-09-04}]')

    done = bot("dates", "--jsonl", "--aliases", aliases, typed=json.dumps(row) + "\n", where=tmp_path)

    mentions = json.loads(done.stdout)["mentions"]
    assert [(mention["text"], mention["edtf"]) for mention in mentions] == [
        ("September 4, 2017", "2017-09-04"),
        ("October", "2017-10"),
        ("94", "2017-09-04"),
    ]
    assert all(row["text"][mention["start"] : mention["end"]] == mention["text"] for mention in mentions)  # type: ignore[index]


def test_check_reports_what_a_folder_holds(tmp_path: Path) -> None:
    done = bot("check", KNOWLEDGE, where=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert "All is well" in done.stdout
    assert "dated" in done.stdout


def test_check_says_from_when_to_when_a_document_goes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ferries\n\nIt sailed from 1903 to 1905.\n\nIt sank in May 1911.\n")

    assert "1903 – May 1911" in bot("check", tmp_path, where=tmp_path).stdout


def test_check_says_how_each_file_was_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# Ferries\n\nIt sailed in 1903 <!-- so -->, as https://example.org says.\n"
    )
    (tmp_path / "b.txt").write_text("It sailed, and nobody knows when that was.\n")

    printed = bot("check", tmp_path, where=tmp_path).stdout

    assert "a.md   Markdown         1   100%  narrative?  1903" in printed
    assert "“Ferries” (first heading); left out, in characters: web addresses 19, comments 11" in printed
    assert "b.txt  text             1     0%  narrative?  no dates" in printed
    assert "“B” (file name)" in printed
    assert "b.txt: no date was found in it" in printed


SHOWN = """Ferries (Markdown; title from its first heading)
published: May 1911

Ferries

5: 1903 (explicit)
    It sailed in 1903. It had:

7: no date
    [under: It had:]
    a mast
"""


def test_check_shows_a_file_as_it_was_cut(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\npublished: 1911-05\n---\n# Ferries\nIt sailed in *1903*. It had:\n\n- a mast\n"
    )

    inside = bot("check", tmp_path, "--show", "a.md", where=tmp_path)
    from_here = bot("check", tmp_path, "--show", tmp_path / "a.md", where=tmp_path)

    assert inside.stdout.replace("1903 (inherited)", "no date") == SHOWN
    assert from_here.stdout == inside.stdout


def test_check_shows_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# No text")

    faulty = bot("check", tmp_path, "--show", "a.md", where=tmp_path)
    unknown = bot("check", tmp_path, "--show", "b.md", where=tmp_path)

    assert (faulty.returncode, faulty.stdout) == (1, "a.md:1: holds no text\n")  # and nothing of other files
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "holds no document b.md" in unknown.stderr


def test_check_shows_a_style_that_was_guessed(tmp_path: Path) -> None:
    (tmp_path / "said.md").write_text("---\ntitle: Ferries\nstyle: news\n---\n\nIt sank in 1911.\n")
    (tmp_path / "guessed.txt").write_text("Ferries\n\nIt sank in 1911.\n")

    output = bot("check", tmp_path, where=tmp_path).stdout

    assert "news  " in output
    assert "narrative?" in output
    assert "? guessed: a line such as `style: news`" in output


def test_check_asks_the_golden_questions_and_names_the_line_of_each_that_fails(tmp_path: Path) -> None:
    (tmp_path / "ferries.md").write_text(DOCUMENT)
    right = "- {question: When did the first ferry cross?, passage: forty passengers, date: 1903-05-04}\n"
    (tmp_path / "questions.yaml").write_text(right)
    well = bot("check", tmp_path, where=tmp_path)
    (tmp_path / "questions.yaml").write_text(right + right.replace("1903", "1904"))
    broken = bot("check", tmp_path, where=tmp_path)

    assert (well.returncode, broken.returncode) == (0, 1)
    assert well.stdout.endswith("All is well; 1 golden question asked.\n")
    assert (
        "Golden questions that are not answered as wanted:\n"
        '  questions.yaml:2: "When did the first ferry cross?" is dated 1903-05-04, not 1904-05-04\n'
        "1 of 2 are broken.\n"
    ) in broken.stdout


def test_check_names_every_problem_and_fails(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A\npublished: soon\n---\nText.\n")
    (tmp_path / "b.md").write_text("# No text")

    done = bot("check", tmp_path, where=tmp_path)

    assert done.returncode == 1
    assert 'a.md:3: published must be a date such as 2018-03, not "soon"' in done.stdout
    assert "b.md:1: holds no text" in done.stdout


@pytest.mark.parametrize(
    "arguments", [["ask"], ["ask", "--jsonl", "what?"], ["ask", "--top", "0", "x"], ["sing"], ["dates"]]
)
def test_a_mistake_in_the_call_is_status_two(tmp_path: Path, arguments: list[str]) -> None:
    done = bot(*arguments, where=tmp_path)

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr


@pytest.mark.parametrize("command", [["ask", "what?"], []])
def test_a_faulty_knowledge_folder_stops_the_start(tmp_path: Path, command: list[str]) -> None:
    done = bot(*command, where=tmp_path)

    assert done.returncode == 2
    assert done.stderr == "knowledge: is not a folder; put your documents into one\n"


def test_every_mistake_in_the_settings_is_named_at_once(tmp_path: Path) -> None:
    done = bot(where=tmp_path, BOT_TOKEN="nonsense", ADMINS="me", LOG_LEVEL="LOUD")

    assert done.returncode == 2
    assert [line.split()[0].rstrip(":") for line in done.stderr.splitlines()] == [
        "BOT_TOKEN",
        "ADMINS",
        "LOG_LEVEL",
    ]
    assert "nonsense" not in done.stderr


@pytest.mark.parametrize("token", ["", "123456789:" + "A" * 35], ids=["terminal", "bot"])
def test_a_data_folder_that_is_a_file_is_a_mistake_in_one_line(tmp_path: Path, token: str) -> None:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "ferries.md").write_text(DOCUMENT)
    (tmp_path / "data").write_text("")

    done = bot(where=tmp_path, BOT_TOKEN=token)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "DATA_DIR must be a folder, and data is none\n"


def test_the_terminal_chat_answers_reloads_and_says_goodbye(tmp_path: Path) -> None:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "ferries.md").write_text(DOCUMENT)
    lines = [
        "When did the first ferry cross?",
        "/help",
        "/reload",
        "/sources",
        "/nonsense",
        "",
        "what?",
        "/ask ferry",
    ]

    done = bot(typed="\n".join(lines), where=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("4 May 1903") >= 2
    assert "/reload" in done.stdout
    assert "Ferries" in done.stdout
    assert done.stdout.endswith("Bye!\n")


def test_the_terminal_chat_goes_on_from_an_answer(tmp_path: Path) -> None:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "ferries.md").write_text(f"{DOCUMENT}\nIn June 1903 a storm sank it.\n")
    turns = ["When did the first ferry cross?", "later", "earlier", "context", "source", "more", "in 1850?"]

    done = bot(typed="\n".join(turns), where=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Nothing about 1850 in my sources" in done.stdout
    assert done.stdout.index("4 May 1903") < done.stdout.index("June 1903")


TERMINAL = [  # what is typed, and what is among that which is shown
    ("hi", "Hello! What would you like to know"),
    ("thank you!", "You are welcome!"),
    ("/timeline ferry", "/timeline ferry –"),
    ("/on May 1903", "1. 4 May 1903 –"),
    ("/timeline xyzzy", "Nothing dated about that"),
    ("/random", "crossed the strait on 4 May 1903 with forty passengers.\n— Ferries"),
    ("/on 30 February", "“30 February” is no date that I can read."),
    ("/xyzzy", "I do not know /xyzzy."),
    ("/TIMELINE ferry", "/timeline ferry –"),
    ("/Ask when did the first ferry cross?", "4 May 1903\n│ The first ferry crossed"),
    ("/ask", "Ask like this: /ask Who was on the first ferry?"),
    ("xyzzy wann?", "Nowhere in my sources: “xyzzy”"),
    ("когда фрегат утонул?", "My sources are in: English. Asked in one of these, I may find more."),
    ("quit", "Bye!"),
    ("/nonsense behind the end", ""),
]


def test_the_terminal_chat_is_polite_and_browses(tmp_path: Path) -> None:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "ferries.md").write_text(DOCUMENT)
    (tmp_path / "knowledge" / "questions.yaml").write_text(
        "- question: Who was on the first ferry?\n  passage: The first ferry crossed\n"
    )
    done = bot(typed="\n".join(typed for typed, _ in TERMINAL), where=tmp_path)

    assert [shown for _, shown in TERMINAL if shown not in done.stdout] == []
    assert "/nonsense" not in done.stdout


@pytest.mark.parametrize("typed", ["", "/start", "/START"])
def test_the_terminal_chat_says_what_works_in_it(tmp_path: Path, typed: str) -> None:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "ferries.md").write_text(DOCUMENT)
    done = bot(typed=typed, where=tmp_path)

    assert done.stdout.count(
        "/timeline shows what happened when, /sources what I have read, /help how to ask."
    ) == 1 + bool(typed)


@pytest.mark.skipif(sys.platform == "win32", reason="there are other permissions there")
@pytest.mark.parametrize("exists", [True, False])
def test_what_the_terminal_chat_leaves_is_for_its_owner_alone(tmp_path: Path, exists: bool) -> None:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "ferries.md").write_text(DOCUMENT)
    if exists:
        (tmp_path / "data").mkdir(mode=0o755)
        (tmp_path / "data" / "history").touch(mode=0o644)
    command = f'umask 0; echo "When?" | {sys.executable} -m bot'
    subprocess.run(command, shell=True, check=True, capture_output=True, cwd=tmp_path, env=environment())

    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "data").iterdir()}
    assert modes == {"bot.lock": 0o600, "generations": 0o700, "history": 0o600, "library": 0o600}
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_ctrl_c_ends_the_terminal_chat_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "ferries.md").write_text(DOCUMENT)
    with signals.heard():
        chat = subprocess.Popen(
            [sys.executable, "-m", "bot"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=tmp_path,
            env=environment(PYTHONUNBUFFERED="1"),
        )
    with chat:
        assert chat.stdin is not None
        assert chat.stdout is not None
        chat.stdin.write("When did the first ferry cross?\n")
        chat.stdin.flush()
        for line in chat.stdout:  # until the answer has come
            if "forty passengers" in line:
                break
        time.sleep(0.2)
        chat.send_signal(signal.SIGINT)
        out, err = chat.communicate(timeout=HANG)

    assert (chat.returncode, err) == (0, "")
    assert out.endswith("Bye!\n")


def test_a_timeline_is_printed_and_drawn(tmp_path: Path) -> None:
    picture = tmp_path / "tokyo.png"
    printed = bot("timeline", "--knowledge", KNOWLEDGE, "Tokyo", "2017-2019", where=tmp_path)
    drawn = bot("timeline", "--knowledge", KNOWLEDGE, "--picture", picture, "Tokyo", where=tmp_path)

    assert (printed.returncode, printed.stderr) == (0, "")
    assert printed.stdout.startswith("/timeline Tokyo 2017-2019 – ")
    assert (drawn.returncode, drawn.stdout, drawn.stderr) == (0, "", "")
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "status", "reason"),
    [
        (["zebra"], 1, "Nothing dated about that"),
        (["1850"], 1, "My sources tell nothing of that date."),
        (["--language", "ru", "zebra"], 1, "В моих источниках нет дат об этом."),
        (["--language", "de", "zebra"], 2, '--language must be one of en, zh, ru, not "de"'),
        (["--picture", "missing/a.png", "Tokyo"], 2, "missing/a.png: cannot be written (No such file"),
    ],
)
def test_a_timeline_that_cannot_be_shown_says_why(
    tmp_path: Path, arguments: list[str], status: int, reason: str
) -> None:
    done = bot("timeline", "--knowledge", KNOWLEDGE, *arguments, where=tmp_path)

    assert done.returncode == status
    assert reason in " ".join((done.stdout + done.stderr).split())
