from digest import hookimpl


@hookimpl
def extract_qoutes(article):
    return []
