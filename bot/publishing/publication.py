"""The changes of a proposal made, all or none.

It is begun with a mark in the proposal: when the program ends too early, the next start makes the rest.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.edits import EditError, FileEdit, FolderEdit, digest_of
from bot.publishing.live import publish_checked
from bot.publishing.proposal import FOLDER, expire, leave_note, remove, waiting_in

if TYPE_CHECKING:
    from pathlib import Path

    from bot.edits import KnowledgeFolder
    from bot.publishing.proposal import Proposal


class Publication:
    """Makes the changes of a proposal in the knowledge folder."""

    def __init__(self, proposal: Proposal, knowledge: KnowledgeFolder) -> None:
        self._proposal = proposal
        self._knowledge = knowledge
        self._edit = FolderEdit(knowledge, (), proposal.change)

    def make(self) -> None:
        """Makes all changes, or none and raises EditError."""
        if not self._proposal.before:
            return
        try:
            replace(self._proposal, is_begun=True).written()
        except OSError as error:
            raise EditError(f"the changes could not be begun ({error.strerror or error})") from error
        try:
            self._edit = FolderEdit(self._knowledge, self._edits(), self._proposal.change)
            self._edit.make()
        except EditError:
            self._put_off()
            raise

    def take_back(self) -> None:
        """Gives the files what they held; raises EditError."""
        self._edit.take_back()
        self._put_off()

    def clear(self) -> None:
        """Takes away what the files held before."""
        self._edit.clear()

    def go_on(self) -> bool:
        """Makes the changes that are not made; what somebody changed meanwhile stays.

        False where that cannot be done and none is made: the proposal waits again. Raises EditError where
        some are.
        """
        edits = self._edits()
        now = {edit.name: digest_of(self._knowledge.read(edit.name)) for edit in edits}
        rest = [edit for edit in edits if now[edit.name] == edit.before != digest_of(edit.content)]
        edit = FolderEdit(self._knowledge, rest, self._proposal.change)
        try:
            edit.make(is_resumed=True)
        except EditError:
            if any(now[edit.name] == digest_of(edit.content) != edit.before for edit in edits):
                raise
            self._put_off()
            return False
        edit.clear()
        return True

    def _put_off(self) -> None:
        """Lets the proposal wait again; where that cannot be noted it is given up."""
        try:
            replace(self._proposal, is_begun=False).written()
        except OSError:
            remove(self._proposal.folder)

    def _edits(self) -> list[FileEdit]:
        """Raises EditError."""
        try:
            return [FileEdit(name, self._proposal.content(name), was) for name, was in self._proposal.before]
        except OSError as error:
            raise EditError(f"{error.filename} cannot be read: {error.strerror}") from error


def recover(data_dir: Path, knowledge: KnowledgeFolder, place: Path) -> tuple[Proposal, ...]:
    """Makes the rest of what was begun when the program ended, and says what that was.

    To be called before the library at `place` is opened, with no other bot at work there. Raises EditError.
    """
    folder = data_dir / FOLDER
    begun = tuple(proposal for proposal in waiting_in(folder) if proposal.is_begun)
    finished = tuple(proposal for proposal in begun if Publication(proposal, knowledge).go_on())
    for proposal in finished:
        publish_checked(place, proposal.reason)
        leave_note(proposal)
    knowledge.tidy()
    expire(folder)
    return finished
