"""Examples in docstrings are true."""

from __future__ import annotations

import doctest
from importlib import import_module
from pkgutil import walk_packages

import bot


def test_examples_in_docstrings_hold() -> None:
    names = [
        module.name for module in walk_packages(bot.__path__, "bot.") if not module.name.endswith("__main__")
    ]

    results = [doctest.testmod(import_module(name)) for name in names]

    assert sum(result.attempted for result in results) > 20
    assert not any(result.failed for result in results)
