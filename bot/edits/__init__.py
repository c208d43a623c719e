"""Changes to the knowledge folder from the chat: readable files, and a log of who did what."""

from bot.edits.changes import Change, ChangeEntry
from bot.edits.folder_edit import FileEdit, FolderEdit
from bot.edits.knowledge_folder import EditError, KnowledgeFolder, digest_of, text_of
from bot.edits.yaml_lists import add_alias, add_event, add_golden

__all__ = [
    "Change",
    "ChangeEntry",
    "EditError",
    "FileEdit",
    "FolderEdit",
    "KnowledgeFolder",
    "add_alias",
    "add_event",
    "add_golden",
    "digest_of",
    "text_of",
]
