from digest import Page, hookimpl


@hookimpl
def register_pages(comparisons):
    yield Page(url="index.html", template="page.html", title="Home", context=None)
