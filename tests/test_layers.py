"""The layers that the README pictures, held by the imports themselves."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
LAYERS = {  # place -> layer; a module may import from lower layers and from its own place
    "bot.dates": 0,
    "bot.config": 0,
    "bot.fingerprint": 0,
    "bot.private_files": 0,
    "bot.sentences": 0,
    "bot.arrays": 0,
    "bot.web": 0,
    "bot.supervisor": 0,
    "bot.bounded_dict": 0,
    "bot.today": 0,
    "bot.sources": 1,
    "bot.search": 2,
    "bot.questions": 3,
    "bot.answers": 4,
    "bot.library": 5,
    "bot.build": 6,
    "bot.golden_check": 6,
    "bot.build_process": 7,
    "bot.live": 8,
    "bot.store": 9,
    "bot.cards": 10,
    "bot.chat": 11,
    "bot.cli": 12,
    "bot.__main__": 13,
}
ONLY_IN = {  # outside world -> the only places that may touch it
    "telegram": ("bot.chat",),
    "sqlite3": ("bot.store",),
    "aiosqlite": ("bot.store",),
    "h11": ("bot.web",),
    "yaml": ("bot.sources.strict_yaml",),
    "rank_bm25": ("bot.search.bm25",),
    "prometheus_client": ("bot.cli.health",),
    "logging": ("bot.chat", "bot.cli", "bot.store", "bot.supervisor"),
}
MODULES = sorted((PROJECT / "bot").rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def place_of(module: str) -> str | None:
    return next((place for place in LAYERS if module == place or module.startswith(place + ".")), None)


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module is not None
            found.update({node.module} | {f"{node.module}.{alias.name}" for alias in node.names})
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_run_down_the_layers(path: Path) -> None:
    module = name_of(path)
    if module == "bot":
        return
    own = place_of(module)
    assert own is not None, f"{module} stands in no layer"

    for imported in imports(path):
        theirs = place_of(imported)
        assert theirs is None or theirs == own or LAYERS[theirs] < LAYERS[own], f"{module} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_outside_world_is_touched_in_one_place(path: Path) -> None:
    module = name_of(path)

    for imported in imports(path):
        allowed = ONLY_IN.get(imported.split(".")[0])
        assert allowed is None or module.startswith(allowed), f"{module} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_prints_and_reads_the_environment(path: Path) -> None:
    module = name_of(path)
    if module.startswith(("bot.cli", "bot.__main__")):
        return

    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            assert getattr(node.func, "id", None) != "print", f"{module}:{node.lineno} prints"
        if isinstance(node, ast.Attribute):
            assert (getattr(node.value, "id", None), node.attr) != ("os", "environ"), (
                f"{module}:{node.lineno}"
            )


def test_every_package_is_installed() -> None:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))

    assert settings["tool"]["setuptools"]["packages"] == [
        name_of(path) for path in MODULES if path.name == "__init__.py"
    ]
