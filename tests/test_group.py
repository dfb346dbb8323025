"""Grouping: every account in exactly one group."""

import datetime

import pytest

from digest.config import PluginEntry, Site
from digest.errors import PluginError
from digest.group import group
from digest.model import Account, Article, Block, Document, Metadata, Paragraph
from digest.plugins import Host


def account(name: str, published: str | None = None) -> Account:
    date = datetime.date.fromisoformat(published) if published else None
    document = Document(path=f"{name}.txt", text="Late.", paragraphs=(Paragraph(0, 5, 1),))
    article = Article(name, document, (Block(0, 5, "body", 1, "x"),), Metadata(published=date))
    return Account(article, (), ())


def host(root, code: str | None = None) -> Host:
    (root / "plugins").mkdir()
    if code:
        (root / "plugins" / "grouper.py").write_text("from digest import Group, hookimpl\n@hookimpl\n" + code)
    entries = (PluginEntry("grouper"),) if code else ()
    return Host(Site(root=root, content=root, output=root / "public", plugins=entries))


def test_without_a_plugin_each_account_is_a_group(tmp_path):
    """Groups stand by date, those without one last, then by id."""
    accounts = [account("d"), account("c", "2024-05-02"), account("b", "2024-05-01"), account("a")]
    assert [found.id for found in group(list("dcba"), accounts, host(tmp_path))] == ["b", "c", "a", "d"]


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ("[('e', 'a')]", "article 'b' is in no group"),
        ("[('e', 'ab'), ('f', 'a')]", "article 'a' is in 2 groups"),
        ("[('e', 'abc')]", "there is no article 'c'"),
        ("[('e', 'a'), ('e', 'b')]", "2 groups have the id 'e'"),
        ("[('e', 'ab'), ('f', '')]", "group 'f' has no accounts"),
    ],
)
def test_no_account_is_lost_or_doubled(tmp_path, groups, message):
    """A grouping that drops or repeats an article stops the build, and the plugin is named."""
    code = (
        "def group_articles(accounts):\n"
        f"    return [Group(id=i, title='t', date=None, accounts=tuple(a)) for i, a in {groups}]\n"
    )
    with pytest.raises(PluginError, match=f"plugin 'grouper', group_articles: .*{message}"):
        group(["a", "b"], [account("a"), account("b")], host(tmp_path, code))
