"""YAML by hand: plain texts with their lines, and every trap one clear error."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.strict_yaml import List, Map, Text, Value, YamlError, load


def plain(value: Value | None) -> object:
    if isinstance(value, Map):
        return {key: plain(entry) for key, entry in value.entries.items()}
    if isinstance(value, List):
        return [plain(item) for item in value.items]
    return value.text if isinstance(value, Text) else None


READ = [
    ("", None),
    ("# only a comment", None),
    ("title: Tokyo", {"title": "Tokyo"}),
    ("published: 2017", {"published": "2017"}),
    ("published: 2017-07-14", {"published": "2017-07-14"}),
    ("published: 2017-02-30", {"published": "2017-02-30"}),
    ("time: 12:30:45", {"time": "12:30:45"}),
    ("country: no", {"country": "no"}),
    ("nothing: ~", {"nothing": "~"}),
    ("a: [1, [2, {b: c}]]", {"a": ["1", ["2", {"b": "c"}]]}),
    ('names: ["94", 九四]', {"names": ["94", "九四"]}),
    ("a: !!python/object/apply:os.system [ls]", {"a": ["ls"]}),
]
REFUSED = [
    ("a: &x [1]\nb: *x", 1, "anchor"),
    ("b: 1\na: *x", 2, "anchor"),
    ("a: 1\nb: 2\na: 3", 3, "twice"),
    ("a:\n  - b: 1\n    b: 2", 3, "twice"),
    ("[" * 3_000, 1, "nested"),
    ("a: " + "{a: " * 60, 1, "nested"),
    ("- " * 2_000 + "x", 1, "nested"),
    ("a: [1", 1, "not valid YAML"),
    ("a:\n\t- b", 2, "not valid YAML"),
    ("a: 1\n---\nb: 2", 2, "second document"),
    ("? [a]\n: b", 1, "key"),
    ("a: \x01", 1, "not valid YAML"),
    ("a: " + "x" * 1_000_001, 1, "characters"),
]


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_every_scalar_stays_the_text_that_was_written(text: str, wanted: object) -> None:
    assert plain(load(text)) == wanted


@pytest.mark.parametrize(("text", "line", "message"), REFUSED, ids=[row[0][:20] for row in REFUSED])
def test_a_trap_is_one_error_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(YamlError, match=message) as caught:
        load(text)

    assert abs(caught.value.line - line) <= (1 if message == "not valid YAML" else 0)


@given(st.text(alphabet="ab:-[]{}&*!?|>'\"#%@` \n\t~1", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(YamlError):
        load(text)
