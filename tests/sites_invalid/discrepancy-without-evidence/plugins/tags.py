from digest import Discrepancy, hookimpl


@hookimpl
def tag_discrepancies(collation):
    yield Discrepancy(
        kind="other",
        severity="contradiction",
        confidence=1.0,
        summary="Whether the dam held",
        explanation="Nobody says otherwise.",
        readings=(),
        rule="a guess",
    )
