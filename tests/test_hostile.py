"""Hostile text through the whole analysis: no plugin may stop a build because of what an article says."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.annotate import annotate, extract
from digest.compare import compare
from digest.config import Site
from digest.errors import ContentError
from digest.group import group
from digest.model import Account, Article, Block, Claim, Event, Quote, Source
from digest.plugins import Host
from digest.read import read

SENTENCES = (
    "“Nobody was hurt,” harbour master Kaisa Aalto said on Monday.",
    "The ferry Alma ran aground with 140 passengers on board.",
    "About 150 passengers waited for more than five hours, she said.",
    "HELMSUND, May 6 (Coast Agency) —",
    "“We were lucky. “It could have been worse,",
    "Mr. Aalto, 41, denied that the ferry cost $3.5 million.",
    "According to Sundlinjen, tickets worth €12,000 were refunded on the 7th.",
    "PREV Harbour closed NEXT",
    "'It's the dockers' night,' said Timo Lund.",
)
PIECES = st.one_of(
    st.sampled_from(SENTENCES),
    st.sampled_from(list("“”\"‘’'«»„‟「」()[]—–-…:;,.?!$€£%0123456789\n\t\u200b\u202e\u00a0😀é中")),
    st.sampled_from(["said", "Mr.", " ", "\n\n", "on", "the", "26th", "half", "a dozen", "U.S.", "”,", ".”"]),
    st.text(max_size=12),
)
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map("".join)
FIXTURES = Path(__file__).parent / "fixtures"
# Texts with all that is looked for in a sentence.
FULL = [
    case["text"]
    for name in ("quotes/indirect", "quotes/speakers", "claims/claims", "names/entities")
    for case in yaml.safe_load((FIXTURES / f"{name}.yaml").read_text("utf-8"))
]
SETTINGS = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def host(tmp_path_factory) -> Host:
    root: Path = tmp_path_factory.mktemp("site")
    return Host(Site(root=root, content=root / "content", output=root / "public"))


def accounts(texts: list[str], host: Host):
    """The accounts of texts, without those that hold no article."""
    for number, text in enumerate(texts):
        try:
            for document in read(Source(f"{number}.txt", text.encode("utf-8", "replace")), host):
                yield annotate(document, f"article-{number}", host)
        except ContentError:
            continue


def events(found: list[Account], host: Host) -> Iterator[Event]:
    """The events that accounts tell of."""
    by_id = {account.id: account for account in found}
    for one in group(list(by_id), found, host):
        yield one.event(tuple(by_id[name] for name in one.accounts))


@SETTINGS
@given(texts=st.lists(TEXTS, min_size=1, max_size=3))
def test_any_text_is_analysed_or_set_aside(host, texts):
    """Broken marks, control characters and cut sentences lead to annotations that hold, or to a message."""
    found = list(accounts(texts, host))
    for event in events(found, host):
        compare(event, host)
    if found:
        compare(Event(id="event", title="Event", date=None, place=None, accounts=tuple(found)), host)


def test_a_sentence_may_break_off_anywhere(host):
    """A headline or a teaser that ends after any word, or begins with any, is read like a whole sentence."""
    for text in FULL:
        words = text.split()[:25]
        pieces = [*(words[:at] for at in range(1, len(words) + 1)), *(words[at:] for at in range(1, len(words)))]
        page = "Ferry late\n\n" + "\n\n".join(map(" ".join, pieces))
        [document] = read(Source("pieces.txt", page.encode()), host)
        blocks = tuple(Block(p.start, p.end, "body", p.line, "test") for p in document.paragraphs)
        article = Article("pieces", document, blocks, document.metadata)
        extract("extract_quotes", Quote, article, host)
        extract("extract_claims", Claim, article, host)


MARKUP = st.one_of(
    st.sampled_from(
        ("<html><body><article><p>", "</p>", "<p>", "<rss><channel><item>", "<feed><entry>", "</", "<![CDATA[")
    ),
    st.sampled_from(
        ("---\n", "title: ", "published: 2031-13-45\n", "- &a [*a]\n", "```\n", "# ", "> " * 40, "[" * 200)
    ),
    st.sampled_from(
        ("&lt;", "&#x202e;", "&#0;", "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;", "<?xml encoding='utf-7'?>", "\0", "\ufeff")
    ),
    PIECES,
)
FILES = st.one_of(
    st.binary(max_size=300), st.lists(MARKUP, max_size=30).map(lambda parts: "".join(parts).encode("utf-8", "replace"))
)


@SETTINGS
@given(data=FILES, suffix=st.sampled_from(("txt", "md", "html", "xml", "rss", "atom")))
def test_any_file_is_read_or_set_aside(host, data, suffix):
    """Whatever bytes a file has, its reader gives articles or says what is wrong."""
    try:
        for document in read(Source(f"a.{suffix}", data), host):
            annotate(document, "a", host)
    except ContentError:
        return


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", "<div>" * 100_000 + "<p>The ferry was late on Monday, its master said.</p>"),
        ("a.html", "<p>" + "<b>" * 50_000 + "The ferry was late on Monday, its master said."),
        ("a.md", "> " * 50_000 + "The ferry was late."),
        ("a.md", "- " * 20_000 + "The ferry was late."),
        ("a.md", "[" * 50_000 + "The ferry was late."),
        ("a.md", "---\na: " + "[" * 50_000 + "\n---\nThe ferry was late."),
        ("a.md", "---\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)) + "---\nThe ferry."),
        ("a.xml", "<rss><channel>" + "<item>" * 50_000),
        (
            "a.xml",
            "<!DOCTYPE r [<!ENTITY a 'xxxxxxxxxx'>"
            + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(20))
            + "]><rss version='2.0'><channel><item><title>&u;</title></item></channel></rss>",
        ),
        (
            "a.xml",
            "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&a;</title></item></rss>",
        ),
    ],
    ids=lambda value: str(value)[:12],
)
def test_nesting_and_entities_have_limits(host, name, data):
    """What nests or grows without end, or reaches for other files, is read in part or set aside, and soon."""
    try:
        found = read(Source(name, data.encode()), host)
    except ContentError:
        return
    assert sum(len(document.text) for document in found) < 2 * len(data)
    assert not any("root:" in document.text for document in found)


@pytest.mark.parametrize("marks", ["‘’", "“”", "““””", "«»", '""', "“ ”", "„“"])
def test_marks_around_nothing_are_no_quotation(host, marks):
    """Empty quotation marks are passed over."""
    text = f"Ferry late\n\nThe master said {marks} and left the quay in Helmsund before the tugs came in on Monday.\n"
    (account,) = accounts([text], host)
    assert [quote.text for quote in account.quotes if not quote.text.strip()] == []


DATES = ("31 December 9999", "1 January 0001", "30 February 2024", "31 June", "0001-01-01", "December 9999", "in 9999")
SHIFTS = ("next week", "two weeks later", "900 years ago", "99999999 days ago", "last Monday", "in 80,000 months")


@pytest.mark.parametrize("published", ["", "---\npublished: 0001-01-01\n---\n", "---\npublished: 9999-12-31\n---\n"])
def test_days_that_are_none_are_passed_over(host, published):
    """A slip or a joke in a date, even at the ends of the calendar, stops nothing."""
    texts = [
        f"{published}Ferry late\n\nHELMSUND — The ferry sank on {day} with {number} people, and {shift} it was found.\n"
        for number in (12, 14)
        for day in DATES
        for shift in SHIFTS
    ]
    found = [
        annotate(document, f"a-{number}", host)
        for number, text in enumerate(texts)
        for document in read(Source("a.md", text.encode()), host)
    ]
    for event in events(found, host):
        compare(event, host)
    compare(Event(id="event", title="Event", date=None, place=None, accounts=tuple(found)), host)


LEAD = "Ferry late\n\nThe master of the ferry said on Monday that the ship was late and nobody was hurt by it.\n\n"
SYLLABLES = ("ka", "lo", "mi", "ne", "ru", "ta", "vo", "si", "pe", "du")
WORST = (
    "Aa ",
    "“a”",
    " a1a",
    "“",
    '"a" said B. ',
    "a said “",
    "(",
    "- ",
    "1, ",
    "five and ",
    "on Monday ",
    "Mr. A. ",
    "By ",
    "a\n",
    "Aa bb cc dd ee\n",
)


@pytest.mark.parametrize("piece", WORST)
def test_work_grows_with_the_text_and_no_faster(host, piece):
    """A text of one piece again and again takes about four times the work when it is four times as long."""
    _grows_no_faster([(piece, 1_500), (piece, 6_000)], host)


def _grows_no_faster(texts, host):
    """Assert that the second text, each of a piece up to a length, takes about four times the work of the first."""
    short, long = (_calls(lambda piece=piece, size=size: _analyse(piece, size, host)) for piece, size in texts)
    assert long < 7 * short


def test_work_grows_with_the_dates_and_no_faster(host):
    """A chronicle of four times as many days takes about four times the work."""
    chronicle = [f"It sailed on {10 + number % 18} May {1500 + number}. " for number in range(300)]
    texts = ("".join(chronicle[:75]), "".join(chronicle))
    _grows_no_faster([(text, len(text)) for text in texts], host)


NAMED = (
    "Kaisa {} was late at the quay.",
    "{} Aalto was late at the quay.",
    "“It was late again,” said Kaisa {}.\n\n",
    "- {} of the list\n",
)


@pytest.mark.parametrize("piece", NAMED)
def test_work_grows_with_the_names_and_no_faster(host, piece):
    """A list of four times as many names with one word in common takes about four times the work."""
    names = ["".join(SYLLABLES[int(digit)] for digit in f"{number:03}").capitalize() for number in range(400)]
    texts = [" ".join(map(piece.format, some)) for some in (names[:100], names)]
    _grows_no_faster([(text, len(text)) for text in texts], host)


def _analyse(piece: str, size: int, host: Host) -> None:
    for event in events(list(accounts([LEAD + piece * (size // len(piece))], host)), host):
        compare(event, host)


def _calls(work: Callable[[], None]) -> int:
    """How many functions are called: a measure of work that no clock and no neighbour disturbs."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls
