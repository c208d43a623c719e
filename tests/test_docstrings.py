"""Examples in docstrings are true."""

from __future__ import annotations

import doctest
from importlib import import_module

from tests.test_layers import MODULES, name_of


def test_examples_in_docstrings_hold() -> None:
    names = [name_of(path) for path in MODULES if ">>> " in path.read_text(encoding="utf-8")]

    results = [doctest.testmod(import_module(name)) for name in names]

    assert sum(result.attempted for result in results) > 20
    assert not any(result.failed for result in results)
