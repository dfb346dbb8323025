"""An event with a siglum for each account, able to cite any passage of it."""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property, lru_cache

import msgspec

from digest.language import ENGLISH, Language
from digest.model import JUNK, UNNAMED, Alignment, Article, Block, Comparison, Passage
from digest.pages.directory import Directory, sigla_of
from digest.pages.views.shared import Citation, Siglum, Tally
from digest.text import sentences_of

# Sentences with more than this around the words that are cited are cut to so much on either side.
_LONGEST_CONTEXT = 400
_CONTEXT = 180


class Edition(msgspec.Struct, frozen=True, dict=True):
    """A comparison, the site's directory and its language: all that the parts of an event's page are made from."""

    comparison: Comparison
    directory: Directory
    language: Language = ENGLISH

    @property
    def url(self) -> str:
        """The address of the event's page."""
        return self.directory.events[self.comparison.event.id]

    @cached_property
    def sigla(self) -> dict[str, Siglum]:
        """The siglum of each account by its article's id, in the order of the accounts."""
        event = self.comparison.event
        outlets = [event.outlet(account.id) for account in event.accounts]
        return {
            account.id: Siglum(
                letters=letters,
                colour=self.directory.colours[outlet],
                outlet=account.article.outlet or outlet.replace(UNNAMED, self.language.gettext("Unnamed outlet")),
                account=f"w-{_short(account.id)}",
            )
            for account, outlet, letters in zip(
                event.accounts, outlets, sigla_of(outlets, self.directory.letters), strict=True
            )
        }

    @cached_property
    def alignments(self) -> tuple[Alignment, ...]:
        """The alignments to show: all but those of an account that only says the same words twice."""
        return tuple(
            alignment
            for alignment in self.comparison.collation.alignments
            if len({member.article for member in alignment.members}) > 1
            or any(column.variation not in (None, "boundary") for column in alignment.columns)
        )

    def sigla_of(self, passages: Iterable[Passage]) -> tuple[Siglum, ...]:
        """The sigla of the accounts that passages stand in, each once, in the order of the accounts."""
        articles = {passage.article for passage in passages}
        return tuple(siglum for article, siglum in self.sigla.items() if article in articles)

    def cite(self, passage: Passage, anchor: str | None = None) -> Citation:
        """A passage in its sentence. The link leads to the anchor, or to its paragraph.

        What was left out has no marks, so a link into it always leads to the paragraph.
        """
        block = self.block(passage)
        marked = anchor if block.kind not in JUNK else None
        article = self.comparison.event.by_id[passage.article].article
        before, after = _around(article, passage, block)
        return Citation(
            siglum=self.sigla[passage.article],
            page=self.url,
            anchor=marked or paragraph_anchor(passage.article, block),
            before=before,
            words=_one_line(passage.text),
            after=after,
        )

    def block(self, passage: Passage) -> Block:
        """The block that a passage begins in, or the one after it if it begins between two."""
        article = self.comparison.event.by_id[passage.article].article
        number = bisect_right(article.derived(_ends), passage.start)
        return article.blocks[min(number, len(article.blocks) - 1)]


def _ends(article: Article) -> list[int]:
    return [block.end for block in article.blocks]


def mark_anchor(passage: Passage) -> str:
    """The anchor of a marked passage in its account; all that begin there have the same one."""
    return f"m-{_short(passage.article)}-{passage.start}"


def paragraph_anchor(article: str, block: Block) -> str:
    """The anchor of a block."""
    return f"p-{_short(article)}-{block.start}"


@lru_cache(maxsize=1000)
def _short(article: str) -> str:
    """Four characters for an article's id: a page has hundreds of anchors, and ids are long."""
    return base64.urlsafe_b64encode(hashlib.blake2b(article.encode(), digest_size=3).digest()).decode()


def together(citations: Iterable[Citation]) -> tuple[tuple[Citation, ...], ...]:
    """Citations in groups that have the same words in the same sentence, as accounts do that share text."""
    groups: dict[tuple[str, str, str], list[Citation]] = {}
    for citation in citations:
        groups.setdefault((citation.before, citation.words, citation.after), []).append(citation)
    return tuple(tuple(group) for group in groups.values())


def tally(language: Language, number: int, one: str, many: str, anchor: str = "") -> Tally:
    """A number with its noun, given in English, in the right form."""
    return Tally(number=number, noun=language.ngettext(one, many, number), anchor=anchor)


def _around(article: Article, passage: Passage, block: Block) -> tuple[str, str]:
    """What stands before and after a passage in the sentences that it touches, cut if that is much."""
    text = article.text
    touched = [span for span in sentences_of(article, block) if span[0] < passage.end and passage.start < span[1]]
    before = text[min([passage.start, *(start for start, _ in touched)]) : passage.start]
    after = text[passage.end : max([passage.end, *(end for _, end in touched)])]
    if len(before) + len(after) > _LONGEST_CONTEXT:
        if len(before) > _CONTEXT:
            before = "… " + before[-_CONTEXT:].partition(" ")[2]
        if len(after) > _CONTEXT:
            after = after[:_CONTEXT].rpartition(" ")[0] + " …"
    return _one_line(before), _one_line(after)


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
