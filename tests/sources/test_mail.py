"""Mails as programs keep them: alone and in archives, coded, quoting each other, broken."""

from __future__ import annotations

import pytest

from bot.sources.formats import mail
from bot.sources.left_out import LeftOut

FIRST = """From: =?utf-8?q?Zo=C3=AB?= Reed <zoe@example.org>
To: Club <club@example.org>
Subject: The mill
 is ours
Date: Mon, 13 Oct 2014 23:47:00 +0000
Message-ID: <1@example.org>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

We bought the caf=C3=A9 in the mill from Bo =
Lund.

>From now on it grinds.

--=20
Zoë
"""
SECOND = """Received: from a by b
From: bo@example.org
Subject: Re: The mill
Date: Tue, 14 Oct 2014 06:47:00 +0000
Content-Type: text/html

<p>It burned.</p>
"""
THIRD = """From: ann@example.org (Ann Holm)
Date: Wed, 15 Oct 2014 06:47:00 +0000
Subject: Re: Re: The mill

On Tuesday bo wrote:
> It burned.

When?
"""
ARCHIVE = "\n".join(
    f"From {sender}@example.org Mon Oct 13 06:47:00 2014\n{message}"
    for sender, message in (("zoe", FIRST), ("bo", SECOND), ("ann", THIRD))
)


def shown(raw: str) -> list[tuple[str, str, str, str, int]]:
    parts = mail.read(raw.encode()).parts
    return [
        (str(part.stamp), part.place.label if part.place else "", part.context, part.text, part.line)
        for part in parts
    ]


def test_a_mail_tells_its_sender_day_and_subject() -> None:
    draft = mail.read(FIRST.encode())

    assert shown(FIRST) == [
        ("2014-10-13", "Zoë Reed", "The mill is ours", "We bought the café in the mill from Bo Lund.", 10),
        ("2014-10-13", "Zoë Reed", "The mill is ours", "From now on it grinds.", 12),
    ]
    assert (draft.facts.title, draft.facts.author) == ("The mill is ours", "Zoë Reed")
    assert str(draft.facts.published) == "2014-10-13"


def test_an_archive_holds_each_message_without_what_it_quotes() -> None:
    draft = mail.read(ARCHIVE.encode())

    assert [row[:4] for row in shown(ARCHIVE)[2:]] == [
        ("2014-10-14", "bo@example.org", "Re: The mill", "It burned."),
        ("2014-10-15", "Ann Holm", "Re: Re: The mill", "When?"),
    ]
    assert draft.facts.title is None
    assert draft.left_out[LeftOut.QUOTATIONS] > 20
    assert [ARCHIVE.split("\n")[row[4] - 1] for row in shown(ARCHIVE)[2:]] == ["<p>It burned.</p>", "When?"]


def test_a_mail_that_cannot_be_read_costs_itself_alone() -> None:
    draft = mail.read(ARCHIVE.replace("Tue, 14 Oct 2014", "Soon").encode())

    assert [part.text for part in draft.parts][2:] == ["When?"]
    assert [ARCHIVE.split("\n")[remark.line - 1] for remark in draft.remarks] == ["Received: from a by b"]


@pytest.mark.parametrize(
    ("text", "is_mail"),
    [
        (FIRST, True),
        (ARCHIVE, True),
        (THIRD, False),  # a letter in a text, as people write it
        ("Title: Mills\nDate: 2014\n\nText.", False),
        ("From 1903 to 1914 it ran.", False),
        ("", False),
    ],
)
def test_only_programs_write_such_heads(text: str, is_mail: bool) -> None:
    assert mail.is_mail(text.encode()) is is_mail
