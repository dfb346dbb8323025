"""Why two accounts are in one event or in two, in plain words."""

from __future__ import annotations

import datetime

from digest.standard.events import explain_grouping

FERRY = "Ferry Alma aground\nThe ferry Alma ran aground off Helmsund on Monday, harbour master Kaisa Aalto said.\n"
AGAIN = "Alma stuck off Helmsund\nThe ferry Alma was aground on Monday, said Kaisa Aalto, the harbour master there.\n"
FAIR = "Fair opens in Torvik\nThe book fair opened in Torvik on Monday with readings by young authors of verse.\n"
DAY, MONTHS_LATER = datetime.date(2024, 5, 6), datetime.date(2024, 9, 2)


def reasons(tell, *texts: tuple[str, datetime.date | None]) -> list[str]:
    """Why the first two of some accounts, of texts and dates, are together or apart."""
    accounts = [tell(f"a{number}", text, date) for number, (text, date) in enumerate(texts)]
    return explain_grouping(accounts[0], accounts[1], accounts)


def test_two_accounts_of_one_event(tell):
    """What they share is named as it is printed, the names first; then days and likeness."""
    names, _, days, judged = reasons(tell, (FERRY, DAY), (AGAIN, DAY))
    assert names.startswith("They share the names ")
    assert {"Alma", "Helmsund", "Aalto"} <= set(names.removesuffix(".").replace(",", "").split())
    assert days == "The day of the event: 2024-05-06 in the first, 2024-05-06 in the second."
    assert judged.endswith(" is needed with these days.")


def test_two_accounts_that_share_nothing(tell):
    """That nothing is shared is said, too."""
    names, words, _, judged = reasons(tell, (FERRY, DAY), (FAIR, DAY))
    assert names == "They share no names that tell events apart."
    assert words == "They share no other words that tell events apart."
    assert judged == "Their likeness is 0.00 of 1, but next to nothing of it lies in names, which rules out one event."


def test_days_far_apart(tell):
    """How many days lie between is counted."""
    days, judged = reasons(tell, (FERRY, DAY), (AGAIN, MONTHS_LATER))[-2:]
    assert days == "The day of the event: 2024-05-06 in the first, 2024-09-02 in the second, 119 apart."
    assert judged.endswith("but what they say of the day rules out one event.")


def test_an_account_without_a_day(tell):
    """A day that nobody gives is unknown."""
    text = "Alma aground off Helmsund\nThe ferry Alma is aground, said Kaisa Aalto.\n"
    days = reasons(tell, (text, None), (FERRY, DAY))[-2]
    assert days == "The day of the event: unknown in the first, 2024-05-06 in the second."
