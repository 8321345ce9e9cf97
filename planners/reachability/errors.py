"""What can be wrong with a network or with a question about it.

    BadNetwork     a file or a network contradicts itself; names the path
    BadQuestion    what is asked about does not exist; names what was probably meant

"Denied" is an answer, never an error.
"""

from typing import Any

from planners.addresses.errors import Told

SHOWN = 60
"""Characters of something written that a message repeats."""


class ReachabilityError(ValueError):
    """Anything that cannot be read or understood; `told` says what, and where if it knows."""

    def __init__(self, path: str, pattern: str, values: dict[str, Any]) -> None:
        self.told = Told(path, pattern, values)
        super().__init__(str(self.told))


class BadNetwork(ReachabilityError):
    """A network that makes no sense, with the path of the culprit."""

    def __init__(self, path: str, pattern: str, /, **values: Any) -> None:
        super().__init__(path, pattern, values)


class BadQuestion(ReachabilityError):
    """A question that makes no sense, with the path of the culprit where it stands in a file."""

    def __init__(self, path: str, pattern: str, /, **values: Any) -> None:
        super().__init__(path, pattern, values)


def shortened(written: str) -> str:
    """What somebody wrote, only its beginning where it is long."""
    return written if len(written) <= SHOWN else f"{written[: SHOWN - 3]}..."
