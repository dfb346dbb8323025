"""What is for machines: search index, feed, sitemap, linked data."""

from __future__ import annotations

import json
from operator import itemgetter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import msgspec
import pytest
from layouts import edition_of, laid_out

from digest.config import Site
from digest.model import Comparison
from digest.pages.differences import differences
from digest.pages.linked_data import event_data
from digest.render import environment, render
from digest.theme import load_theme

HOSTILE = "</script>]]>&<b>"


@pytest.fixture
def files(site: Site, ferries: Comparison) -> dict[str, str]:
    """The rendered pages of a site with an address; the event's title tries to be markup."""
    event = msgspec.structs.replace(ferries.event, title=f"Ferries {HOSTILE}")
    comparison = msgspec.structs.replace(ferries, collation=msgspec.structs.replace(ferries.collation, event=event))
    site = msgspec.structs.replace(site, title=f"News {HOSTILE}", base_url="https://news.example/compared/")
    env = environment(load_theme("broadsheet", Path()), site)
    return {page.url: render(page, env) for page in laid_out([comparison], site)}


def test_the_feed_is_valid_atom(files: dict[str, str]) -> None:
    """A feed reader reads the feed without complaint and finds the event with its address and day."""
    feed = feedparser.parse(files["feed.xml"])
    assert not feed.bozo
    assert feed.feed.title == f"News {HOSTILE}"
    (entry,) = feed.entries
    assert entry.title == f"Ferries {HOSTILE}"
    assert entry.link == "https://news.example/compared/events/ferries-2031.html"
    assert entry.updated == "2031-03-14T00:00:00Z"
    assert "3 facts told differently" in entry.summary


def test_the_json_feed_has_the_same(files: dict[str, str]) -> None:
    """Whole addresses, the event's day and counts; what JSON Feed 1.1 asks for is there."""
    feed = json.loads(files["feed.json"])
    assert (feed["version"], feed["title"]) == ("https://jsonfeed.org/version/1.1", f"News {HOSTILE}")
    assert feed["feed_url"] == "https://news.example/compared/feed.json"
    (item,) = feed["items"]
    assert item["id"] == item["url"] == "https://news.example/compared/events/ferries-2031.html"
    assert item["title"] == f"Ferries {HOSTILE}"
    assert item["date_published"] == "2031-03-14T00:00:00Z"
    assert "3 facts told differently" in item["content_text"]


def test_outlets_and_people_have_feeds(files: dict[str, str]) -> None:
    """Each in both formats, about its page, which names them."""
    feed = feedparser.parse(files["outlets/northern-wire.xml"])
    assert not feed.bozo
    assert feed.feed.title == f"Northern Wire – News {HOSTILE}"
    assert feed.feed.link == "https://news.example/compared/outlets/northern-wire.html"
    assert [entry.link for entry in feed.entries] == ["https://news.example/compared/events/ferries-2031.html"]
    assert json.loads(files["people/aldo-verrin.json"])["home_page_url"].endswith("/people/aldo-verrin.html")
    assert 'href="https://news.example/compared/people/aldo-verrin.json"' in files["people/aldo-verrin.html"]


def test_an_event_has_a_card(files: dict[str, str]) -> None:
    """A picture with the title in lines and all sigla, which the page names for those who share it."""
    card = ElementTree.fromstring(files["events/ferries-2031.svg"])
    texts = ["".join(element.itertext()) for element in card.iterfind("{*}text")]
    assert f"Ferries {HOSTILE}" in texts
    assert [text for text in texts if len(text) <= 2] == ["H", "N", "D", "1"]
    html = files["events/ferries-2031.html"]
    assert '<meta property="og:image" content="https://news.example/compared/events/ferries-2031.svg">' in html


def test_the_sitemap_has_every_page(files: dict[str, str]) -> None:
    """All pages but that for missing addresses."""
    tree = ElementTree.fromstring(files["sitemap.xml"].encode())
    found = {
        (element.text or "").removeprefix("https://news.example/compared/") for element in tree.iterfind(".//{*}loc")
    }
    assert found == {url for url in files if url.endswith(".html")} - {"404.html"}


def test_a_site_without_an_address_has_no_feed(site: Site, ferries: Comparison) -> None:
    """Feeds and sitemaps need whole addresses."""
    urls = {page.url for page in laid_out([ferries], site)}
    assert not [url for url in urls if url.endswith((".xml", ".json", ".svg"))]


def test_the_index_finds_people_outlets_events_and_words(files: dict[str, str]) -> None:
    """Each entry is kind, title, address, more."""
    entries = json.loads(files["search-index.js"].removeprefix("globalThis.searchIndex = ").removesuffix(";\n"))
    assert ["person", "Aldo Verrin", "people/aldo-verrin.html", "Verrin"] in entries
    assert ["outlet", "Northern Wire", "outlets/northern-wire.html", ""] in entries
    kinds = {kind: sum(entry[0] == kind for entry in entries) for kind in ("event", "quotation")}
    assert kinds == {"event": 1, "quotation": 12}
    quotation = next(entry for entry in entries if entry[1].startswith("Nobody on my bridge"))
    assert quotation[2].startswith("people/mette-arnholt.html#m-")
    assert quotation[3] == "Mette Arnholt, Harbour Gazette"


def test_linked_data_cannot_leave_its_element(files: dict[str, str]) -> None:
    """What stands in the page as data is the event, whatever its title tries."""
    html = files["events/ferries-2031.html"]
    data = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    event: dict[str, Any] = json.loads(data)
    assert event["name"] == f"Ferries {HOSTILE}"
    about = event["subjectOf"]
    assert [article["@type"] for article in about[:4]] == ["NewsArticle"] * 4
    assert {f'id="{article["@id"][1:]}"' in html for article in about[:4]} == {True}


def test_quotations_are_data_on_the_speakers_page(files: dict[str, str]) -> None:
    """Each with its words, its speaker and the account it is part of, by their addresses."""
    html = files["people/mette-arnholt.html"]
    graph = json.loads(html.partition('<script type="application/ld+json">')[2].partition("</script>")[0])["@graph"]
    first = next(quotation for quotation in graph if quotation["text"].startswith("Nobody on my bridge"))
    assert (first["@type"], first["spokenByCharacter"]) == ("Quotation", {"name": "Mette Arnholt"})
    assert f'id="{first["@id"][1:]}"' in html
    page, _, account = first["isPartOf"]["@id"].removeprefix("../").partition("#")
    assert f'id="{account}"' in files[page]


def test_differences_are_claims(ferries: Comparison) -> None:
    """Each value is a claim with the articles that it appears in; wordings of quotations are none."""
    edition = edition_of(ferries)
    data = event_data(edition, differences(edition))["subjectOf"]
    claims = [about for about in data if about["@type"] == "Claim"]
    assert {(claim["name"], claim["text"]) for claim in claims if "closed" in claim["name"]} == {
        ("How long the harbour was closed", "five hours"),
        ("How long the harbour was closed", "more than six hours"),
    }
    six = next(claim for claim in claims if claim["text"] == "more than six hours")
    outlets = [
        article["publisher"]["name"]
        for article in data
        if article.get("@id") in map(itemgetter("@id"), six["appearance"])
    ]
    assert outlets == ["Northern Wire", "The Daily Lantern"]
    assert "Verrin on the inquiry" not in {claim["name"] for claim in claims}


def test_linked_data_leaves_out_what_is_unknown(ferries: Comparison) -> None:
    """No empty values, and no address that is none."""
    articles = event_data(edition_of(ferries), ())["subjectOf"]
    assert articles[0]["url"] == "https://gazette.example/ferries"
    assert "url" not in articles[2]
    assert articles[3].keys() == {"@type", "@id", "headline", "inLanguage"}
