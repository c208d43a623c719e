"""Rules that turn the parts a format reads into those that a reader means; a module a rule.

Each takes all parts in reading order, and gives them all in that order: some left out (which it counts in the
draft), some joined, some of another kind. To add one, write it and give it its place in a table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from bot.sources.part_rules.bare_dates import with_bare_dates_beside
from bot.sources.part_rules.broken_paragraphs import with_broken_joined
from bot.sources.part_rules.copyrights import without_copyrights
from bot.sources.part_rules.dated_headings import with_dated_headings
from bot.sources.part_rules.dates_over_lists import with_dates_over_lists
from bot.sources.part_rules.days_under_years import with_years_of_days
from bot.sources.part_rules.forum_posts import with_posts_as_messages
from bot.sources.part_rules.introductions import with_introductions
from bot.sources.part_rules.labelled_values import with_labelled_values
from bot.sources.part_rules.link_lists import without_link_lists
from bot.sources.part_rules.page_breaks import without_page_breaks
from bot.sources.part_rules.teasers import without_teasers
from bot.sources.part_rules.typed_items import with_typed_items

if TYPE_CHECKING:
    from bot.sources.draft import Draft, Part

Rule = Callable[[Sequence["Part"], "Draft"], Iterable["Part"]]

# In their order: a paragraph that a page broke is whole before it is looked at, and so on.
BEFORE_TITLE: tuple[Rule, ...] = (
    without_page_breaks,
    without_link_lists,
    without_copyrights,
    with_broken_joined,
    without_teasers,
    with_labelled_values,
    with_posts_as_messages,
    with_dated_headings,
    with_bare_dates_beside,
    with_years_of_days,
)
BEHIND_TITLE: tuple[Rule, ...] = (  # once a first line that is the title is none of the parts any more
    with_dates_over_lists,
    with_typed_items,
    with_introductions,
)


def applied(rules: Iterable[Rule], parts: Sequence[Part], draft: Draft) -> Sequence[Part]:
    """The parts that come out of one rule after the other."""
    for rule in rules:
        parts = list(rule(parts, draft))
    return parts
