"""A clone needs nothing beside it: no path of ours leads out of it, whatever may lie there."""

from __future__ import annotations

import ast
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

PROJECT = Path(__file__).parent.parent
FILES = sorted(path for folder in ("bot", "tests") for path in (PROJECT / folder).rglob("*.py"))


class Depths(ast.NodeVisitor):
    """How many folders below the project a path lies, where it is built from the place of its own file."""

    def __init__(self, file: PurePosixPath) -> None:
        self._file = len(file.parts)
        self._names = {"PROJECT": 0}  # what other modules of the project call its folder
        self.outside: list[int] = []  # lines

    def visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            depth = self._of(node.value)
            if depth is not None:
                self._names[node.targets[0].id] = depth
        if isinstance(node, ast.expr) and (self._of(node) or 0) < 0:
            self.outside.append(node.lineno)
        self.generic_visit(node)

    def _of(self, node: ast.expr) -> int | None:
        """The depth of a path, None of what is none."""
        steps: tuple[str, ...] = ()
        match node:
            case ast.Name(id=name):
                return self._names.get(name)
            case ast.Call(func=ast.Name(id="Path"), args=[ast.Name(id="__file__")]):
                return self._file
            case ast.Call(func=ast.Attribute(value=path, attr="resolve" | "absolute" | "with_name")):
                pass
            case ast.Attribute(value=path, attr="parent"):
                steps = ("..",)
            case ast.Subscript(
                value=ast.Attribute(value=path, attr="parents"), slice=ast.Constant(value=int(number))
            ):
                steps = ("..",) * (number + 1)
            case ast.BinOp(left=path, op=ast.Div(), right=ast.Constant(value=str(text))):
                steps = PurePosixPath(text).parts
            case _:
                return None
        return _gone(self._of(path), steps)


def _gone(depth: int | None, steps: Iterable[str]) -> int | None:
    """The depth after some steps, as soon as one of them leads out."""
    for step in steps:
        if depth is None or depth < 0:
            break
        depth += -1 if step == ".." else 1
    return depth


def lines_that_lead_out(code: str, file: str) -> list[int]:
    depths = Depths(PurePosixPath(file))
    depths.visit(ast.parse(code))
    return sorted(set(depths.outside))


@pytest.mark.parametrize(
    ("code", "is_outside"),
    [
        ("Path(__file__).parent.parent", False),
        ("Path(__file__).resolve().parents[1] / 'knowledge' / 'a.md'", False),
        ("Path(__file__).parents[2]", True),
        ("Path(__file__).parent.parent.parent / 'data'", True),
        ("Path(__file__).parent / '../../data'", True),
        ("HERE = Path(__file__).parent\nTEXTS = HERE.parent.parent / 'data'", True),
        ("PROJECT.parent / 'data'", True),
        ("PROJECT / 'data'", False),
        ("tmp_path.parent / 'data'", False),
    ],
)
def test_a_path_that_leads_out_is_noticed(code: str, is_outside: bool) -> None:
    assert bool(lines_that_lead_out(code, "tests/test_a.py")) == is_outside


def test_no_path_leads_out_of_the_project() -> None:
    lines = {
        file: lines_that_lead_out((PROJECT / file).read_text(encoding="utf-8"), file)
        for file in (path.relative_to(PROJECT).as_posix() for path in FILES)
    }

    assert len(lines) > 300
    assert {file: numbers for file, numbers in lines.items() if numbers} == {}
