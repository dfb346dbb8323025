"""What templates see as `page`: frozen values with everything worked out, so that a template only places it.

Each field has a line below it that says what it holds; `docs/templates.md` is made from these lines. Addresses
are relative to the site's root; templates put `root` before them. Text that comes from articles is plain text:
templates escape it.

A module of this folder has the views of one matter; `docs/templates.md` has them all.
"""
