"""Compounds that accounts write together or apart: "airstrikes", "air strikes", "air-strikes"."""

from __future__ import annotations

from collections.abc import Iterable

from .terms import Term


def merge_compounds(terms: Iterable[Term]) -> list[Term]:
    """The terms, phrases and words that differ in spaces and hyphens only as one."""
    merged: list[Term] = []
    compounds: dict[str, Term] = {}
    for term in terms:
        written = {"".join(key).replace("-", "") for key in term.keys} if term.kind in ("phrase", "word") else set()
        same = next((compounds[form] for form in sorted(written) if form in compounds), None)
        if same is None:
            merged.append(term)
            compounds.update(dict.fromkeys(written, term))
        else:
            same.keys |= term.keys
            same.forms.update(term.forms)
    return merged
