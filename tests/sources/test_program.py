"""Programs that make a page: the rows in them, the page that they write, and nothing of the program."""

from __future__ import annotations

import pytest

from bot.sources.formats import program
from tests.sources.test_markdown import shown

LONG = "The boat sank in May with all that was on board, and nobody has seen it since then."

PROGRAMS: dict[str, list[tuple[str, int, str]]] = {  # text -> kind, line and text of its parts
    # rows in lists: strings of all kinds, comments, what is no literal
    """const boats: Boat[] = [
  { year: 1911, title: 'A "boat"', icon: <Boat size={3} />, }, // so
  { "year": '1912', title: `It\\u0301 ${was} sunk`, text: "It " +
      "sank.", next: later(a, [1, 2]) },
];""": [("item0", 2, '1911: A "boat"'), ("item0", 3, "1912: It\u0301 sunk\nIt sank.")],
    "useState([{year: 1911, events: ['A boat', 'A dog']}, {year: 1912, events: ['A cat']}])": [
        ("h2", 1, "1911"), ("item0", 1, "A boat"), ("item0", 1, "A dog"),
        ("h2", 1, "1912"), ("item0", 1, "A cat"),
    ],
    # a page as JSX
    f"""import a from "a";
export default function Boats() {{
  return (
    <>
      <h1 className="big">Our{{" "}}boats</h1>
      <Nav items={{[1, {{ a: 2 }}]}} />
      {{/* nothing */}}
      <p onClick={{() => go()}}>{LONG}</p>
    </>
  );
}}
const b = 1 < 2;""": [("h1", 5, "Our boats"), ("p", 8, LONG)],
    "const a = <><p>It sank in 1911.</p></>;\nreturn a;\n}": [("p", 1, "It sank in 1911.")],
    # rows stand under the first heading of the page that shows them
    """const boats = [{ year: 1911, name: "A" }, { year: 1912, name: "B" }];
const Page = () => (
  <div><h2>Boats</h2>{boats.map((boat) => <p>{boat.name}</p>)}</div>
);""": [("h2", 3, "Boats"), ("item0", 1, "1911: A"), ("item0", 1, "1912: B")],
    # programs that tell nothing
    "const a = [{ year: 1911, title: 'Alone' }];": [],
    "const a = [{ b: 1 }, { c: [] }]; return (<p>Loading</p>)": [],
    "const a = [{ year: 1911": [],
}  # fmt: skip


@pytest.mark.parametrize("text", PROGRAMS)
def test_of_a_program_is_read_what_it_shows(text: str) -> None:
    assert [shown(part) for part in program.read(text).parts] == PROGRAMS[text]


def test_rows_in_the_scripts_of_a_page_are_read() -> None:
    page = "<h1>Boats</h1>\n<script>\nconst a = [{year: 1911, name: 'A'}, {year: 1912, name: 'B'}]\n</script>"

    assert [shown(part) for part in program.read_page(page).parts] == [
        ("h1", 1, "Boats"),
        ("item0", 3, "1911: A"),
        ("item0", 3, "1912: B"),
    ]


@pytest.mark.parametrize(
    ("start", "is_likely"),
    [
        (b"const a = [{ year: 1911 }]", True),
        (b"return (\n <p className='a'>It sank.</p>)", True),
        (b"if (a < b) { return c; }", False),
        (b"const page = '<p>It sank.</p>';", False),
    ],
)
def test_of_programs_those_are_looked_at_that_may_show_something(start: bytes, is_likely: bool) -> None:
    assert program.is_likely(start) is is_likely


@pytest.mark.parametrize(
    "text", ["[{" * 50_000, "[{a:(" * 50_000, "[{a:/*" * 50_000, "<A'" * 50_000, "return <p>{" * 9_000]
)
def test_hostile_programs_cost_no_time(text: str) -> None:
    assert program.read(text).parts == []
