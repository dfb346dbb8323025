"""What a plugin may return, and how it is told what it may not."""

import pytest
from hosts import host

from digest.errors import PluginError
from digest.model import Discrepancy, Metadata


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("7", "returned int, not a sequence of Metadata"),
        ("'text'", "returned str, not a sequence of Metadata"),
        ("[1]", "returned a int where a Metadata is needed"),
        ("[Metadata(), None]", "returned a NoneType where a Metadata is needed"),
        ("Metadata()", "returned Metadata, not a sequence of Metadata; put it into a list"),
        ("[Metadata(title=7)]", r"returned a Metadata that cannot be one: Expected `str \| null`, got `int`"),
    ],
)
def test_a_wrong_result_is_refused(tmp_path, answer, message):
    """What is not of the hook's type is named with plugin, hook and article."""
    loaded = host(tmp_path, {"odd": f"@hookimpl\ndef extract_quotes():\n    return {answer}\n"})
    with pytest.raises(PluginError, match=f"plugin 'odd', extract_quotes, on story: {message}"):
        list(loaded.collect("extract_quotes", Metadata, "story", article=None))


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("confidence=1.5", r"Expected `float` <= 1.0 - at `\$.confidence`, which is 1.5; see"),
        ("confidence=-1", r"Expected `float` >= 0.0 - at `\$.confidence`, which is -1; see"),
        ("kind='role'", r"Invalid enum value 'role' - .*, which is 'role', not one of 'number', .*, 'other'; see"),
        (
            "severity='bad'",
            r"Invalid enum value 'bad' - .*, which is 'bad', not one of 'contradiction', 'imprecision', ",
        ),
    ],
)
def test_a_field_out_of_its_range_is_refused(tmp_path, field, message):
    """A confidence outside 0 to 1 or an unknown kind is named with its value and with what it may be."""
    code = (
        "from digest import Discrepancy\n@hookimpl\ndef tag_discrepancies():\n    fields = dict(kind='other', severity="
        "'imprecision', confidence=0.5, summary='s', explanation='e', readings=(), rule='r')\n"
        f"    return [Discrepancy(**(fields | dict({field})))]\n"
    )
    with pytest.raises(PluginError, match=f"plugin 'odd', tag_discrepancies, on story: .*{message}"):
        list(host(tmp_path, {"odd": code}).collect("tag_discrepancies", Discrepancy, "story", collation=None))
