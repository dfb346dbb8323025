"""The event page, put together from its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from digest.language import N_
from digest.model import Reuse
from digest.pages.accounts import accounts, witnesses
from digest.pages.chronology import dated, days
from digest.pages.coverage import only_one, overlaps, quoted, topic_groups
from digest.pages.differences import FINER, differences, kinds, outlets
from digest.pages.edition import Edition, tally
from digest.pages.linked_data import linked_data
from digest.pages.outline import spoken
from digest.pages.picture import picture
from digest.pages.utterances import differ, utterances
from digest.pages.views import EventPage, Maker, SharedText, Tally, TopicRow

_MOST_SHARED_PASSAGES = 5


def event_page(edition: Edition, rows: Sequence[TopicRow]) -> EventPage:
    """What the page of an event shows, in its order."""
    event = edition.comparison.event
    found = differences(edition)
    told = tuple(d for d in found if d.severity != FINER)
    remarks = utterances(edition)
    found_days = dated(edition)
    found_witnesses = witnesses(edition)
    return EventPage(
        title=event.title,
        date=edition.language.date(event.date, "full"),
        iso_date=event.date.isoformat() if event.date else "",
        place=event.place or "",
        tallies=_tallies(edition, sum(d.kind != "quote-wording" for d in told), sum(map(differ, remarks))),
        witnesses=found_witnesses,
        differences=told,
        finer=tuple(d for d in found if d.severity == FINER),
        kinds=kinds(told, edition.language),
        outlets=outlets(told, edition),
        utterances=tuple(u for u in remarks if differ(u)),
        alike=tuple(u for u in remarks if not differ(u)),
        topics=topic_groups(rows, len(event.accounts), edition.language),
        overlaps=overlaps(found_witnesses, rows),
        quoted=quoted(edition),
        days=days(found_days, edition),
        picture=picture(found_days, edition),
        only_one=only_one(edition, rows),
        shared=_shared(edition),
        accounts=accounts(edition),
        makers=_makers(edition),
        linked_data=linked_data(event),
    )


def _tallies(edition: Edition, told: int, versions: int) -> tuple[Tally, ...]:
    """The counts of an event; independent accounts are told only if there are fewer of them."""
    comparison = edition.comparison
    event = comparison.event
    witnesses = len(comparison.collation.witnesses)
    said = sum(1 for account in event.accounts for _ in spoken(account))
    found = [
        tally(edition.language, len(event.accounts), "account", "accounts", "accounts"),
        tally(edition.language, witnesses, "independent", "independent", "shared"),
        tally(edition.language, said, "quotation", "quotations", "quoted"),
        tally(edition.language, versions, "in more than one version", "in more than one version", "utterances"),
        tally(edition.language, told, "fact told differently", "facts told differently", "differences"),
    ]
    if not versions:
        del found[3]
    if witnesses == len(event.accounts):
        del found[1]
    return tuple(found)


def _shared(edition: Edition) -> tuple[SharedText, ...]:
    found = sorted(edition.comparison.collation.reuse, key=lambda reuse: (-reuse.share, reuse.articles))
    return tuple(_shared_text(reuse, edition) for reuse in found)


def _shared_text(reuse: Reuse, edition: Edition) -> SharedText:
    longest = sorted(reuse.passages, key=lambda pair: pair[0].start - pair[0].end)[:_MOST_SHARED_PASSAGES]
    return SharedText(
        first=edition.sigla[reuse.articles[0]],
        second=edition.sigla[reuse.articles[1]],
        percent=round(100 * reuse.share),
        origin=reuse.origin or "",
        passages=tuple((edition.cite(first), edition.cite(second)) for first, second in longest),
    )


def _makers(edition: Edition) -> tuple[Maker, ...]:
    """The plugins whose work is on the page."""
    often = Counter(_work(edition))
    return tuple(
        Maker(plugin=plugin, number=number, work=edition.language.gettext(work))
        for (work, plugin), number in sorted(often.items())
    )


def _work(edition: Edition) -> Iterator[tuple[str, str]]:
    comparison = edition.comparison
    for account in comparison.event.accounts:
        yield from ((N_("paragraphs labelled"), block.plugin) for block in account.article.blocks)
        yield from ((N_("quotations found"), quote.plugin) for quote in account.quotes)
        yield from ((N_("facts found"), claim.plugin) for claim in account.claims)
    yield from ((N_("utterances aligned"), alignment.plugin) for alignment in comparison.collation.alignments)
    yield from ((N_("differences found"), discrepancy.plugin) for discrepancy in comparison.discrepancies)
    yield from ((N_("topics found"), topic.plugin) for topic in comparison.topics)
