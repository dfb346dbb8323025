"""Which language a text is in."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from digest.standard.languages import language_of

SENTENCES = yaml.safe_load((Path(__file__).parents[1] / "fixtures" / "languages.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", SENTENCES)
def test_sentence(language):
    """A sentence of some twenty words is enough."""
    assert language_of(SENTENCES[language]) == language


@pytest.mark.parametrize(
    "text",
    ["", "Holm", "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor", "1 2 3 " * 50],
)
def test_unknown(text):
    """Too little text, or none of the known languages, gives none."""
    assert language_of(text) is None


def test_foreign_words_in_a_text():
    """A name in another script doesn't change the language."""
    assert language_of(SENTENCES["en"] * 3 + " 市长") == "en"
