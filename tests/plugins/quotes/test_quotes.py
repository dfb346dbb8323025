"""Quotations with their speakers, in whole articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from digest.standard.quotes import extract_quotes

from digest import Article, Quote

FIXTURES = Path(__file__).parents[2] / "fixtures/quotes"
SPEAKERS = yaml.safe_load((FIXTURES / "speakers.yaml").read_text(encoding="utf-8"))
INDIRECT = yaml.safe_load((FIXTURES / "indirect.yaml").read_text(encoding="utf-8"))


def passage(article: Article, span: tuple[int, int] | None) -> str | None:
    return article.text[span[0] : span[1]] if span else None


def shown(article: Article, quote: Quote) -> list[Any]:
    return [quote.text, quote.speaker, quote.kind, passage(article, quote.cue), passage(article, quote.verb)]


@pytest.mark.parametrize("case", SPEAKERS, ids=lambda case: case["name"])
def test_quotations_have_their_speakers(case: dict[str, Any], make_article: Callable[..., Article]) -> None:
    """A quotation's words, speaker, kind, cue and verb are found; the case says as much of it as matters."""
    article = make_article(case["text"], title=case.get("title"))
    quotes = [quote for quote in extract_quotes(article) if quote.kind != "indirect"]
    found = [shown(article, quote) for quote in quotes]
    assert [row[: len(want)] for row, want in zip(found, case["quotes"], strict=False)] == case["quotes"]
    assert len(found) == len(case["quotes"])
    if "utterances" in case:
        groups: dict[int | None, list[int]] = {}
        for i, quote in enumerate(quotes):
            groups.setdefault(quote.utterance, []).append(i)
        assert list(groups.values()) == case["utterances"]


@pytest.mark.parametrize("case", INDIRECT, ids=lambda case: case["text"])
def test_reported_speech_without_marks(case: dict[str, Any], make_article: Callable[..., Article]) -> None:
    """The clause or phrase that is reported is cut out, with its speaker; what nobody said is not."""
    article = make_article(case["text"])
    found = {quote.text: quote.speaker for quote in extract_quotes(article) if quote.kind == "indirect"}
    assert found == case["reported"]


@pytest.mark.parametrize("case", SPEAKERS, ids=lambda case: case["name"])
def test_quotes_are_verbatim_and_in_order(case: dict[str, Any], make_article: Callable[..., Article]) -> None:
    """Every quote, cue and verb is a piece of the text, and quotes come in the order of the text."""
    article = make_article(case["text"], title=case.get("title"))
    quotes = list(extract_quotes(article))
    assert all(quote.text == article.text[quote.start : quote.end] for quote in quotes)
    spans = [span for quote in quotes for span in (quote.cue, quote.verb) if span]
    assert all(article.text[start:end].strip() == article.text[start:end] != "" for start, end in spans)
    assert [quote.start for quote in quotes] == sorted(quote.start for quote in quotes)
    assert len({quote.id for quote in quotes}) == len(quotes)


def test_an_article_without_blocks_has_no_quotes(make_article: Callable[..., Article]) -> None:
    """An empty article is no error."""
    assert list(extract_quotes(make_article(""))) == []
