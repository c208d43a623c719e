"""A change of a small knowledge folder: a file that is new, one that is changed, one that goes."""

from __future__ import annotations

from bot.edits import Change

HARBOUR = b"The harbour\n\nThe harbour of Bergen was opened in May 1903 by its mayor.\n"
ZOO = b"Zoo\n\nThe zoo of Bergen got its first wallaby in 1950.\n"
BRIDGE = b"The bridge\n\nEngineers opened the long bridge in October 1931.\n"
CHANGE = Change("0123456789ab", "a test")
CHANGES = {"zoo.txt": ZOO, "sub/harbour.txt": HARBOUR.replace(b"1903", b"1904"), "bridge.txt": None}
BEFORE = {"sub/harbour.txt": HARBOUR, "bridge.txt": BRIDGE}


class Killed(BaseException):
    """The program ends here."""
