"""New rows for aliases.yaml and questions.yaml; comments, order and quotes of the rest stay as they are."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from bot.edits.knowledge_folder import EditError
from bot.sources.aliases import read_aliases
from bot.sources.folder import ALIASES, QUESTIONS
from bot.sources.golden import read_golden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates import HistoricalDate
    from bot.sources.problem import Problem

    Node = Any  # of ruamel.yaml's: a map or a list that remembers how it was written

WIDE = 1_000_000  # characters a line: no row of the admin's is wrapped anew


def add_alias(text: str, names: Sequence[str]) -> str:
    """aliases.yaml with names that mean the same; those known join their group. Raises EditError."""
    _check(read_aliases(text, ALIASES)[1])
    content = _loaded(text) or CommentedMap()
    groups = _list(content, "names")
    wanted = {name.casefold() for name in names}
    known = [group for group in groups if wanted & {str(name).casefold() for name in group}]
    if len(known) > 1:
        raise EditError("these names stand in different groups of aliases.yaml; join the groups there first")
    group = known[0] if known else _row()
    held = {str(name).casefold() for name in group}
    group.extend(name for name in names if name.casefold() not in held)
    if not known:
        groups.append(group)
    return _checked_aliases(_dumped(content, text))


def add_event(text: str, names: Sequence[str], date: HistoricalDate) -> str:
    """aliases.yaml with nicknames of something that happened on a date; raises EditError."""
    _check(read_aliases(text, ALIASES)[1])
    content = _loaded(text) or CommentedMap()
    quoted = _row()
    quoted.extend(DoubleQuotedScalarString(name) for name in names)
    event = CommentedMap(names=quoted, date=str(date))
    event.fa.set_flow_style()
    _list(content, "events").append(event)
    return _checked_aliases(_dumped(content, text))


def add_golden(text: str, question: str, passage: str, date: HistoricalDate | None) -> str:
    """questions.yaml with one more golden question, in place of the same one; raises EditError."""
    _check(read_golden(text, QUESTIONS)[1])
    rows = _loaded(text) or CommentedSeq()
    row = CommentedMap(question=DoubleQuotedScalarString(question), passage=DoubleQuotedScalarString(passage))
    if date:
        row["date"] = str(date)
    row.fa.set_flow_style()
    asked = " ".join(question.split()).casefold()
    same = [n for n, other in enumerate(rows) if _question(other) == asked]
    if same:
        rows[same[0]] = row
    else:
        rows.append(row)
    changed = _dumped(rows, text)
    _check(read_golden(changed, QUESTIONS)[1])
    return changed


def _question(row: Node) -> str:
    return " ".join(str(row["question"]).split()).casefold()


def _loaded(text: str) -> Node:
    try:
        return _yaml(text).load(text)
    except YAMLError as error:
        raise EditError("the file is not valid YAML; please correct it first") from error


def _dumped(content: Node, before: str) -> str:
    shown = StringIO()
    _yaml(before).dump(content, shown)
    return shown.getvalue()


def _yaml(text: str) -> YAML:
    """A reader and writer that leaves a text as it is, indented as its lists are."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = WIDE
    indents = [
        len(row) - len(row.lstrip(" ")) for row in text.splitlines() if row.lstrip(" ").startswith("- ")
    ]
    offset = min(indents, default=0 if text.lstrip().startswith("-") else 2)
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml


def _row() -> CommentedSeq:
    row = CommentedSeq()
    row.fa.set_flow_style()
    return row


def _list(content: Node, key: str) -> Node:
    """A list of the file, made if there is none."""
    if not content.get(key):
        content[key] = CommentedSeq()
    return content[key]


def _checked_aliases(text: str) -> str:
    _check(read_aliases(text, ALIASES)[1])
    return text


def _check(problems: Sequence[Problem]) -> None:
    if problems:
        raise EditError(str(problems[0]))
