"""JSON as plain values, with what JSON readers let pass refused."""

from __future__ import annotations

import json
from typing import Any, Final, NoReturn

from workbench.importers.plan import Refused
from workbench.texts import text

DEEPEST: Final = 40


def json_value(written: str) -> Any:
    """The value of a JSON text; Refused for half texts, keys that come twice, NaN and deep nesting."""
    if not written.strip():
        raise Refused(text("The file is empty. It may have been cut off."))
    try:
        value = json.loads(written, object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as wrong:
        raise Refused(
            text("This is not whole JSON: {reason}. The file may have been cut off.", reason=wrong.msg),
            line=wrong.lineno,
        ) from wrong
    except RecursionError as wrong:
        raise Refused(text("The file is nested deeper than {most} levels.", most=DEEPEST)) from wrong
    except ValueError as wrong:
        # A number with more digits than Python reads.
        raise Refused(text("The file cannot be read: {reason}.", reason=str(wrong)[:200])) from wrong
    refuse_depth(value)
    return value


def refuse_depth(value: Any) -> None:
    """Refused where lists and objects are nested deeper than any configuration is."""
    level: list[Any] = [value]
    for _ in range(DEEPEST):
        level = [
            part
            for container in level
            if isinstance(container, (dict, list))
            for part in (container.values() if isinstance(container, dict) else container)
        ]
        if not level:
            return
    raise Refused(text("The file is nested deeper than {most} levels.", most=DEEPEST))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise Refused(text("The key “{name}” comes twice in one object. Take one out.", name=key[:80]))
        found[key] = value
    return found


def _no_number(name: str) -> NoReturn:
    raise Refused(text("{name} is not a JSON value.", name=name))
