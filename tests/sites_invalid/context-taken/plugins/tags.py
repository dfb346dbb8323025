from digest import hookimpl


@hookimpl
def template_context(page):
    return {"site": "mine"}
