"""Which quotation marks open, which close, and which are apostrophes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from digest.standard.quotes import extract_quotes
from digest.standard.quotes.marks import find_marked

from digest import Article

CASES = yaml.safe_load((Path(__file__).parents[2] / "fixtures/quotes/marks.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_marked_stretches(case: dict[str, Any], make_article: Callable[..., Article]) -> None:
    """Marks are paired by kind and neighbours; faults are read as what they mean."""
    article = make_article(case["text"])
    assert [article.text[span.start : span.end] for span in find_marked(article)] == case["marked"]


def test_an_unclosed_quotation_says_so(make_article: Callable[..., Article]) -> None:
    """A stretch that no mark closes is told apart from one that is closed."""
    article = make_article("She said “the quay must go.\n“It is old,” she said.")
    assert [span.open_ended for span in find_marked(article)] == [True, False]


def test_a_single_mark_closes_nothing_far_away(make_article: Callable[..., Article]) -> None:
    """A single mark hundreds of characters after an opening one was an apostrophe."""
    near, far = ("‘Twas late. " + "The crew slept on. " * n + "So did the dockers’, it seems." for n in (1, 30))
    assert [len(find_marked(make_article(text))) for text in (near, far)] == [1, 0]


@pytest.mark.parametrize("mark", ["“", '"', "'", "‘", "’", "“x ” ", "he said, ", "A. ", '" "', "''"])
def test_runs_of_marks_are_read(mark: str, make_article: Callable[..., Article]) -> None:
    """Hundreds of marks or attributions in one paragraph give quotations that are not empty, or none."""
    article = make_article(mark * 500)
    assert all(quote.text == article.text[quote.start : quote.end] != "" for quote in extract_quotes(article))
