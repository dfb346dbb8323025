"""An event of two accounts with one finding of each kind, for the tests of tables and their files."""

from collections.abc import Iterator, Mapping, Sequence

from digest import export
from digest.model import (
    Account,
    Alignment,
    Article,
    Block,
    Claim,
    Collation,
    Comparison,
    Discrepancy,
    Document,
    Event,
    Member,
    Metadata,
    Paragraph,
    Quote,
    Reading,
    Reuse,
    Statement,
    Topic,
)
from digest.plugins import LoadedPlugin

PLUGINS = (LoadedPlugin("claims", "standard", "plugins/claims.py", ("extract_claims",), False, (), "0.1.0"),)
TEXT = "“Late,” said Kaisa Aalto at 5 p.m."


def account(name: str) -> Account:
    document = Document(path=f"{name}.txt", text=TEXT, paragraphs=(Paragraph(0, len(TEXT), 1),))
    article = Article(name, document, (Block(0, len(TEXT), "body", 1, "prose"),), Metadata(outlet="Harbour News"))
    quote = Quote(
        name, 1, 6, "Late,", kind="direct", speaker="Kaisa Aalto", cue=(13, 24), verb=(8, 12), utterance=1, rule="r"
    )
    claim = Claim(name, 28, 34, "5 p.m.", kind="date", value="T17:00", sentence=(0, len(TEXT)), rule="r")
    return Account(article, (quote,), (claim,))


def comparison() -> Comparison:
    event = Event(id="ferry", title="Ferry late", date=None, place=None, accounts=(account("b"), account("a")))
    members = tuple(Member(name, 1, 6, "Late,", quote=f"{name}-q1") for name in ("a", "b"))
    readings = tuple(Reading(name, 28, 34, "5 p.m.", value="17:00") for name in ("a", "b"))
    difference = Discrepancy(
        kind="date", severity="imprecision", confidence=0.5, summary="s", explanation="e", readings=readings, rule="r"
    )
    alignment = Alignment(speaker="Kaisa Aalto", label="late", members=members, rule="r")
    topic = Topic(name="Kaisa Aalto", evidence=(event.accounts[1].article.passage(13, 24),), rule="r")
    late = tuple(found.article.passage(1, 6) for found in event.accounts)
    statement = Statement(kind="quotation", text="Late", speaker="Kaisa Aalto", evidence=late, rule="r")
    named = (event.accounts[1].article.passage(13, 24), event.accounts[0].article.passage(13, 24))
    reuse = Reuse(articles=("a", "b"), share=0.1, passages=(named,), rule="r")
    return Comparison(Collation(event, (), (alignment,), (reuse,)), (difference,), (topic,), (statement,))


def found() -> list[dict[str, bytes]]:
    return [export.beginnings(PLUGINS), export.parts(comparison())]


def files(found: Sequence[Mapping[str, bytes]], formats: Sequence[export.Format] = export.FORMATS) -> dict[str, bytes]:
    """All files of an export by their names."""

    def parts(name: str) -> Iterator[bytes]:
        return (each.get(name, b"") for each in found)

    made = {name: export.file(name, parts) for name in export.names(formats)}
    return {export.DATAPACKAGE: export.datapackage(formats), **made}
