"""Words that newsrooms use for one another, so that two reports of one fact can be seen to speak of it.

A short general list, not a thesaurus: words are together only where either can stand for the other in a report.
"""

from __future__ import annotations

_GROUPS = """
meet meeting talks talk discussion discuss conversation dialogue negotiation negotiate session summit confer
kill die dead death fatality slay slain perish
injure injury injured wound wounded hurt
last spend take run continue endure stretch
visit trip tour travel journey
arrive arrival land reach
leave depart departure
attack assault raid
shoot shooting gunfire
explosion explode blast
quake earthquake temblor
crash collision collide
approve approval pass adopt adoption
announce announcement unveil
elect election
fire blaze wildfire
flood flooding
protest demonstration demonstrate
bill law legislation
aid assistance
company firm corporation
child kid
employee worker staff
increase rise grow climb jump surge growth
decrease fall drop decline shrink
arrest detain detention
evacuate evacuation
marry marriage wedding
jail imprison prison
buy purchase acquire acquisition
fine penalty
car vehicle
ship vessel boat
plane aircraft airplane jet
home house
person people
agreement deal accord pact contract
country nation
judge justice
loan lend borrow
sentence sentencing
close shut closure closing shutdown
promise pledge vow
charity alms
speed pace tempo
goal aim objective
begin start commence
resign resignation quit
""".strip()
_CONCEPTS = {word: line.split()[0] for line in _GROUPS.splitlines() for word in line.split()}


def concept(lemma: str) -> str:
    """One word for all that newsrooms use for it: "fatality" and "die" give "kill"; others give themselves."""
    return _CONCEPTS.get(lemma, lemma)
