"""What is shown of a passage: whole sentences around the one that answers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sentences import sentences

LONGEST = 1_000  # characters; Telegram slows bots down that send groups more than about 500 again and again


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a passage, text[start:end]; whether it leaves out something before it and behind it."""

    start: int
    end: int
    cut_before: bool
    cut_after: bool


def excerpt(text: str, sentence: tuple[int, int] | None, longest: int = LONGEST) -> Excerpt:
    """A short passage as it is; of a long one the sentences around `sentence`, up to `longest` characters."""
    if len(text) <= longest:
        return Excerpt(0, len(text), cut_before=False, cut_after=False)
    spans = sentences(text) or [(0, len(text))]
    first = last = next((n for n, (_, end) in enumerate(spans) if sentence and end > sentence[0]), 0)
    if sentence:
        last = next((n for n in range(first, len(spans)) if spans[n][1] >= sentence[1]), first)
    grows = True
    while grows:  # by one sentence on either side as long as they fit
        grows = False
        if last + 1 < len(spans) and spans[last + 1][1] - spans[first][0] <= longest:
            last, grows = last + 1, True
        if first and spans[last][1] - spans[first - 1][0] <= longest:
            first, grows = first - 1, True
    start, end = spans[first][0], _within(text, spans[first][0], spans[last][1], longest)
    return Excerpt(start, end, cut_before=start > spans[0][0], cut_after=end < spans[-1][1])


def _within(text: str, start: int, end: int, longest: int) -> int:
    """Where to end, for a sentence that alone is too long: between two of its words."""
    if end - start <= longest:
        return end
    space = text.rfind(" ", start + longest // 2, start + longest)
    return space if space > 0 else start + longest
