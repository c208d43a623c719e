"""Lines of a text between blank ones, those of a table that white space draws together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sources.formats.plain.columns import column_table, has_cells
from bot.sources.formats.plain.text_lines import BULLET, RULE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.sources.formats.plain.text_lines import Line

MOST_NAMES = 6  # lines that name the columns of a table


def tables_whole(stretches: Iterable[list[Line]]) -> Iterator[list[Line]]:
    """Lines between blank ones, those of a table that blank lines divide together."""
    apart = [piece for stretch in stretches for piece in _names_apart(stretch)]
    at = 0
    while at < len(apart):
        end = at + _are_names(apart[at])
        while end < len(apart) and _are_rows(apart[end]):
            end += 1
        whole = [line for stretch in apart[at:end] for line in stretch]
        names, rows = named_columns(whole)
        if end - at > 1 and column_table(drawn(rows), drawn(names)):
            yield whole
            at = end
        else:
            yield apart[at]
            at += 1


def _names_apart(stretch: list[Line]) -> Iterator[list[Line]]:
    """A heading, and the names of columns right below it, each for itself."""
    if len(stretch) > 2 and _are_names(stretch[1:]) and not (stretch[0].indent or has_cells(stretch[0].text)):
        yield stretch[:1]
        yield stretch[1:]
    else:
        yield stretch


def _are_names(lines: Sequence[Line]) -> bool:
    """Whether lines above a rule name the columns of what follows it."""
    ends_with_rule = 1 < len(lines) <= MOST_NAMES + 1 and RULE.fullmatch(lines[-1].text) is not None
    return ends_with_rule and has_cells(drawn(lines[:1])[0])


def _are_rows(lines: Sequence[Line]) -> bool:
    return all(has_cells(drawn([line])[0]) and not BULLET.match(line.text) for line in lines)


def named_columns(group: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines above the first rule, where several name the columns, and the others; without rules."""
    rule = next((n for n, line in enumerate(group) if RULE.fullmatch(line.text)), 0)
    rows = [line for line in group if not RULE.fullmatch(line.text)]
    has_names = 1 < rule <= MOST_NAMES and has_cells(drawn(group[:1])[0])
    names = [line for line in group[:rule] if not RULE.fullmatch(line.text)] if has_names else []
    return names, rows[len(names) :]


def drawn(lines: Sequence[Line]) -> list[str]:
    """Lines with the white space before them."""
    return [" " * line.indent + line.text for line in lines]
