"""The plain JSON file of apps and flows, read into a `Problem`, every error with its path."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planners.addresses import Block, NotABlock, parse_block
from planners.addresses.errors import Told
from planners.domains.errors import BadFlows, shown
from planners.domains.problem import (
    LONE_BLOCK,
    WORTHS,
    App,
    Attributes,
    Flow,
    Limits,
    Problem,
    check_known,
    check_problem,
)
from planners.domains.reading import Ports, Warn, check_flow, flows_of, ports_of_text, protocol_of

TOP = ("apps", "flows", "pins", "apart", "limits", "worths", "weights", "lone", "exact")
APP = ("id", "hard", "soft", "data_class", "address")
FLOW = ("source", "target", "protocol", "ports", "seen")


def read_text(text: str | bytes, warn: Warn, limits: Limits | None = None) -> Problem:
    """The problem of a file's text; `warn` is told of what is ignored, `limits` hold where the file gives none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadFlows("$", "is not JSON: {reason}", reason=shown(str(error))) from None
    return read_problem(data, warn, limits)


def read_problem(data: object, warn: Warn, limits: Limits | None = None) -> Problem:
    """The problem of one JSON object."""
    problem = _Reader(warn).problem(data, limits)
    check_problem(problem)
    return problem


@dataclass(frozen=True, slots=True)
class _Reader:
    warn: Warn

    def problem(self, data: object, limits: Limits | None) -> Problem:
        top = _object(data, "$")
        self._unknown(top, TOP, "")
        items = _list(_needed(top, "flows", ""), "flows")
        apps = self._apps(top["apps"]) if "apps" in top else _apps_of(items)
        known = {app.id: app for app in apps}
        flows = [flow for i, item in enumerate(items) for flow in self._flows(item, f"flows[{i}]", known)]
        exact = top.get("exact", False)
        if type(exact) is not bool:
            raise BadFlows("exact", "{value} is neither true nor false", value=_shown(exact))
        return Problem(
            apps,
            tuple(flows),
            _texts(top.get("pins", {}), "pins"),
            tuple(_pair(one, f"apart[{i}]") for i, one in enumerate(_list(top.get("apart", []), "apart"))),
            self._limits(top.get("limits"), limits),
            tuple(_number(one, f"worths[{i}]") for i, one in enumerate(_list(top.get("worths", [*WORTHS]), "worths"))),
            {key: _whole(one, f"weights.{shown(key)}") for key, one in _object(top.get("weights", {}), "weights").items()},
            _whole(top.get("lone", LONE_BLOCK), "lone"),
            exact,
        )  # fmt: skip

    def _apps(self, data: object) -> tuple[App, ...]:
        return tuple(self._app(item, f"apps[{i}]") for i, item in enumerate(_list(data, "apps")))

    def _app(self, data: object, path: str) -> App:
        item = _object(data, path)
        self._unknown(item, APP, path)
        return App(
            _name(_needed(item, "id", path), f"{path}.id"),
            _attributes(item.get("hard", {}), f"{path}.hard"),
            _attributes(item.get("soft", {}), f"{path}.soft"),
            _text(item.get("data_class", ""), f"{path}.data_class"),
            _address(item.get("address"), f"{path}.address"),
        )

    def _flows(self, data: object, path: str, known: Mapping[str, App]) -> list[Flow]:
        item = _object(data, path)
        self._unknown(item, FLOW, path)
        ends = [_name(_needed(item, key, path), f"{path}.{key}") for key in FLOW[:2]]
        for key, end in zip(FLOW, ends, strict=False):
            check_known(known, end, f"{path}.{key}")
        if ends[0] == ends[1]:
            self.warn(Told(path, "ignored, an app needs no rule for itself", {}))
        protocol = protocol_of(_text(item.get("protocol", "tcp"), f"{path}.protocol"), f"{path}.protocol")
        seen = _whole(item.get("seen", 1), f"{path}.seen")
        flows = flows_of(ends[0], ends[1], protocol, _ports(item.get("ports"), f"{path}.ports"), seen)
        for flow in flows:
            check_flow(flow, f"{path}.protocol", f"{path}.ports")
        return flows

    def _limits(self, data: object, default: Limits | None) -> Limits | None:
        if data is None:
            return default
        item = _object(data, "limits")
        self._unknown(item, Limits._fields, "limits")
        given = {key: _whole(item[key], f"limits.{key}") for key in Limits._fields if key in item}
        if default is not None:
            return default._replace(**given)
        return Limits(
            *(given[key] if key in given else _needed(item, key, "limits") for key in Limits._fields)
        )

    def _unknown(self, item: Mapping[str, Any], known: tuple[str, ...], path: str) -> None:
        for key in item:
            if key not in known:
                place = f"{path}.{shown(key)}" if path else shown(key)
                self.warn(Told(place, "unknown key, ignored", {}))


def _apps_of(items: list[Any]) -> tuple[App, ...]:
    """The apps that flows name, where the file lists none."""
    flows = [item for item in items if isinstance(item, dict)]
    names = [flow.get(key) for flow in flows for key in FLOW[:2]]
    return tuple(
        App(name) for name in dict.fromkeys(name for name in names if isinstance(name, str) and name)
    )


def _ports(data: object, path: str) -> list[Ports]:
    if data is None:
        return [None]
    if type(data) is int:
        return [(data, data)]
    if isinstance(data, list) and len(data) == 2 and all(type(one) is int for one in data):
        return [(data[0], data[1])]
    if isinstance(data, str):
        return ports_of_text(data, path)
    raise BadFlows(path, "{value} is no list of ports; write it like 80,443,8000-8010", value=_shown(data))


def _address(data: object, path: str) -> Block | None:
    if data is None:
        return None
    try:
        return parse_block(data)  # type: ignore[arg-type]
    except NotABlock as wrong:
        raise BadFlows(path, wrong.told.pattern, **wrong.told.values) from None


def _pair(data: object, path: str) -> tuple[str, str]:
    items = _list(data, path)
    if len(items) != 2:
        raise BadFlows(path, "{value} is no pair of apps", value=_shown(data))
    return _name(items[0], f"{path}[0]"), _name(items[1], f"{path}[1]")


def _attributes(data: object, path: str) -> Attributes:
    return tuple(sorted(_texts(data, path).items()))


def _texts(data: object, path: str) -> dict[str, str]:
    return {key: _text(value, f"{path}.{shown(key)}") for key, value in _object(data, path).items()}


def _name(data: object, path: str) -> str:
    if not isinstance(data, str) or not data.strip():
        raise BadFlows(path, "{value} is not a name", value=_shown(data))
    return data


def _text(data: object, path: str) -> str:
    if not isinstance(data, str):
        raise BadFlows(path, "{value} is not a text", value=_shown(data))
    return data


def _whole(data: object, path: str) -> int:
    if type(data) is not int or data < 0:
        raise BadFlows(path, "{value} is not a whole number from 0", value=_shown(data))
    return data


def _number(data: object, path: str) -> float:
    if type(data) not in (int, float) or not 0 <= data <= 1e9:  # type: ignore[operator]
        raise BadFlows(path, "{value} is not a number from 0 to a thousand million", value=_shown(data))
    return float(data)  # type: ignore[arg-type]


def _needed(item: Mapping[str, Any], key: str, path: str) -> Any:
    if key not in item:
        raise BadFlows(f"{path}.{key}" if path else key, "is missing")
    return item[key]


def _object(data: object, path: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise BadFlows(path, "{value} is not an object", value=_shown(data))
    return data


def _list(data: object, path: str) -> list[Any]:
    if not isinstance(data, list):
        raise BadFlows(path, "{value} is not a list", value=_shown(data))
    return data


def _shown(data: object) -> str:
    return shown(json.dumps(data, ensure_ascii=False))
