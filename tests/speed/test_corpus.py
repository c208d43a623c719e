"""The texts that speed is measured on are the same ones each time, and like language."""

from __future__ import annotations

import doctest
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.speed import corpus, inventions, questions, report, stems, words
from tests.speed.corpus import Text, Writer
from tests.speed.machine import KIB
from tests.speed.ours import Ranking, Whole
from tests.speed.picture import Chart, Line, svg
from tests.speed.words import WordModel, trained

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 2_000


@pytest.fixture(scope="module")
def model() -> WordModel:
    return trained()


@pytest.fixture(scope="module")
def texts(model: WordModel) -> list[Text]:
    return list(Writer(model).texts(SIZE))


@pytest.fixture(scope="module")
def counts(texts: list[Text]) -> list[Counter[str]]:
    return [Counter(re.findall(r"\w+", text.text.lower())) for text in texts]


@pytest.fixture(scope="module")
def file(texts: list[Text], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("speed") / "texts.tsv"
    assert list(corpus.write(texts, path))[-1] == SIZE
    return path


def test_the_same_seed_writes_the_same_texts(model: WordModel, texts: list[Text]) -> None:
    assert list(Writer(model).texts(50)) == texts[:50]
    assert list(Writer(model, seed=1).texts(50)) != texts[:50]


def test_a_file_gives_back_what_was_written(texts: list[Text], file: Path) -> None:
    assert list(corpus.read(file, SIZE)) == texts
    assert list(stems.lines(file, 10)) == [text.text for text in texts[:10]]


def test_dates_stand_where_they_are_said_to(texts: list[Text]) -> None:
    values = [(text.text[date.start : date.end], date.edtf) for text in texts for date in text.dates]

    assert len(values) > SIZE / 10
    assert all(edtf[:4] in date_text for date_text, edtf in values)


def total(counts: list[Counter[str]]) -> Counter[str]:
    whole: Counter[str] = Counter()
    for count in counts:
        whole.update(count)
    return whole


def test_passages_have_about_a_hundred_words(counts: list[Counter[str]]) -> None:
    assert 85 < sum(map(Counter.total, counts)) / SIZE < 125


def test_words_are_as_frequent_as_zipf_says(counts: list[Counter[str]]) -> None:
    frequencies = np.array(sorted(total(counts).values(), reverse=True)[10:3_000])

    slope = np.polyfit(np.log(np.arange(11, len(frequencies) + 11)), np.log(frequencies), 1)[0]

    assert -1.3 < slope < -0.7


def test_the_vocabulary_grows_as_heaps_says(counts: list[Counter[str]]) -> None:
    few, many = total(counts[: SIZE // 10]), total(counts)

    power = np.log(len(many) / len(few)) / np.log(many.total() / few.total())

    assert 0.4 < power < 0.8


def test_more_texts_widen_the_vocabulary(model: WordModel, tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text("The lighthouse keeper polished brass. " * 2, encoding="utf-8")

    wider = trained([tmp_path / "more.txt"])

    assert set(wider.words) - set(model.words) >= {"lighthouse", "keeper", "polished", "brass."}
    assert "brass" not in wider.once


def test_rare_words_give_way_to_new_ones(model: WordModel, texts: list[Text]) -> None:
    written = {words.parts(token)[1] for text in texts for token in text.text.split()}
    rare = {word for word in model.once if word.isalpha() and len(word) > 2}

    assert len(rare) > 500
    assert not written & rare
    assert sum(word.endswith("tion") for word in written) > 500


def test_questions_find_their_passage(texts: list[Text], file: Path) -> None:
    asked = questions.ask(texts, SIZE, 100)
    for engine, least in ((Whole(), 0.85), (Ranking(), 0.85)):
        engine.load(file, SIZE)
        engine.build(1)

        right = sum(
            engine.first(engine.top(engine.ready(question))) == question.passage for question in asked
        )

        assert right / len(asked) > least


def test_questions_keep_to_the_words_of_their_passage(texts: list[Text]) -> None:
    asked = questions.ask(texts, SIZE, 200)

    own = [all(word in texts[question.passage].text for word in question.words) for question in asked]

    assert 0.8 < sum(own) / len(own) < 1
    assert sum(question.text.startswith("When") for question in asked) > 20
    assert asked == questions.ask(texts, SIZE, 200)


@pytest.mark.parametrize("module", [inventions, report, stems, words])
def test_examples_in_docstrings_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


def test_a_picture_holds_every_name_escaped_and_apart() -> None:
    lines = [Line(f"<{i}>", [(2_000, 1.0), (20_000, 1.0 + i / KIB)], i) for i in range(5)]

    drawn = svg([Chart("cost", lines)])

    heights = [float(height) for height in re.findall(r'y="([\d.]+)"[^>]*>&lt;\d&gt;<', drawn)]
    assert len(heights) == 5
    assert min(b - a for a, b in pairwise(heights)) >= 14
