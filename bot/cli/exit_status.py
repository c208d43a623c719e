"""What a command's exit status says."""

from __future__ import annotations

DONE = ANSWERED = 0
REFUSED = 1  # or something that `check` found
MISTAKE = 2  # in the call, the settings, the documents or the data folder: something has to be put right
START_AGAIN = 3  # the bot ended itself, and starting it again may cure that
INTERRUPTED = 130  # by Ctrl-C, as shells count
