"""A saved library belongs to the program that made it, with the libraries that read for it."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest

from bot import fingerprint

PROJECT = Path(__file__).parent.parent
OF_THE_CHAT = {  # these read no documents
    "aiosqlite", "filelock", "h11", "httpx", "prometheus-client", "python-telegram-bot", "ruamel.yaml",
    "sniffio", "tzdata",
}  # fmt: skip


def of_a_program_whose(versions: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    """The fingerprint of a program with other versions of some libraries."""

    def version(library: str) -> str:
        return versions.get(library) or importlib.metadata.PackageNotFoundError.__name__

    monkeypatch.setattr(importlib.metadata, "version", version)
    return fingerprint.fingerprint.__wrapped__()


@pytest.mark.parametrize("library", fingerprint.LIBRARIES)
def test_each_library_that_reads_is_part_of_it(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before, after, again = (
        of_a_program_whose({library: version}, monkeypatch) for version in ("1.0", "1.1", "1.0")
    )

    assert before == again != after


def test_a_library_that_is_not_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(library: str) -> str:
        raise importlib.metadata.PackageNotFoundError(library)

    monkeypatch.setattr(importlib.metadata, "version", version)
    assert len(fingerprint.fingerprint.__wrapped__()) == 64


def test_it_is_known_of_every_dependency_whether_it_reads() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    rows = [*project["dependencies"], *project["optional-dependencies"]["formats"]]
    dependencies = {re.split("[=<>]", row)[0] for row in rows}

    assert {*fingerprint.LIBRARIES} | OF_THE_CHAT == dependencies
    assert not OF_THE_CHAT & {*fingerprint.LIBRARIES}


def test_all_that_makes_a_library_is_there() -> None:
    assert all((PROJECT / "bot" / name).exists() for name in fingerprint.READERS)
