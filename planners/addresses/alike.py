"""Which requests ask for the same, told by the few fields in which requests differ.

Most fields are the same in all requests of a problem. They are told apart from the
others without a step in Python for each request, and take no part in comparing.
"""

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any

from planners.addresses.problem import Request

AT_A_TIME = 400
"""Requests turned into columns at once: few enough that the columns stay in the processor's cache."""
_PARENT = 1

Columns = dict[int, list[Any]]


def columns_of(requests: Sequence[Request]) -> tuple[list[str], Columns]:
    """The ids, and by position the columns of all other fields in which the requests differ."""
    ids: list[str] = []
    columns: Columns = {}
    for start in range(0, len(requests), AT_A_TIME):
        named, *fields = zip(*requests[start : start + AT_A_TIME], strict=True)
        for place, column in enumerate(fields, 1):
            same = requests[0][place]
            if place in columns:
                columns[place].extend(column)
            elif column.count(same) < len(column):
                columns[place] = [*repeat(same, start), *column]
        ids.extend(named)
    return ids, columns


def parents_of(requests: Sequence[Request], columns: Columns) -> set[str]:
    """The ids that requests name as parent."""
    parents = columns[_PARENT] if _PARENT in columns else [request.parent for request in requests[:1]]
    return {parent for parent in set(parents) if parent is not None}


def asked(columns: Columns) -> Iterable[object]:
    """What each request asks for, equal where it is the same."""
    if len(columns) == 1:
        return next(iter(columns.values()))
    return zip(*columns.values(), strict=True) if columns else repeat(None)
