"""The layers that the README pictures, held by the imports themselves; imports for types alone count."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    "bot.time_zones": 0,
    "bot.pictures": 0,
    "bot.whole_files": -1,
    "bot.sources": 1,
    "bot.search": 2,
    "bot.edits": 2,
    "bot.questions": 3,
    "bot.answers": 4,
    "bot.library": 5,
    "bot.building": 6,
    "bot.browsing": 6,
    "bot.conversation": 7,
    "bot.publishing": 7,
    "bot.store": 8,
    "bot.cards": 9,
    "bot.chat": 10,
    "bot.cli": 11,
    "bot.__main__": 12,
}
ONLY_IN = {  # outside world -> the only places that may touch it
    "telegram": ("bot.chat",),
    "sqlite3": ("bot.store",),
    "aiosqlite": ("bot.store",),
    "h11": ("bot.web",),
    "httpx": ("bot.publishing.page_fetch", "bot.chat"),
    "yaml": ("bot.sources.strict_yaml",),
    "ruamel": ("bot.edits.yaml_lists",),
    "rank_bm25": ("bot.search.bm25",),
    "prometheus_client": ("bot.cli.metrics",),
    "logging": ("bot.chat", "bot.cli", "bot.store", "bot.supervisor", "bot.sources.formats.pdf"),
    "ijson": ("bot.sources.formats.telegram",),
    "pypdf": ("bot.sources.formats.pdf",),
    "mammoth": ("bot.sources.formats.docx",),
    "PIL": ("bot.pictures",),
}
MODULES = sorted((PROJECT / "bot").rglob("*.py"))
Graph = dict[str, set[str]]


def name_of(path: Path) -> str:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def place_of(module: str) -> str | None:
    return next((place for place in LAYERS if module == place or module.startswith(place + ".")), None)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> frozenset[str]:
    """The modules that a file names in imports, and the things that it takes from them."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module is not None
            names.update({node.module} | {f"{node.module}.{alias.name}" for alias in node.names})
    return frozenset(names)


def every_import() -> list[tuple[str, str]]:
    """Each module of ours with each thing that it imports."""
    return [(name_of(path), imported) for path in MODULES for imported in sorted(imports(path))]


def module_graph() -> Graph:
    """The modules of ours that each module imports; of a package and a module in it, the module alone."""
    ours = {name_of(path): path for path in MODULES}
    graph: Graph = {}
    for module, path in ours.items():
        imported = {name for name in imports(path) if name in ours and not is_in(module, name)}
        graph[module] = {
            name for name in imported if not any(is_in(other, name) for other in imported - {name})
        }
    return graph


def is_in(module: str, package: str) -> bool:
    return f"{module}.".startswith(f"{package}.")


def folder_graph(modules: Graph, package: str) -> Graph:
    """The same for what stands side by side in a package: modules, and packages each as a whole."""
    level = package.count(".") + 2

    def part(module: str) -> str:
        return ".".join(module.split(".")[:level])

    graph: Graph = {}
    for module, imported in modules.items():
        if is_in(module, package) and module != package:
            parts = {part(name) for name in imported if is_in(name, package) and name != package}
            graph.setdefault(part(module), set()).update(parts - {part(module)})
    return graph


def circle(graph: Graph) -> list[str]:
    """Modules that import each other in a circle, none if there is no circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_a_circle_would_be_found() -> None:
    graph = {"bot.a.x": {"bot.b.y"}, "bot.b.y": set(), "bot.b.z": {"bot.a.w"}, "bot.a.w": set()}

    assert circle(graph) == []
    assert sorted(circle(folder_graph(graph, "bot"))) == ["bot.a", "bot.a", "bot.b"]
    assert sorted(circle(graph | {"bot.b.y": {"bot.a.x"}})) == ["bot.a.x", "bot.a.x", "bot.b.y"]


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert circle(module_graph()) == []


def test_what_stands_in_a_package_has_an_order() -> None:
    graph = module_graph()
    packages = [name_of(path) for path in MODULES if path.name == "__init__.py"]

    circles = {package: circle(folder_graph(graph, package)) for package in packages}
    assert {package: modules for package, modules in circles.items() if modules} == {}


def test_every_module_stands_in_a_layer() -> None:
    assert [module for module in map(name_of, MODULES) if module != "bot" and place_of(module) is None] == []


def test_imports_run_down_the_layers() -> None:
    assert [
        f"{module} imports {imported}"
        for module, imported in every_import()
        if not runs_down(place_of(module), place_of(imported))
    ] == []


def runs_down(own: str | None, theirs: str | None) -> bool:
    return own is None or theirs is None or theirs == own or LAYERS[theirs] < LAYERS[own]


def test_the_outside_world_is_touched_in_one_place() -> None:
    assert [
        f"{module} imports {imported}"
        for module, imported in every_import()
        if not module.startswith(ONLY_IN.get(imported.split(".")[0], ""))
    ] == []


def test_only_the_command_line_prints_and_reads_the_environment() -> None:
    inside = [path for path in MODULES if not name_of(path).startswith(("bot.cli", "bot.__main__"))]

    assert [f"{name_of(path)}:{number}" for path in inside for number in printing(path)] == []


def printing(path: Path) -> Iterator[int]:
    """The lines of a file that print or read the environment."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "print":
            yield node.lineno
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "os.environ":
            yield node.lineno


def test_every_package_is_installed() -> None:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))

    assert settings["tool"]["setuptools"]["packages"] == [
        name_of(path) for path in MODULES if path.name == "__init__.py"
    ]
