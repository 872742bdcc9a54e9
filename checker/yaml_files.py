"""YAML files of users: what is wrong with one is told with the line and an excerpt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from checker.data import parse_yaml
from checker.decoding import DecodingError
from checker.errors import SoatError

if TYPE_CHECKING:
    from yaml.nodes import Node

T = TypeVar("T")
_DEEPEST = 50  # brackets in brackets; thousands of them would end the process
_SWELLING = 10  # times that a text may grow when its aliases are written out
_SHOWN = 160  # characters of a line
_TAB = re.compile(r"[ ]*\t")


@dataclass(frozen=True)
class YamlFile:
    """A YAML file as read: its text, and what it says."""

    path: Path
    text: str = field(repr=False)
    raw: Any

    def line(self, where: Sequence[str | int]) -> int:
        """The line, from 1, of what the keys and indexes ``where`` lead to, as far as they are
        there."""
        import yaml

        node, number = yaml.compose(self.text, Loader=_loader()), 1
        for step in where:
            if isinstance(node, yaml.MappingNode):
                pairs = [pair for pair in node.value if pair[0].value == str(step)]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                pairs = [(one, one) for one in node.value[step : step + 1]]
            else:
                pairs = []
            if not pairs:
                break
            at, node = pairs[0]
            number = _line(at.start_mark)
        return number

    def error(self, fault: DecodingError, error: type[SoatError]) -> SoatError:
        """Return the error for a mistake in the file, with path, line and excerpt."""
        number = self.line(fault.where)
        told = {"path": self.path, "key": fault.key, "line": number}
        told["excerpt"] = _excerpt(self.text, number)
        return error(fault.code, **{**told, **fault.values})

    def decode(self, decode: Callable[[Any], T], error: type[SoatError]) -> T:
        """Return what ``decode`` makes of the file; raises ``error`` when that is a
        DecodingError."""
        try:
            return decode(self.raw)
        except DecodingError as fault:
            raise self.error(fault, error) from None


def decode_yaml(path: Path, decode: Callable[[Any], T], error: type[SoatError]) -> T:
    """Return what ``decode`` makes of the YAML file at ``path``. Raises ``error`` as
    :func:`read_yaml` and :meth:`YamlFile.decode` do."""
    return read_yaml(path, error).decode(decode, error)


def read_yaml(path: Path, error: type[SoatError]) -> YamlFile:
    """Read a YAML file in UTF-8, with or without a byte order mark. Raises ``error``, with path,
    line and excerpt, when it cannot be read, is no YAML, names a key twice, or is built to swell.
    """
    import yaml

    try:
        text = path.read_bytes().decode("utf-8-sig")
        _refuse_traps(text)
        return YamlFile(path, text, parse_yaml(text))
    except OSError as fault:
        detail = fault.strerror or str(fault)
        raise error("yaml-unreadable", path=path, line=1, excerpt="", detail=detail) from None
    except UnicodeDecodeError:
        raise error("yaml-not-utf8", path=path, line=1, excerpt="") from None
    except _Trap as trap:
        told = {"path": path, "line": trap.line, "excerpt": _excerpt(text, trap.line)}
        raise error(trap.code, **told, key=trap.key) from None
    except (yaml.YAMLError, ValueError) as fault:
        raise _syntax_error(path, text, fault, error) from None


class _Trap(Exception):
    """A text that YAML allows and nobody means; ``line`` counts from 1."""

    def __init__(self, code: str, line: int, key: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.key = key


def _refuse_traps(text: str) -> None:
    """Raise _Trap for a key that stands twice in a mapping, for nesting that is too deep, and for
    aliases that make the text swell or hold itself. Raises yaml.YAMLError."""
    import yaml

    loader = _loader()
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        opens = isinstance(event, yaml.CollectionStartEvent)
        depth += opens - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise _Trap("yaml-too-deep", _line(event.start_mark))
    root = yaml.compose(text, Loader=loader)
    sizes: dict[int, int] = {}
    whole = _size(root, sizes) if root else 0
    if whole > _SWELLING * (len(sizes) + 100):
        raise _Trap("yaml-swells", 1)


def _size(node: Node, sizes: dict[int, int]) -> int:
    """The number of nodes in a tree, aliases written out; ``sizes`` keeps those by node, 0 while
    it is being counted."""
    if id(node) in sizes:
        if not sizes[id(node)]:
            raise _Trap("yaml-swells", _line(node.start_mark))
        return sizes[id(node)]
    sizes[id(node)] = 0
    sizes[id(node)] = 1 + sum(_size(one, sizes) for one in _parts(node))
    return sizes[id(node)]


def _parts(node: Node) -> Iterator[Node]:
    import yaml

    if isinstance(node, yaml.SequenceNode):
        yield from node.value
    elif isinstance(node, yaml.MappingNode):
        seen: set[tuple[str, str]] = set()
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                name = (key.tag, key.value)
                if name in seen:
                    raise _Trap("yaml-twice", _line(key.start_mark), key.value)
                seen.add(name)
            yield key
            yield value


def _syntax_error(path: Path, text: str, fault: Exception, error: type[SoatError]) -> SoatError:
    number = _line(getattr(fault, "problem_mark", None))
    detail = " ".join((getattr(fault, "problem", None) or str(fault)).split())
    excerpt = _excerpt(text, number)
    code = "yaml-tab" if _TAB.match(excerpt) else "bad-yaml"
    return error(code, path=path, line=number, excerpt=excerpt, detail=detail)


def _loader() -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _line(mark: Any) -> int:
    return mark.line + 1 if mark else 1


def _excerpt(text: str, number: int) -> str:
    lines = text.splitlines()
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
