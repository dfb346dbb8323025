"""Why two accounts are in one event or in two, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest import Account

from .clustering import Story, cluster, compared, have_other_names
from .terms import printed

_MOST = 8  # words that are named


def reasons(first: Account, second: Account, ids: Sequence[str], stories: Sequence[Story]) -> list[str]:
    """What two accounts have in common and how that was judged; `ids` are those of the accounts of the stories."""
    one, other = ids.index(first.id), ids.index(second.id)
    return [
        *_shared(first, stories[one], stories[other]),
        _days(stories[one], stories[other]),
        _judged(stories, one, other),
    ]


def _shared(account: Account, one: Story, other: Story) -> Iterator[str]:
    """The names and the other words of both, those first that count most."""
    weights = {term: one.vector[term] * other.vector[term] for term in one.vector.keys() & other.vector.keys()}
    ranked = sorted((term for term in weights if weights[term] > 0), key=lambda term: (-weights[term], term))
    forms = printed(account.article.text, one.language or "en")
    names = one.names & other.names
    for what, terms in (
        ("names", [term for term in ranked if term in names]),
        ("other words", [term for term in ranked if term not in names]),
    ):
        told = ", ".join(forms.get(term, term) for term in terms[:_MOST])
        yield f"They share the {what} {told}." if told else f"They share no {what} that tell events apart."


def _days(one: Story, other: Story) -> str:
    days = [story.dates.date for story in (one, other)]
    told = [day.isoformat() if day else "unknown" for day in days]
    if None in days or days[0] == days[1]:
        return f"The day of the event: {told[0]} in the first, {told[1]} in the second."
    apart = abs(days[0].toordinal() - days[1].toordinal()) if days[0] and days[1] else 0
    return f"The day of the event: {told[0]} in the first, {told[1]} in the second, {apart} apart."


def _judged(stories: Sequence[Story], one: int, other: int) -> str:
    """How alike they are, how alike they must be, and what else decided."""
    if stories[one].language and stories[other].language and stories[one].language != stories[other].language:
        return "They are in two languages, of which events are told apart."
    likeness, needed = compared(stories, one, other)
    together = any({one, other} <= {*members} for members in cluster(stories))
    judged = f"Their likeness is {likeness:.2f} of 1, "
    if needed is not None:
        judged += f"and {needed:.2f} is needed with these days"
    elif have_other_names(stories[one], stories[other]):
        judged += "but next to nothing of it lies in names, which rules out one event"
    else:
        judged += "but what they say of the day rules out one event"
    if together and (needed is None or likeness < needed):
        return f"{judged}; other articles, which are like both, bring them together."
    if not together and needed is not None and likeness >= needed:
        return f"{judged}; the other articles of their events are not enough alike to bring these together."
    return f"{judged}."
