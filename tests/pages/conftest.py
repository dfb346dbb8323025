"""The sample event and a site for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from ferries import ferry_comparison

from digest.config import Site
from digest.model import Comparison


@pytest.fixture(scope="session")
def site() -> Site:
    return Site(root=Path(), content=Path("content"), output=Path("public"))


@pytest.fixture(scope="session")
def ferries() -> Comparison:
    return ferry_comparison()
