"""Labels every line of a page: the story's own text, its title and captions, and what is not the story.

`signs` says what a line is by its wording, `page` finds the title and the end of the story, and `RULES` decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from digest import Block, BlockKind, Document, hookimpl

from . import above, below, entries, pictures, within
from .page import Page, page_of

Rule = Callable[[Page, int], BlockKind | None]

RULES: tuple[tuple[str, Rule], ...] = (
    ("the title", above.title),
    ("the title with the site's name", above.title_in_other_words),
    ("entry of a live page", entries.entry),
    ("title of a video", within.video_title),
    ("after the end of the story", below.after_story),
    ("box of links", within.box_of_links),
    ("wording", within.sign),
    ("headline in capitals", within.headline_in_capitals),
    ("row of links", below.row_of_links),
    ("between buttons", within.between_furniture),
    ("describes a picture", pictures.caption),
    ("picture below the byline", pictures.picture_below_byline),
    ("alternative text of a picture", pictures.alternative_text),
    ("author", above.author),
    ("the file's markup", within.markup),
    ("before the story", above.before_story),
    ("after the last paragraph", below.after_last_paragraph),
    ("short line above a paragraph", within.heading),
    ("no sentence", within.loose_line),
    ("running text", within.body),
)
"""The rules, from top to bottom; the first that answers decides."""


@hookimpl
def label_blocks(document: Document) -> Iterable[Block]:
    """A block for each paragraph, in order."""
    page = page_of(document)
    for index, paragraph in enumerate(document.paragraphs):
        kind, reason = _label(page, index)
        yield Block(paragraph.start, paragraph.end, kind, paragraph.line, reason)


def _label(page: Page, index: int) -> tuple[BlockKind, str]:
    for name, rule in RULES:
        kind = rule(page, index)
        if kind:
            sign = page.lines[index].sign
            return kind, sign.name if sign and sign.kind == kind else name
    raise AssertionError("the last rule always answers")
