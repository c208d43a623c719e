"""Numbers of people and chats as keyed hashes, the key beside the database and apart from its backups."""

from __future__ import annotations

import os
import secrets
from hashlib import blake2b
from typing import TYPE_CHECKING

from bot.private_files import close_to_others, make_private_file, make_private_folder
from bot.store.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

KEY = "hash.key"
KEY_BYTES = 32


def pseudonym(number: int, key: bytes) -> bytes:
    """What stands for a number in the database: without the key nobody can try numbers out on it."""
    return blake2b(str(number).encode(), key=key, digest_size=16).digest()


def key_in(folder: Path) -> bytes:
    """The secret of the hashes, made at the first start; raises OSError, or StoreError when it is damaged."""
    make_private_folder(folder)
    path = folder / KEY
    close_to_others(path)
    if not path.exists():
        _write(path.with_name(f"{KEY}.new"), secrets.token_bytes(KEY_BYTES)).replace(path)
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise StoreError(f"{path}: must hold {KEY_BYTES} bytes, not {len(key)}; remove it to get a new one")
    return key


def _write(path: Path, key: bytes) -> Path:
    """A file for its owner alone, on the disk as a whole before it gets its name."""
    path.unlink(missing_ok=True)
    make_private_file(path)
    with path.open("r+b") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    return path
