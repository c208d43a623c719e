"""Copying the database, and putting a copy back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bot.cli.exit_status import DONE, MISTAKE
from bot.store import StoreError, back_up, restore, todays_copy

if TYPE_CHECKING:
    from pathlib import Path


def run_backup(folder: Path, target: Path | None) -> int:
    """Copies the database of a data folder, beside the nightly copies if no file is named; 0 or 2."""
    copy = target or todays_copy(folder)
    if target and target.exists():
        print(f"{target}: is there already; name another file", file=sys.stderr)
        return MISTAKE
    try:
        back_up(folder, copy)
    except StoreError as error:
        print(error, file=sys.stderr)
        return MISTAKE
    print(f"Backed up to {copy}. Keep hash.key of {folder} as well, in another place: without it nobody")
    print("is known again, and with it numbers can be tried out on the copy.")
    return DONE


def run_restore(copy: Path, folder: Path) -> int:
    """Puts a copy in the place of the database of a data folder; 0 or 2."""
    try:
        aside = restore(copy, folder)
    except StoreError as error:
        print(error, file=sys.stderr)
        return MISTAKE
    print(f"Restored from {copy}." + (f" The database before it is now {aside}." if aside else ""))
    return DONE
