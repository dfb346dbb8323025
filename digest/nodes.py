"""YAML that people write, as values that know their lines; what could grow or nest without bound is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from digest.errors import ConfigError

_MAX_BYTES = 1_000_000
_MAX_DEPTH = 20
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def entries_of(data: bytes, file: Path) -> list[tuple[yaml.Node, yaml.Node]]:
    """The keys and values of the mapping that is in a file. Raises ConfigError if there is none."""
    if len(data) > _MAX_BYTES:
        raise ConfigError([f"{file}: larger than {_MAX_BYTES:,} bytes; this is no site.yaml"])
    try:
        _refuse_bombs(data, file)
        root = yaml.compose(data, Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigError([_yaml_fault(error, file)]) from error
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise ConfigError([f"{file}:{line_of(root)}: must be a mapping of keys to values, such as `title: My site`"])
    return root.value if root else []


def _refuse_bombs(data: bytes, file: Path) -> None:
    """Refuse what could grow or nest without bound, before anything is built from it."""
    depth = 0
    for event in yaml.parse(data, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        where = f"{file}:{line_of(event)}"
        if isinstance(event, yaml.AliasEvent):
            raise ConfigError([f"{where}: YAML aliases (*name) are not allowed; write the value out"])
        if depth > _MAX_DEPTH:
            raise ConfigError([f"{where}: nested more than {_MAX_DEPTH} levels deep; site.yaml needs three"])


def value_of(node: yaml.Node) -> Any:
    """The plain Python value of a node. Raises ValueError for a tag that does not fit, or a date that is none."""
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_document(node)
    except yaml.YAMLError as error:
        raise ValueError(getattr(error, "problem", None) or str(error)) from error
    except (AttributeError, LookupError) as error:  # PyYAML's word for a tag that the value is not one of
        raise ValueError(f"is no {node.tag.rpartition(':')[2]}; write the value without `!!`") from error
    finally:
        loader.dispose()


def line_of(part: yaml.Node | yaml.Event) -> int:
    """The line on which a node begins, from 1; 0 if it is not known."""
    return int(part.start_mark.line) + 1 if part.start_mark else 0


def _yaml_fault(error: Exception, file: Path) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"{file}:{mark.line + 1}:{mark.column + 1}" if mark else f"{file}"
    return f"{where}: not valid YAML: {getattr(error, 'problem', None) or getattr(error, 'reason', error)}"
