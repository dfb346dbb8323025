"""Labels every line of a page: the story's own text, its title and captions, and what is not the story.

`signs` says what a line is by its wording, `page` finds the title and the end of the story, and `RULES` decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from digest import Block, BlockKind, Document, hookimpl

from . import pictures, rules
from .page import Page, page_of

Rule = Callable[[Page, int], BlockKind | None]

RULES: tuple[tuple[str, Rule], ...] = (
    ("the title", rules.title),
    ("the title with the site's name", rules.title_in_other_words),
    ("entry of a live page", rules.entry),
    ("time of an entry", rules.time_of_entry),
    ("title of a video", rules.video_title),
    ("after the end of the story", rules.after_story),
    ("box of links", rules.box_of_links),
    ("wording", rules.sign),
    ("tag", rules.tag),
    ("headline in capitals", rules.headline_in_capitals),
    ("menu", rules.column),
    ("row of links", rules.row_of_links),
    ("between buttons", rules.between_furniture),
    ("repeated line", rules.repeated),
    ("describes a picture", pictures.caption),
    ("picture below the byline", pictures.picture_below_byline),
    ("alternative text of a picture", pictures.alternative_text),
    ("author", rules.author),
    ("note on the author", rules.author_note),
    ("the file's markup", rules.markup),
    ("before the story", rules.before_story),
    ("after the last paragraph", rules.after_last_paragraph),
    ("short line above a paragraph", rules.heading),
    ("no sentence", rules.loose_line),
    ("running text", rules.body),
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
