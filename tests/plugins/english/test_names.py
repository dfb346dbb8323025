"""Entities that an article names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from digest.standard.english.names import find_entities

from digest import Article

CASES = yaml.safe_load((Path(__file__).parents[2] / "fixtures/names/entities.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_entities(case: dict[str, Any], make_article: Callable[..., Article]) -> None:
    """Forms of one name are one entity, with what its titles and appositions tell; common words are none."""
    article = make_article(case["text"], title=case.get("title"))
    entities = {entity.name: entity for entity in find_entities(article)}
    for name, want in case["expect"].items():
        assert name in entities, sorted(entities)
        got = entities[name]
        assert got.kind == want["kind"]
        assert len(got.mentions) == want["count"]
        assert got.gender == want.get("gender", got.gender)
        assert want.get("role") is None or want["role"] in got.roles
    assert not set(case.get("absent", ())) & set(entities)


def test_mentions_are_verbatim(make_article: Callable[..., Article]) -> None:
    """A mention's offsets cut its name out of the text, without title and possessive."""
    article = make_article("Governor Lea Brandt’s plan failed. Brandt's deputy, Mr. Okoro Jr., resigned.")
    mentions = [mention for entity in find_entities(article) for mention in entity.mentions]
    assert sorted(mention.name for mention in mentions) == ["Brandt", "Lea Brandt", "Okoro Jr."]
    assert all(article.text[mention.start : mention.end] == mention.name for mention in mentions)


def test_junk_is_not_read(make_article: Callable[..., Article]) -> None:
    """Names in boilerplate and other stories are not the article's."""
    article = make_article("Lea Brandt resigned.\n[other_story] Read about Otto Winslow of Norland")
    assert [entity.name for entity in find_entities(article)] == ["Lea Brandt"]
