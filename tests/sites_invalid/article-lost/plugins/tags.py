from digest import hookimpl


@hookimpl
def group_articles(accounts):
    return []
