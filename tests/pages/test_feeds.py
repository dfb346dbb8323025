"""Feeds against what their formats ask for: RFC 4287 for Atom, JSON Feed 1.1."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import msgspec
import pytest
from everypage import write_site

ATOM = "{http://www.w3.org/2005/Atom}"


class Author(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    url: str


class Item(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    url: str
    title: str
    content_text: str
    image: str
    tags: list[str]
    date_published: datetime.datetime | None = None


class Feed(msgspec.Struct, forbid_unknown_fields=True):
    """The fields of JSON Feed 1.1 that the site uses, with what the format asks for."""

    version: Literal["https://jsonfeed.org/version/1.1"]
    title: str
    home_page_url: str
    feed_url: str
    language: str
    authors: list[Author]
    items: list[Item]
    description: str = ""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with events of every kind, of which one has no date and one has a hostile title."""
    return write_site(tmp_path_factory.mktemp("site"), base_url="https://news.example/")


def is_whole(address: str) -> bool:
    return urlsplit(address)[:2] == ("https", "news.example")


def test_json_feeds_have_what_the_format_asks_for(site: Path) -> None:
    """No field is unknown or of another type; addresses are whole and lead to files; ids are unique."""
    feeds = sorted(file for file in site.rglob("*.json") if "data" not in file.parts)
    assert len(feeds) > 3
    for file in feeds:
        feed = msgspec.json.decode(file.read_bytes(), type=Feed)
        assert feed.feed_url == f"https://news.example/{file.relative_to(site).as_posix()}"
        addresses = [feed.home_page_url, *(address for item in feed.items for address in (item.url, item.image))]
        assert all(map(is_whole, addresses))
        assert all((site / urlsplit(address).path[1:]).exists() for address in addresses)
        assert len({item.id for item in feed.items}) == len(feed.items) > 0
        assert all(item.date_published is None or item.date_published.tzinfo for item in feed.items)


def test_atom_feeds_have_what_the_format_asks_for(site: Path) -> None:
    """Feed and entries have one id, title and time each, and a link; the feed has an author and its own address."""
    feeds = sorted(file for file in site.rglob("*.xml") if file.name != "sitemap.xml")
    assert len(feeds) > 3
    for file in feeds:
        assert not feedparser.parse(file.read_bytes()).bozo
        feed = ElementTree.parse(file).getroot()
        assert feed.tag == f"{ATOM}feed"
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        own = feed.find(f"{ATOM}link[@rel='self']")
        assert own is not None
        assert own.get("href") == f"https://news.example/{file.relative_to(site).as_posix()}"
        entries = feed.findall(f"{ATOM}entry")
        for part in (feed, *entries):
            assert [len(part.findall(ATOM + name)) for name in ("id", "title", "updated")] == [1, 1, 1]
            assert is_whole(part.findtext(f"{ATOM}id") or "")
            assert datetime.datetime.fromisoformat(part.findtext(f"{ATOM}updated") or "").tzinfo
            assert len([link for link in part.findall(f"{ATOM}link") if link.get("rel") is None]) == 1
        assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries) > 0
