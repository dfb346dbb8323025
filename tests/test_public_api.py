"""What `import digest` gives: the names that plugins are written with, and no others."""

from __future__ import annotations

import inspect
import typing

import msgspec

import digest
from digest import model


def test_all_is_sorted_and_true() -> None:
    """`__all__` is in order and each of its names exists."""
    assert list(digest.__all__) == sorted(digest.__all__)
    assert [name for name in digest.__all__ if not hasattr(digest, name)] == []


def test_every_value_of_the_model_is_public() -> None:
    """Each class and each set of labels that `digest.model` defines can be imported from `digest`."""
    defined = {
        name
        for name, value in vars(model).items()
        if not name.startswith("_")
        and (
            (inspect.isclass(value) and issubclass(value, msgspec.Struct) and value.__module__ == model.__name__)
            or typing.get_origin(value) in (typing.Annotated, typing.Literal, tuple)
        )
    }
    assert defined == set(digest.__all__) - {"hookimpl", "derived"}


def test_values_are_frozen() -> None:
    """No value of the model can be changed once it is made."""
    structs = [getattr(model, name) for name in digest.__all__ if inspect.isclass(getattr(model, name, None))]
    assert [struct.__name__ for struct in structs if not struct.__struct_config__.frozen] == []
