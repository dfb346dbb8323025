"""The view models are values, and every field says what it holds."""

from __future__ import annotations

import ast
import inspect

import msgspec
import pytest

from digest.pages import views

STRUCTS = [value for value in vars(views).values() if inspect.isclass(value) and issubclass(value, msgspec.Struct)]


@pytest.mark.parametrize("view", STRUCTS, ids=lambda view: view.__name__)
def test_views_are_frozen_and_described(view: type[msgspec.Struct]) -> None:
    """A view can't be changed, and each of its fields has a sentence below it, which the documentation shows."""
    assert view.__struct_config__.frozen
    (node,) = ast.parse(inspect.getsource(view)).body
    assert isinstance(node, ast.ClassDef)
    described = {
        field.target.id
        for field, below in zip(node.body, node.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and str(below.value.value).strip().endswith(".")
    }
    assert set(view.__struct_fields__) <= described
