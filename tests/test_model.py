"""The values that flow through a build."""

from __future__ import annotations

import msgspec

from digest import Claim


def test_bounds_of_a_claim_are_floats() -> None:
    """A plugin may give whole bounds; the claim is the same after the cache has kept it, to the byte."""
    claim = Claim("ferry", 0, 8, "40 boats", kind="number", value="40", low=40, high=40, sentence=(0, 8), rule="test")
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(claim), type=Claim)
    assert msgspec.json.encode(kept) == msgspec.json.encode(claim)
    assert type(claim.low) is type(claim.high) is float
