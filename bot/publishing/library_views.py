"""What is made of a library when it is first wanted: its chronology, it without some sources."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bot.bounded_dict import BoundedDict
from bot.browsing.chronology import Chronology

if TYPE_CHECKING:
    from bot.library import Library

MOST_NARROWED = 50  # choices of sources that are kept ready


class LibraryViews:
    """The views of one library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._narrowed: BoundedDict[frozenset[str], Library] = BoundedDict(MOST_NARROWED)

    @cached_property
    def chronology(self) -> Chronology:
        """Its dated statements."""
        return Chronology.of(self.library)

    def chronology_of(self, library: Library) -> Chronology:
        """The dated statements of a library that was taken before, with all of its sources or some."""
        is_this = self.library.index.passages is library.index.passages
        return self.chronology.within(library) if is_this else Chronology.of(library)

    def without(self, files: frozenset[str]) -> Library:
        """The library without the sources of some files; one object for each choice."""
        narrowed = self._narrowed.get(files)
        if narrowed is None:
            narrowed = self._narrowed[files] = self.library.without(files) if files else self.library
        return narrowed

    def of_next(self, library: Library) -> LibraryViews:
        """The views of the library that comes after it, its chronology ready where this one's is."""
        views = LibraryViews(library)
        if "chronology" in self.__dict__:
            views.chronology  # noqa: B018 - made now, while nobody waits for it
        return views
