"""What readings are worth: outlets that have their text from one another are one witness, not several."""

from __future__ import annotations

import msgspec

from digest import Collation, Discrepancy

from .readings import outlets_in_short


def with_witnesses(collation: Collation, discrepancy: Discrepancy) -> Discrepancy:
    """The discrepancy, its explanation with a word on outlets that give one value and depend on each other."""
    explanation = discrepancy.explanation
    for group in collation.witnesses:
        for value in dict.fromkeys(reading.value for reading in discrepancy.readings):
            outlets = dict.fromkeys(
                collation.event.outlet(reading.article)
                for reading in discrepancy.readings
                if reading.value == value and reading.article in group
            )
            if len(outlets) > 1:
                explanation += f" {outlets_in_short(list(outlets))} share text: {len(outlets)} outlets, one witness."
    return msgspec.structs.replace(discrepancy, explanation=explanation)
