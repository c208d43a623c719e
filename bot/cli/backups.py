"""Backing the database up, and putting a backup back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bot.cli.exit_status import DONE, MISTAKE
from bot.store import StoreError, back_up, restore, todays_backup

if TYPE_CHECKING:
    from pathlib import Path


def run_backup(folder: Path, target: Path | None) -> int:
    """Backs up the database of a data folder, beside the nightly backups if no file is named; 0 or 2."""
    backup = target or todays_backup(folder)
    if target and target.exists():
        print(f"{target}: is there already; name another file", file=sys.stderr)
        return MISTAKE
    try:
        back_up(folder, backup)
    except StoreError as error:
        print(error, file=sys.stderr)
        return MISTAKE
    print(f"Backed up to {backup}. Keep hash.key of {folder} as well, in another place: without it nobody")
    print("is known again, and with it numbers can be tried out on the backup.")
    return DONE


def run_restore(backup: Path, folder: Path) -> int:
    """Puts a backup in the place of the database of a data folder; 0 or 2."""
    try:
        aside = restore(backup, folder)
    except StoreError as error:
        print(error, file=sys.stderr)
        return MISTAKE
    print(f"Restored from {backup}." + (f" The database before it is now {aside}." if aside else ""))
    return DONE
