"""The plain JSON file of address requests, read into a `Problem`, every error with its path."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from planners.addresses.blocks import IPV4, IPV6, Block, parse_block
from planners.addresses.errors import BadProblem, NotABlock, Told
from planners.addresses.problem import PACKED, SPREADS, WEIGHTS, Problem, Request
from planners.addresses.tree import check_problem

TOP = ("family", "pools", "reserved", "requests", "options", "previous", "states", "taken")
OPTIONS = ("reserved_per_leaf", "spread")
REQUEST = (
    "id", "parent", "prefixlen", "hosts", "growth_pct", "growth_bits",
    "min_len", "max_len", "pinned", "pool", "soft_bits", "spread", "max_blocks",
)  # fmt: skip
_PLAIN = frozenset(REQUEST)
Warn = Callable[[Told], None]


class Asked(NamedTuple):
    """What a file asks: its problems, whether it was a list of them, and what of each plan in force is taken elsewhere."""

    problems: list[Problem]
    is_list: bool
    taken: list[tuple[Block, ...]]


def read_text(text: str | bytes, warn: Warn) -> Asked:
    """The problems of a file's text; `warn` is told of everything that is ignored."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadProblem("$", "is not JSON: {reason}", reason=str(error)) from None
    is_list = isinstance(data, list)
    items = [(item, f"[{i}]") for i, item in enumerate(data)] if is_list else [(data, "")]
    problems = [read_problem(item, warn, path) for item, path in items]
    taken = [_Reader(warn, path).taken(item, one) for (item, path), one in zip(items, problems, strict=True)]
    return Asked(problems, is_list, taken)


def read_problem(data: object, warn: Warn, path: str = "") -> Problem:
    """The problem of one JSON object."""
    return _Reader(warn, path).problem(data)


@dataclass(frozen=True, slots=True)
class _Reader:
    warn: Warn
    root: str

    def problem(self, data: object) -> Problem:
        top = self._object(data, "")
        self._unknown(top, TOP, "")
        family = top.get("family", 4)
        if type(family) is not int or family not in (4, 6):
            raise BadProblem(self._at("family"), "{value} is neither 4 nor 6", value=_shown(family))
        options = self._object(top.get("options", {}), "options")
        self._unknown(options, OPTIONS, "options")
        items = self._list(self._needed(top, "requests"), "requests")
        previous, several = self._previous(self._object(top.get("previous") or {}, "previous"), family)
        problem = Problem(
            self._blocks(self._needed(top, "pools"), "pools", family),
            tuple(self._requests(items, family)),
            self._blocks(top.get("reserved", []), "reserved", family),
            family,
            self._whole(options, "reserved_per_leaf", "options", None),
            previous,
            self._states(self._object(top.get("states") or {}, "states")),
            self._spread(options, "options"),
            several,
        )
        try:
            check_problem(problem)
        except BadProblem as error:
            raise error.at(self._at(error.told.path)) from None
        return problem

    def _requests(self, items: list[Any], family: int) -> list[Request]:
        containers = {item.get("parent") for item in items if isinstance(item, dict) and _hashable(item)}
        found = [self._request(item, f"requests[{i}]", family) for i, item in enumerate(items)]
        for i, request in enumerate(found):
            self._ignored(request, f"requests[{i}]", request.id in containers)
        return found

    def _request(self, data: object, path: str, family: int) -> Request:
        item = self._object(data, path)
        if not _PLAIN.issuperset(item):
            self._unknown(item, REQUEST, path)
        most = IPV4 if family == 4 else IPV6
        pin, pools, parent = item.get("pinned"), item.get("pool"), item.get("parent")
        if parent is not None and type(parent) is not str:
            raise BadProblem(
                self._at(f"{path}.parent"), "{value} is neither an id nor null", value=_shown(parent)
            )
        id = self._needed(item, "id", path)
        if type(id) is not str or not id:
            raise BadProblem(self._at(f"{path}.id"), "{value} is not a name", value=_shown(id))
        return Request(
            id,
            parent,
            self._whole(item, "prefixlen", path, None, most),
            self._whole(item, "hosts", path, None),
            self._whole(item, "growth_pct", path, 0) or 0,
            self._whole(item, "growth_bits", path, 0) or 0,
            self._whole(item, "min_len", path, None, most),
            self._whole(item, "max_len", path, None, most),
            None if pin is None else self._block(pin, f"{path}.pinned", family),
            None if pools is None else self._blocks(pools, f"{path}.pool", family),
            self._whole(item, "soft_bits", path, 0) or 0,
            self._spread(item, path),
            self._blocks_allowed(item, path),
        )

    def _spread(self, item: Mapping[str, Any], path: str) -> str:
        return self._one_of(item.get("spread") or PACKED, SPREADS, f"{path}.spread")

    def _blocks_allowed(self, item: Mapping[str, Any], path: str) -> int:
        most = self._whole(item, "max_blocks", path, 1)
        if not most:
            raise BadProblem(
                self._at(f"{path}.max_blocks"), "{value} is not a whole number from 1", value=most
            )
        return most

    def _previous(
        self, named: dict[str, Any], family: int
    ) -> tuple[dict[str, Block], dict[str, tuple[Block, ...]]]:
        """The earlier blocks by id: of those that had one, and of those that had several."""
        lists = {id: told for id, told in named.items() if isinstance(told, list) and len(told) != 1}
        single = {
            id: told[0] if isinstance(told, list) else told for id, told in named.items() if id not in lists
        }
        return (
            {id: self._block(text, f"previous.{id}", family) for id, text in single.items()},
            {id: self._blocks(texts, f"previous.{id}", family) for id, texts in lists.items() if texts},
        )

    def taken(self, data: dict[str, Any], problem: Problem) -> tuple[Block, ...]:
        """The ranges of a problem read before that turned out to be taken elsewhere."""
        found = self._blocks(data.get("taken") or [], "taken", problem.family)
        if found and not (problem.previous or problem.several):
            raise BadProblem(self._at("previous"), "is missing")
        return found

    def _states(self, states: dict[str, Any]) -> dict[str, str]:
        return {id: self._one_of(state, WEIGHTS, f"states.{id}") for id, state in states.items()}

    def _one_of(self, value: object, choices: Collection[str], path: str) -> str:
        if isinstance(value, str) and value in choices:
            return value
        names = ", ".join(choices)
        raise BadProblem(self._at(path), "{value} is none of {choices}", value=_shown(value), choices=names)

    def _ignored(self, request: Request, path: str, container: bool) -> None:
        """Tell of keys that have no meaning where they stand."""
        if container and request.hosts is not None:
            self._tell(f"{path}.hosts", "ignored, {id} is a container", id=request.id)
        if container and request.growth_bits:
            self._tell(f"{path}.growth_bits", "ignored, {id} is a container", id=request.id)
        if container and request.soft_bits:
            self._tell(f"{path}.soft_bits", "ignored, {id} is a container", id=request.id)
        if not container and request.spread != PACKED:
            self._tell(f"{path}.spread", "ignored, {id} is no container", id=request.id)
        if not container and request.max_blocks > 1:
            self._tell(f"{path}.max_blocks", "ignored, {id} is no container", id=request.id)
        if not container and request.hosts is not None and request.prefix_length is not None:
            self._tell(f"{path}.hosts", "ignored, prefixlen is given")
        if request.parent is not None and request.pools is not None:
            self._tell(f"{path}.pool", "ignored, only the top level chooses pools")

    def _block(self, text: object, path: str, family: int) -> Block:
        try:
            return parse_block(text, family)  # type: ignore[arg-type]
        except NotABlock as error:
            raise error.at(self._at(path)) from None

    def _blocks(self, data: object, path: str, family: int) -> tuple[Block, ...]:
        items = self._list(data, path)
        return tuple(self._block(text, f"{path}[{i}]", family) for i, text in enumerate(items))

    def _whole(
        self, item: Mapping[str, Any], key: str, path: str, default: int | None, most: int | None = None
    ) -> int | None:
        value = item.get(key, default)
        if value is None:
            return default
        if type(value) is not int or value < 0:
            raise BadProblem(
                self._at(f"{path}.{key}"), "{value} is not a whole number from 0", value=_shown(value)
            )
        if most is not None and value > most:
            raise BadProblem(
                self._at(f"{path}.{key}"), "{value} is larger than {most}", value=_shown(value), most=most
            )
        return value

    def _needed(self, item: Mapping[str, Any], key: str, path: str = "") -> Any:
        if key not in item:
            raise BadProblem(self._at(f"{path}.{key}" if path else key), "is missing")
        return item[key]

    def _object(self, data: object, path: str) -> dict[str, Any]:
        if not isinstance(data, dict):
            raise BadProblem(self._at(path), "{value} is not an object", value=_shown(data))
        return data

    def _list(self, data: object, path: str) -> list[Any]:
        if not isinstance(data, list):
            raise BadProblem(self._at(path), "{value} is not a list", value=_shown(data))
        return data

    def _unknown(self, item: Mapping[str, Any], known: tuple[str, ...], path: str) -> None:
        for key in item:
            if key not in known:
                short = key if len(key) <= 40 else f"{key[:37]}..."
                self._tell(f"{path}.{short}" if path else short, "unknown key, ignored")

    def _tell(self, path: str, pattern: str, **values: object) -> None:
        self.warn(Told(self._at(path), pattern, values))

    def _at(self, path: str) -> str:
        joined = f"{self.root}.{path}" if self.root and path else self.root + path
        return joined or "$"


def _hashable(item: Mapping[str, Any]) -> bool:
    return isinstance(item.get("parent"), str)


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:37]}..."
