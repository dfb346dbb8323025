"""Writes a corpus of comparative news in our own words: events, outlets, versions, known differences; seeded.

    python bench/corpus.py FOLDER --events 250 --outlets 4 --words 600 --seed 1

Each event has an article of every outlet as Markdown with front matter, so that other generators can render it
too. `differences.json` beside the folder lists what was planted: the event's number and the two figures.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
from pathlib import Path

OUTLETS = ("Harbour Gazette", "Coast Radio", "The Northern Post", "Valley Online", "City Mirror", "Evening Courier")
GIVEN = "Kaisa Timo Ingrid Olav Marta Jonas Lea Anders Petra Nils Runa Viktor Salma Idris Noor Pavel".split()
FAMILY = "Aalto Lindqvist Nygard Ferrand Okafor Brandt Sorel Halloran Vance Ikeda Moreau Castell Danso Petrov".split()
THINGS = (
    ("ferry", "ran aground", "passengers"),
    ("school", "was evacuated", "pupils"),
    ("factory", "caught fire", "workers"),
    ("bridge", "was closed", "drivers"),
    ("hospital", "lost its power", "patients"),
    ("reservoir", "overflowed", "residents"),
    ("train", "left the rails", "travellers"),
    ("stadium", "was flooded", "spectators"),
)
REMARKS = (
    "Nobody has to be afraid, the worst is behind us",
    "We were warned about this for years and nothing was done",
    "I have never seen anything like it in this town",
    "The money was there, somebody chose to spend it elsewhere",
    "We will find out what happened and say so in public",
)
CHANGED = {"worst": "hardest part", "years": "a decade", "seen": "known", "spend": "use", "public": "the open"}
SYLLABLES = "ba do fen gar hol im ka lor mar nes or pel ros sil tam ul ven wick yor zel".split()
WHO = ("A neighbour", "{name}", "An engineer of the {body}", "The {body}", "A teacher from {other}", "A driver")
DID = ("waited near", "took pictures of", "spoke about", "brought blankets to", "closed", "asked for a guard at")
WHERE = ("the {thing}", "{street}", "the hall of the {body}", "the old mill", "the yard behind {street}", "the quay")
WHEN = ("before dawn", "after the service", "while it rained", "until nightfall", "for most of the day", "at noon")
FILLERS = (
    "People who live near the {thing} said that they had heard a dull noise shortly before.",
    "The council of {town} called a meeting for the evening, which drew more people than the hall could hold.",
    "Officials asked everybody to keep away while engineers looked at the damage.",
    "An insurer said it was too early to speak of costs.",
    "Shops in the centre closed early, and buses took another way around.",
    "A similar case in the neighbouring county had been settled out of court.",
    "The company that looks after the {thing} pointed to a report that found no fault with it.",
    "Neighbours brought soup and blankets to those who had to wait outside.",
    "Two members of the council want the files to be opened.",
    "It was the third time in as many winters that the {thing} made the news.",
    "{name}, who runs a workshop on {street}, had called the council twice.",
    "The {body} wants to see the plans of {street} before it says more.",
    "A letter of {name} to the {body} had named the weak spot.",
    "Engineers from {other} were asked for help, and {name} will lead them.",
    "On {street} the pavement had sunk by a hand’s breadth, {name} remembered.",
    "The {body} met in {other}, without the press.",
)


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=250)
    parser.add_argument("--outlets", type=int, default=4)
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.folder, options.events, options.outlets, options.words, options.seed)


def write(folder: Path, events: int, outlets: int, words: int, seed: int) -> None:
    """Write the corpus; the same arguments give the same files."""
    rng = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    planted = []
    for number in range(events):
        event = Event(number, rng)
        for outlet in OUTLETS[:outlets]:
            (folder / f"{number:05}-{outlet.lower().replace(' ', '-')}.md").write_text(
                event.article(outlet, words, rng), "utf-8"
            )
        planted.append({"event": number, "figures": sorted(set(event.given))})
    folder.with_name(folder.name + "-differences.json").write_text(json.dumps(planted, indent=1) + "\n", "utf-8")


class Event:
    """One happening, told anew for each outlet."""

    def __init__(self, number: int, rng: random.Random) -> None:
        self.day = datetime.date(2024, 1, 1) + datetime.timedelta(days=number % 360)
        # Of a few towns, each would have several accidents of one kind a week in a large corpus.
        self.town = f"{_word(rng)} {rng.choice(['East', 'West', 'North', 'Bay', 'Mills', 'Park'])}"
        self.thing, self.happened, self.people = rng.choice(THINGS)
        self.count = rng.randrange(20, 900)
        self.speaker = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"
        self.remark = rng.choice(REMARKS)
        self.names = [f"{rng.choice(GIVEN)} {_word(rng)}" for _ in range(5)]
        self.streets = [f"{_word(rng)} Street" for _ in range(3)]
        self.bodies = [f"{_word(rng)} {kind}" for kind in ("Committee", "Association", "Board")]
        self.other = _word(rng)
        self.given: list[int] = []

    def fill(self, sentence: str, rng: random.Random) -> str:
        """A sentence with the event's own names."""
        return sentence.format(
            thing=self.thing,
            town=self.town,
            name=rng.choice(self.names),
            street=rng.choice(self.streets),
            body=rng.choice(self.bodies),
            other=self.other,
        )

    def article(self, outlet: str, words: int, rng: random.Random) -> str:
        """An account; one in four gives another figure, one in two changes a word of the remark."""
        count = self.count + rng.choice([0, 0, 0, rng.randrange(5, 60)])
        self.given.append(count)
        remark = self.remark
        if rng.random() < 0.5:
            for word, other in CHANGED.items():
                remark = remark.replace(word, other)
        title = f"{self.thing.capitalize()} in {self.town} {self.happened} with {count} {self.people}"
        paragraphs = [
            f"The {self.thing} in {self.town} {self.happened} on {self.day:%A}, and {count} {self.people} had to wait.",
            f"“{remark},” mayor {self.speaker} said on {self.day:%A} evening.",
        ]
        told = {self.fill(sentence, rng) for sentence in rng.sample(FILLERS, 10)}
        while sum(len(sentence.split()) for sentence in told) < words:
            parts = (rng.choice(options) for options in (WHO, DID, WHERE, WHEN))
            told.add(self.fill(" ".join(parts) + ".", rng))
        sentences = rng.sample(sorted(told), len(told))
        paragraphs += [" ".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4)]
        front = f'---\ntitle: "{title}"\noutlet: {outlet}\npublished: {self.day}\n---\n'
        return front + f"# {title}\n\n" + "\n\n".join(paragraphs) + "\n"


def _word(rng: random.Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randrange(2, 4))).capitalize()


if __name__ == "__main__":
    main()
