"""Passages with all that an index is built over, some read anew and some taken over from the index before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.arrays import Strings, StringsWriter
from bot.search.tokenizing.forms import Forms
from bot.search.tokenizing.units import Units, UnitWriter
from bot.search.words.abbreviations import Abbreviation, definitions
from bot.sources.passage_table import PassageTable, TableWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.sources.source import Passage


@dataclass(frozen=True, slots=True)
class TokenizedPassages:
    """Passages, their units in these forms, and the abbreviations that each of them defines."""

    passages: PassageTable
    units: Units
    definitions: Strings  # by passage, a line each: short, long, short, long ...
    forms: Forms

    def __len__(self) -> int:
        return len(self.passages)

    @classmethod
    def joined(cls, stretches: Sequence[Stretch]) -> TokenizedPassages:
        """All stretches behind each other, their forms numbered anew."""
        if len(stretches) == 1 and len(stretches[0]) == len(stretches[0].whole):
            return stretches[0].whole
        forms = Forms()
        different = {id(row.whole): row.whole for row in stretches}
        units = {key: whole.units.renumbered(forms.add_all(whole.forms)) for key, whole in different.items()}
        return cls(
            PassageTable.joined([row.whole.passages.part(row.first, row.last) for row in stretches]),
            Units.joined([units[id(row.whole)].part(row.first, row.last) for row in stretches]),
            Strings.joined([row.whole.definitions.part(row.first, row.last) for row in stretches]),
            forms,
        )


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring passages, from one up to another."""

    whole: TokenizedPassages
    first: int
    last: int

    @classmethod
    def of(cls, whole: TokenizedPassages) -> Stretch:
        """All passages."""
        return cls(whole, 0, len(whole))

    def __len__(self) -> int:
        return self.last - self.first


def tokenize(passages: Iterable[Passage]) -> TokenizedPassages:
    """Passages in their order, read."""
    forms = Forms()
    table, units = TableWriter(), UnitWriter(forms)
    defined = StringsWriter()
    for passage in passages:
        table.add(passage)
        units.add(passage.text, passage.mentions)
        rows = [(abbreviation.short, abbreviation.long) for abbreviation in definitions(passage.text)]
        defined.add("\n".join("\n".join(row) for row in rows))
    return TokenizedPassages(table.table(), units.units(), defined.strings(), forms)


def all_definitions(defined: Strings) -> Iterator[Abbreviation]:
    """The abbreviations that passages define, in order."""
    for lines in defined.filled():
        forms = lines.split("\n")
        yield from map(Abbreviation, forms[::2], forms[1::2])
