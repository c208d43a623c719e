"""The words of each language, a file each: data from which patterns are built, and how it says dates.

A new language takes an afternoon and about 150 lines. German and Spanish were made so, without a line of code
elsewhere (153 and 155 lines).

1. Copy the nearest file: `es.py` for a language with the day before the month. One that writes otherwise, as
   Chinese does, also brings shapes of its own (`eastern/`).
2. Fill in the words: months, seasons, units, numbers, what stands behind a count ("later") and before a unit
   ("next"). `PLACES` are the word classes of the shapes in `western/`, as small patterns. What is left out
   is never found: begin with `day`, `any_day`, `of`, `comma` and `to`, and go on from there.
3. `triggers` name the words with which an expression of a class may begin: nothing else is looked at.
4. `side`, `earlier_past`, `back`, `label` are signs before a date that tell how it belongs to the
   narrative: "since", "had", "than", "its". `past_verb` is a finite verb in the past: a passage
   without one inherits no date.
5. `PHRASES` say dates in words (`phrases.py`).
6. Name the language in `languages.py`, with words that only it has.
7. Write rows into `tests/dates/texts/<language>.txt`: what is a date, what it means in its text, and what
   only looks like one. The tests read the file; run them, look at what is wrong, and add words.
"""
