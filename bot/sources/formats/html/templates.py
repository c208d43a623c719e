"""What makes a page of its source: the head above it, and what a program is told amid its text."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from bot.sources.cleaning import as_many_lines
from bot.sources.head import Head, read_head

if TYPE_CHECKING:
    from bot.sources.draft import Facts

FENCES = ("---", "+++")  # of heads that Jekyll, Hugo, Eleventy and others take
DIRECTIVES = re.compile(
    r"""
    <\?(?:php\b|=)(?:(?!<\?).)*?(?:\?>|\Z)  # <?php echo $title; ?>
    | <%(?:(?!<%).)*?%>                     # <%= title %>
    | \{%(?:(?!\{%).)*?%\} | \{\{(?:(?!\{\{).)*?\}\}  # Jinja, Liquid, Handlebars
    | \{\#(?:(?!\{\#).)*?\#\} | \{!!(?:(?!\{!!).)*?!!\}
    | ^[ \t]*@(?:end)?(?:extends|section|yield|include\w*|push|prepend|stack|csrf|if|else\w*|unless|isset
        |empty|for|foreach|forelse|while|switch|case|break|default|php|component|slot|props|auth|guest|can|error
        |parent|stop|show|once|verbatim|vite|livewire)\b[ \t]*(?:\([^\n]*\))?[ \t]*$  # Laravel's Blade
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
COMPONENT = re.compile(r"^<template\b", re.MULTILINE)  # around the page of a Vue component
TEMPLATE = re.compile(r"(</?)template\b")
WHOLE_PAGE = re.compile(r"<(?:body|html)\b", re.IGNORECASE)
OF_TEXT = re.compile(rb"<(?:p|h[1-6]|li|td|div|section|article|main|body|center)\b", re.IGNORECASE)
MARKS = ("<?", "<%", "{%", "{{", "{#", "{!!", "@")


def is_page_source(start: bytes) -> bool:
    """Whether a program's file that begins so is the source of a page, and no program alone."""
    return OF_TEXT.search(start) is not None


def head_of(text: str) -> tuple[Head, str]:
    """The head of a page's source, and the page below it, on the same lines; raises FormatError."""
    if not text.lstrip().startswith(FENCES):
        return Head(), text
    head = read_head(text)
    return head, "\n" * (head.body_line - 1) + text[head.body :]


def without_directives(text: str) -> str:
    """A page without what its template tells a program, on the same lines.

    >>> without_directives("<p>Founded in 1921{% if page.by %} by {{ page.by }}{% endif %}.</p>")
    '<p>Founded in 1921 by .</p>'
    """
    if COMPONENT.search(text) and not WHOLE_PAGE.search(text):
        text = TEMPLATE.sub(r"\1div", text)
    return DIRECTIVES.sub(as_many_lines, text) if any(mark in text for mark in MARKS) else text


def filled(facts: Facts, others: Facts) -> Facts:
    """What a head says, and of what it does not say, what the page itself does."""
    missing = {
        field.name: getattr(others, field.name) for field in fields(facts) if not getattr(facts, field.name)
    }
    return replace(facts, **missing)
