"""Where accounts differ: discrepancies as cards, the hardest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from digest.language import N_, Language
from digest.model import Discrepancy, Reading, Severity
from digest.pages.edition import Edition, mark_anchor, together
from digest.pages.views.differences import Difference, Version
from digest.pages.views.shared import Choice

FINER: Severity = "consistent-but-different-granularity"
# Below this, the page folds a difference away as not certain; docs/model.md names it too.
SURE = 0.6

# The words and signs for readers, in the order of the page.
_SEVERITIES: Mapping[Severity, tuple[str, str]] = {
    "contradiction": (N_("Cannot both be so"), "≠"),
    "imprecision": (N_("Less exact"), "≈"),
    "likely-error": (N_("Perhaps a slip"), "?"),
    "wording-only": (N_("Other words"), "~"),
    FINER: (N_("Other detail"), "⊂"),
}
_KINDS = {
    "number": N_("Figure"),
    "duration": N_("Duration"),
    "date": N_("Date"),
    "money": N_("Money"),
    "name": N_("Name"),
    "place": N_("Place"),
    "attribution": N_("Who said it"),
    "quote-wording": N_("Wording of a quotation"),
    "other": N_("Other"),
}
_LARGE, _MEDIUM = 40, 90
# Fewer differences than this are seen at a glance, and need no filter.
_FILTERED = 4


def differences(edition: Edition) -> tuple[Difference, ...]:
    """The discrepancies of an event, by severity, then confidence; how a name is written comes last of its severity."""
    order = list(_SEVERITIES)
    found = sorted(
        edition.comparison.discrepancies,
        key=lambda d: (order.index(d.severity), d.kind == "name", -d.confidence, d.summary, d.id),
    )
    return tuple(_difference(discrepancy, edition) for discrepancy in found)


def kinds(shown: Sequence[Difference], language: Language) -> tuple[Choice, ...]:
    """The kinds that occur, to filter by; none if there is little to choose from."""
    often = Counter(difference.kind for difference in shown)
    found = tuple(
        Choice(value=kind, label=language.gettext(label), number=often[kind])
        for kind, label in _KINDS.items()
        if often[kind]
    )
    return found if len(found) > 1 and len(shown) >= _FILTERED else ()


def outlets(shown: Sequence[Difference], edition: Edition) -> tuple[Choice, ...]:
    """The accounts that differ somewhere, to filter by; none if there is little to choose from."""
    often = Counter(account for difference in shown for account in difference.outlets.split("|"))
    found = tuple(
        Choice(value=siglum.account, label=siglum.outlet, number=often[siglum.account], siglum=siglum)
        for siglum in edition.sigla.values()
        if often[siglum.account]
    )
    return found if len(found) > 2 and len(shown) >= _FILTERED else ()


def _difference(discrepancy: Discrepancy, edition: Edition) -> Difference:
    label, sign = _SEVERITIES[discrepancy.severity]
    sigla = edition.sigla_of(discrepancy.readings)
    return Difference(
        anchor=discrepancy.id,
        kind=discrepancy.kind,
        kind_label=edition.language.gettext(_KINDS[discrepancy.kind]),
        severity=discrepancy.severity,
        severity_label=edition.language.gettext(label),
        sign=sign,
        probable=discrepancy.confidence < SURE,
        within=sigla[0].outlet if discrepancy.scope == "internal" else "",
        summary=discrepancy.summary,
        explanation=discrepancy.explanation,
        versions=_versions(discrepancy, edition),
        utterance=_utterance(discrepancy, edition),
        outlets="|".join(siglum.account for siglum in sigla),
        rule=discrepancy.rule,
        plugin=discrepancy.plugin,
    )


def _versions(discrepancy: Discrepancy, edition: Edition) -> tuple[Version, ...]:
    """The readings by value, those of most accounts first, each shown by the shortest words for it."""
    by_value: dict[str, list[Reading]] = {}
    for reading in discrepancy.readings:
        by_value.setdefault(reading.value, []).append(reading)
    groups = sorted(by_value.values(), key=lambda group: -len({reading.article for reading in group}))
    shown = [_shown(group, discrepancy.kind) for group in groups]
    size = _size(max(map(len, shown)))
    return tuple(
        Version(
            value=value,
            size=size,
            sentences=together(edition.cite(reading, mark_anchor(reading)) for reading in group),
            sigla=edition.sigla_of(group),
        )
        for value, group in zip(shown, groups, strict=True)
    )


def _shown(group: Sequence[Reading], kind: str) -> str:
    """The shortest words for a value. A version of a quotation is long, and its value is what differs in it."""
    return group[0].value if kind == "quote-wording" else min((reading.text for reading in group), key=len)


def _utterance(discrepancy: Discrepancy, edition: Edition) -> str:
    """The anchor of the alignment that has all the readings of a quotation's wording, or nothing."""
    if discrepancy.kind != "quote-wording":
        return ""
    for alignment in edition.alignments:
        if all(any(map(reading.touches, alignment.members)) for reading in discrepancy.readings):
            return alignment.id
    return ""


def _size(length: int) -> Literal["large", "medium", "small"]:
    return "large" if length <= _LARGE else "medium" if length <= _MEDIUM else "small"
