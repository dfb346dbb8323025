"""What several accounts state, and what only one does."""

from __future__ import annotations

import pytest

from digest.testing import make_comparison
from plugins.statements.standing import stands_alone

POST = """Swing bridge at Farrow shut

The swing bridge at Farrow was closed on Monday after a barge tore a hinge loose, and 4,200 lorries went by Elm.

"We heard it go like a bell," said the bridge keeper, Olu Brand. "Nobody should have been on the water that morning."

Repairs of the swing bridge will cost $3.1 million, the port said.
"""
HERALD = """Barge breaks bridge

A barge that had lost its engine tore loose a hinge of the swing bridge at Farrow on Monday.

“It went like a bell,” bridge keeper Olu Brand said. About 4,200 lorries had to take the road by Elm.

The bakery at the swing bridge gave away 260 loaves to drivers who were stuck there.
"""


def statements(**texts: str) -> list[tuple[str, str, list[str]]]:
    """Kind, words and articles of each statement, in order."""
    return [(s.kind, s.text, sorted(s.articles)) for s in make_comparison(texts).statements]


def told(number: int, **texts: str) -> list[str]:
    """The words of the statements that so many articles make."""
    return [text for _, text, articles in statements(**texts) if len(articles) == number]


def test_a_figure_of_two_accounts_is_one_statement() -> None:
    """The same amount among the same words is stated by both, whatever the hedge; the evidence is the figure."""
    comparison = make_comparison({"Post": POST, "Herald": HERALD})
    [lorries] = [found for found in comparison.statements if "lorries" in found.text]
    assert lorries.kind == "fact"
    assert sorted(passage.text for passage in lorries.evidence) == ["4,200 lorries", "About 4,200 lorries"]


def test_a_sentence_in_other_words_is_one_statement() -> None:
    """What both tell in their own words is shared, with each sentence as evidence."""
    [found] = [(text, articles) for kind, text, articles in statements(post=POST, herald=HERALD) if "hinge" in text]
    assert found == ("A barge that had lost its engine tore loose a hinge of the swing bridge at Farrow on Monday.",
                     ["herald", "post"])  # fmt: skip


def test_a_quotation_of_two_accounts_is_one_statement() -> None:
    """Versions of one utterance are one statement of its speaker."""
    comparison = make_comparison({"Post": POST, "Herald": HERALD})
    [bell] = [found for found in comparison.statements if found.kind == "quotation" and len(found.articles) == 2]
    assert (bell.speaker, "bell" in bell.text) == ("Olu Brand", True)


def test_what_one_account_alone_has() -> None:
    """A sum, a count and a remark that nothing in the other account comes near, in the order of the text."""
    assert told(1, post=POST, herald=HERALD) == [
        "Nobody should have been on the water that morning.",
        "Repairs of the swing bridge will cost $3.1 million, the port said.",
        "The bakery at the swing bridge gave away 260 loaves to drivers",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Repairs to the bridge will cost $3.9 million, said the port.",
        "The port put the cost of the repairs at three million dollars.",
    ],
    ids=["told differently", "rounded"],
)
def test_what_may_be_the_same_is_nobodys_alone(sentence) -> None:
    """A figure is not called one account's own if another may mean the same matter by its own figure."""
    assert not any("$3.1 million" in text for text in told(1, post=POST, herald=f"{HERALD}\n{sentence}\n"))


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Smiths had brought 260 bolts to Farrow for the bridge.", "The wet crews were 250 sailors, a baker said."),
        ("In the year of the flood a house at Elm was sold for $84,000.", "Gulls sat on the rail."),
        ("Repairs of the swing bridge are 100 percent certain.", "Gulls sat on the rail."),
    ],
    ids=["counted otherwise", "not of the story", "all of it"],
)
def test_what_is_no_news_of_one_account(mine, theirs) -> None:
    """A figure that another account gives of something else may be the same; one away from the story is not notable."""
    known = told(1, post=POST, herald=HERALD)
    assert told(1, post=f"{POST}\n{mine}\n", herald=f"{HERALD.replace('260 loaves', 'bread')}\n{theirs}\n") == known[:2]


def test_one_remark_in_parts_is_one_statement() -> None:
    """Of a quotation that is interrupted one part stands for all, and nobody's without a name is notable."""
    parts = "“The eel traps were empty for a week,” said Brand, “and the heron left the reeds by Tuesday evening.”"
    nobody = "“The lamp on the northern pier has been dark since autumn,” a driver said."
    found = told(1, post=f"{POST}\n{parts}\n\n{nobody}\n", herald=HERALD)
    assert [text for text in found if "eel" in text or "heron" in text] == ["The eel traps were empty for a week,"]
    assert not any("lamp" in text for text in found)


def test_a_remark_that_is_paraphrased_elsewhere_is_nobodys_alone() -> None:
    """A quotation counts as known to another account that tells it without marks."""
    told_plainly = "Brand thinks that nobody should have been out on the water on such a morning.\n"
    assert not any("water" in text for text in told(1, post=POST, herald=f"{HERALD}\n{told_plainly}"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council of Farrow paid for the repair of the hinge.",
         "The council of Farrow never paid for the repair of the hinge."),
        ("The old hinge of the bridge was forged in 1931.", "The old hinge of the bridge was forged in 1913."),
        ("Bridge keeper Olu Brand of Farrow slept at home.", "Bridge keeper Olu Brand of Farrow phoned the harbour."),
        ("The old hinge broke in the gale: https://t.example/Xy", "The old hinge broke in the gale: https://t.example/Xy"),
    ],
    ids=["negated", "another year", "only the name in common", "one post shown"],
)  # fmt: skip
def test_what_is_told_differently_is_not_shared(one, other) -> None:
    """Sentences that are alike but for a negation or a figure, or that name the same person, state different things."""
    texts = {
        "post": f"Bridge\n\n{one}\n\nGulls sat on the rail.\n",
        "herald": f"Hinge\n\n{other}\n\nIt rained on Elm.\n",
    }
    assert told(2, **texts) == []


def test_copied_text_is_no_agreement() -> None:
    """What two outlets print of one wire copy is no statement of two, and belongs to neither alone."""
    copy = (
        POST
        + "\nThe ferry at Elm took on two more boats to carry walkers, who queued along the wall until dusk fell.\n" * 2
    )
    assert [articles for _, _, articles in statements(post=copy, echo=copy)] == []
    mixed = statements(post=copy, echo=copy, herald=HERALD)
    assert {tuple(articles) for _, _, articles in mixed} == {("echo", "herald", "post"), ("herald",)}


def test_a_single_account_has_nothing_to_compare_with() -> None:
    """Where there is one account, nothing is shared and nothing is its own."""
    assert statements(post=POST) == []


def test_first_paragraphs_state_the_news_with_details_of_their_own() -> None:
    """First paragraphs that share the core of the news state it, though each adds much; further down they would not."""
    one = "A barge tore the swing bridge at Farrow from its hinges, and divers look for its anchor in the mud."
    other = "The swing bridge at Farrow was torn from its hinges by a barge, so pupils of Elm have a holiday."
    gulls, rain = "Gulls sat on the rail all day.", "It rained on Elm in the evening."
    first = told(2, post=f"Morning\n\n{one}\n\n{gulls}\n", herald=f"Evening\n\n{other}\n\n{rain}\n")
    assert first in ([one], [other])
    assert told(2, post=f"Morning\n\n{gulls}\n\n{one}\n", herald=f"Evening\n\n{rain}\n\n{other}\n") == []


def test_first_paragraphs_with_other_figures_state_no_one_thing() -> None:
    """ "At least two" and "at least six" may both be right, and are not one statement."""
    texts = {
        "post": "Morning\n\nAt least two people were killed when a barge struck the swing bridge at Farrow.\n",
        "herald": "Evening\n\nA barge struck the swing bridge at Farrow and killed at least six people.\n",
    }
    assert [text for text in told(2, **texts) if "bridge" in text] == []


def test_the_sentence_that_stands_alone_is_named_first() -> None:
    """Of two sentences with one figure the one that does not lean on what was said before is shown."""
    leans = "She said that the 37 looms of Orra Mill were silent on Friday."
    stands = "The strike at Orra Mill left all of its 37 looms silent on Friday, owner Una Falk said."
    (found,) = make_comparison({"a": f"Strike at Orra\n\n{leans}\n", "b": f"Looms stop\n\n{stands}\n"}).statements
    assert found.text == stands
    assert found.evidence[0].article == "b"


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("The mayor kept his promise of 40 buses.", True),
        ("This week the mayor promised 40 buses.", True),
        ("He promised 40 buses.", False),
        ("Even then, his promise of 40 buses stood.", False),
        ("That dwarfs the 12 buses of last year.", False),
        ("That's 40 buses.", False),
        ("", False),
    ],
)
def test_what_a_reader_understands_by_itself(text: str, alone: bool) -> None:
    """A sentence leans on others if a pronoun is the first thing in it that is more than grammar."""
    assert stands_alone(text) is alone


def test_figures_that_only_a_third_is_like_are_not_one() -> None:
    """120 and 130 are no one wind, though 125 may be rounded to either."""
    texts = {
        name: f"Storm Hedda\n\nStorm Hedda reached the coast of Veland with winds of {speed} mph on Monday night.\n"
        for name, speed in (("a", 120), ("b", 125), ("c", 130))
    }
    assert not [text for text in told(3, **texts) if "winds" in text]


@pytest.mark.parametrize(
    "line",
    [
        "We will update this story on the Orra lock gates as the engineers report.",
        "— Harbour Watch (@harbourwatch) on the Orra lock gates and the engineers",
    ],
)
def test_what_is_no_statement_of_fact(line: str) -> None:
    """What an outlet says of itself, who posted something and what leads to a list is no fact that they report."""
    assert not told(2, a=f"Lock\n\nThe lock closed.\n\n{line}\n", b=f"Gates\n\nBoats wait.\n\n{line}\n")


@pytest.mark.parametrize(("speaker", "shown"), [("UNAFV", True), ("Olu Brand", True), ("BREAKING NEWS", False)])
def test_a_call_at_the_head_of_a_post_is_nobody(speaker: str, shown: bool) -> None:
    """A remark is one account's own if somebody made it, and not if a word in capitals calls for attention."""
    remark = "The lock gates of Orra will stay shut until the last barge has left"
    posts = f"Lock\n\nThe lock closed on Monday.\n\n{speaker} said: “{remark}.”\n"
    assert bool([text for text in told(1, a=posts, b="Gates\n\nBoats wait.\n") if "barge" in text]) is shown
