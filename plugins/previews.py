"""Previews of links inside sentences: the box that a page shows on hovering over a name, which a scraper glued to it.

Such a box repeats the name in full, without a space before its headlines, and ends in a link: "Ida Holm Ida Maria
HolmMayor opens bridge Two towns to share a ferry MORE (Velmar) said". It is part of the page's markup, not of its text.
"""

from __future__ import annotations

import re

# A family name, and up to seven words in capitals that end in the same one, which headlines or the link follow.
_NAME_AGAIN = re.compile(r"(?<![\w’'-])(\w[\w’'-]++)(?=((?:,? [A-Z(“\"][\w.()“”\"’'-]*){0,7} \1)[A-Z0-9\"'“‘$])")
_LINK = re.compile(r"MORE(?![\w-])")
_LONGEST = 700  # characters of headlines


def without_previews(paragraph: str) -> tuple[str, int]:
    """The paragraph without the previews of links in it, and how many they were."""
    kept, at = [], 0
    for name in _NAME_AGAIN.finditer(paragraph):
        again = name.end() + len(name[2])
        link = _LINK.search(paragraph, again, again + _LONGEST) if name.start() >= at else None
        if link:
            kept.append(paragraph[at : name.end()])
            at = link.end()
    return "".join([*kept, paragraph[at:]]), len(kept)
