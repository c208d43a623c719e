"""Ways to set dates before what was then, the same in each language."""

from __future__ import annotations

from itertools import product

import pytest

from bot.sources.composition import compose
from bot.sources.formats import html, markdown
from bot.sources.passages import passages

TEXTS = {  # title, two statements and the names of columns in a language
    "en": ("The club history", "The old house was sold", "We moved to the new hall", "Date | Event"),
    "de": (
        "Die Geschichte des Vereins",
        "Das alte Haus wurde verkauft",
        "Wir zogen in die neue Halle",
        "Datum | Ereignis",
    ),
    "es": ("La historia del club", "Se vendió la casa vieja", "Nos mudamos al nuevo local", "Fecha | Suceso"),
    "ru": ("История клуба", "Старый дом был продан", "Мы переехали в новый зал", "Дата | Событие"),
    "zh": ("俱乐部的历史", "卖掉了旧房子", "我们搬到了新的大厅", "日期 | 事件"),
}
DATES = {  # as written, and their EDTF
    "1996": "1996",
    "1996-05": "1996-05",
    "1996-05-04": "1996-05-04",
    "1996/05/04": "1996-05-04",
    "1996.05.04": "1996-05-04",
}
WESTERN = {"05.1996": "1996-05", "05/1996": "1996-05", "14.05.1996": "1996-05-14"}
MARKDOWN = (
    "## {date}\n\n{one}.\n\n{two}.",
    "**{date}**\n\n{one}.\n\n{two}.",
    "- {date}: {one}.\n- {date}: {two}.",
    "- {date} – {one}.\n- {date} – {two}.",
    "- {date}\n  - {one}.\n  - {two}.",
    "{date}: {one}.\n\n{date}: {two}.",
    "({date}) {one}.\n\n({date}) {two}.",
    "| {columns} |\n|---|---|\n| {date} | {one} |\n| {date} | {two} |",
)
HTML = (
    "<h4>{date}</h4><p>{one}.</p><p>{two}.</p>",
    "<dl><dt>{date}</dt><dd>{one}.</dd><dd>{two}.</dd></dl>",
    "<table><tr><td>{date}</td><td>{one}.</td></tr><tr><td>{date}</td><td>{two}.</td></tr></table>",
    "<p>{date}: {one}.<br>{date}: {two}.</p>",
    "<p><strong>{date}</strong><br>{one}.</p><p><strong>{date}</strong><br>{two}.</p>",
)


@pytest.mark.parametrize("language", TEXTS)
def test_what_stands_under_a_date_is_of_it(language: str) -> None:
    title, one, two, columns = TEXTS[language]
    dates = DATES if language == "zh" else DATES | WESTERN
    wrong = []
    for (written, edtf), form in product(dates.items(), (*MARKDOWN, *HTML)):
        body = form.format(date=written, one=one, two=two, columns=columns)
        page = html.read(f"<h1>{title}</h1>{body}") if "<" in form else markdown.read(f"# {title}\n\n{body}")
        rows = [
            row for row in passages(compose(page, "club", "any"), {}) if one in row.text or two in row.text
        ]
        if len(rows) < 2 or {str(row.date and row.date.date) for row in rows} != {edtf}:
            wrong.append((written, form, [str(row.date and row.date.date) for row in rows]))

    assert wrong == []
