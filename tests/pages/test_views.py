"""The view models are values, and every field says what it holds."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil

import msgspec
import pytest

from digest.pages import views

MODULES = [importlib.import_module(f"{views.__name__}.{found.name}") for found in pkgutil.iter_modules(views.__path__)]
STRUCTS = [
    value
    for module in MODULES
    for value in vars(module).values()
    if inspect.isclass(value) and issubclass(value, msgspec.Struct) and value.__module__ == module.__name__
]


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
