"""Zipped documents: their members, none of which may be larger than a book or hold XML that unfolds."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from bot.sources.draft import FormatError

LARGEST = 128 * 1024 * 1024  # bytes of all members, unpacked
MOST_MEMBERS = 20_000  # files; with more it is no document
UNREADABLE = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
DECLARATION = re.compile(  # of entities, which may stand for each other
    rb"<!(?:DOCTYPE[^>]*\[|ENTITY)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip file whose members are sure to fit."""

    zip: ZipFile
    kind: str  # as messages call it: "a Word document (.docx)"

    @classmethod
    def opened(cls, raw: bytes, kind: str) -> Archive:
        """The archive in some bytes; raises FormatError."""
        try:
            archive = ZipFile(BytesIO(raw))
        except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise FormatError(f"is not {kind}, or cut off") from error
        members = archive.infolist()
        if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST:
            raise FormatError(f"unpacks to more than {LARGEST // 2**20} MB")
        if any(member.flag_bits & 1 for member in members):
            raise FormatError("is locked with a password; save it without one")
        return cls(archive, kind)

    @property
    def names(self) -> frozenset[str]:
        """The paths of all members."""
        return frozenset(self.zip.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a member; raises FormatError. What a header says of its size is not believed."""
        try:
            with self.zip.open(name) as member:
                content = member.read(LARGEST + 1)
        except KeyError:
            raise FormatError(f"is not {self.kind}: it holds no {name}") from None
        except (
            BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise FormatError(f"is damaged: {name} cannot be unpacked") from error
        if len(content) > LARGEST:
            raise FormatError(f"unpacks to more than {LARGEST // 2**20} MB")
        return content

    def xml(self, name: str) -> bytes:
        """The bytes of a member that is XML; raises FormatError when it declares entities."""
        content = self.read(name)
        if DECLARATION.search(content):
            raise FormatError(
                f"is not read: {name} declares entities, which no program that writes such files does"
            )
        return content
