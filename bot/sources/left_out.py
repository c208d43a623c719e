"""What of a file is neither indexed nor shown, by its kind, as `check` says it."""

from __future__ import annotations

from enum import StrEnum


class LeftOut(StrEnum):
    """A kind of what is left out; a draft counts the characters of each."""

    ADDRESSES = "web addresses"
    CODE = "code"
    COMMENTS = "comments"
    DIRECTIVES = "directives"
    DRAWERS = "drawers"
    DRAWINGS = "pictures made of letters"
    FORUM_MARKS = "marks of forums"
    HEADS_OF_MESSAGES = "heads of messages"
    HTML_TAGS = "HTML tags"
    LINKS_ALONE = "links alone"
    MEDIA_ALONE = "media alone"
    MENUS = "menus and page furniture"
    MESSAGES_OF_BOTS = "messages of bots"
    NOTES = "notes"
    NOTE_MARKS = "marks of notes"
    OPEN_TABLES = "tables without an end"
    PAGE_FURNITURE = "page furniture"
    PAGE_NUMBERS = "page numbers"
    PRIVATE_CHATS = "private chats"
    QUOTATIONS = "quoted messages"
    REFERENCES = "references"
    RUNNING_HEADS = "running heads"
    SERVICE_MESSAGES = "service messages"
    TABLES_OF_CONTENTS = "tables of contents"
    TAGS = "tags"
    TEASERS = "beginnings that stand there whole"
    TEMPLATES = "templates"
    WORDS_TO_BOTS = "words to bots"
