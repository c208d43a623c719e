"""Searching: words of a text, the index over them, and the evidence that ranks what it finds."""

from bot.search.hit import Evidence, Hit
from bot.search.index import Index
from bot.search.query import Form, Query, QueryWord

__all__ = ["Evidence", "Form", "Hit", "Index", "Query", "QueryWord"]
