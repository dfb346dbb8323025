"""The sentence that says who gives what."""

import pytest

from plugins.discrepancies.readings import reading_at, who_gives_what


@pytest.mark.parametrize(
    ("outlets", "sentence"),
    [
        ("a", "Post gives 43, A gives 40."),
        ("abcd", "Post gives 43, A, B, C and D give 40."),
        ("abcdef", "Post gives 43, A, B, C and 3 more give 40."),
    ],
)
def test_outlets_are_named_or_counted(collate, outlets, sentence):
    """Up to four outlets are named; of more the first three, and how many there are besides."""
    event = collate({"post": "Storm\n\nSome 43 hurt.", **dict.fromkeys(outlets, "Storm\n\nSome 40 hurt.")}).event
    texts = [account.article.text for account in event.accounts]
    readings = [
        reading_at(account.article, text.index("4"), text.index("4") + 2, text[text.index("4") :][:2])
        for account, text in zip(event.accounts, texts, strict=True)
    ]
    assert who_gives_what(event, readings) == sentence
