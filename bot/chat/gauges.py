"""What `/healthz` and `/metrics` say of the chat; any thread may ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.chat.services import Services


def levels(services: Services) -> dict[str, float]:
    """How full things are, by name: numbers, and the age of the library in seconds once it is known."""
    library, today, age = services.live.current, services.activity.figures, services.live.age
    numbers = {
        "documents": float(len(library.documents)),
        "passages": float(len(library.passages)),
        "waiting": float(len(services.store.inbox)),
        "answered_today": float(today.answered),
        "refused_today": float(today.refused),
        "votes_up_today": float(today.up),
        "votes_down_today": float(today.down),
    }
    return numbers if age is None else numbers | {"library_age_seconds": age}


def counts(services: Services) -> dict[tuple[str, str], float]:
    """How often things happened since the start, by name and outcome."""
    messages = {("messages", outcome): n for outcome, n in list(services.outbox.counts.items())}
    questions = {("questions", str(outcome)): n for outcome, n in list(services.activity.counts.items())}
    return {name: float(number) for name, number in (messages | questions).items()}
