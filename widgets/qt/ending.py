"""What has to be ended once a widget is gone."""

from __future__ import annotations

from collections.abc import Callable


class Ending:
    """Ends a subscription when a widget is destroyed; no method of it, for it is gone then."""

    def __init__(self, end: Callable[[], object]) -> None:
        self._end = end

    def __call__(self) -> None:
        self._end()
