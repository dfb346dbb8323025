"""What a plugin's tests are written with: articles, accounts and comparisons from plain text, hooks run one at a time.

Everything goes the way of a build: text is read and annotated by plugins, and what a hook returns is checked by the
host. A plugin is named as in `site.yaml` (one of the site's own is found if pytest runs in the site's folder), or given
as its module, or as an instance of its class `Plugin` with the options that the test wants.
"""

from digest.testing.hooks import run_hook
from digest.testing.pages import assert_page, build_pages, make_site, page_text
from digest.testing.values import assert_quotes, make_account, make_article, make_comparison

__all__ = [
    "assert_page",
    "assert_quotes",
    "build_pages",
    "make_account",
    "make_article",
    "make_comparison",
    "make_site",
    "page_text",
    "run_hook",
]
