"""What can be wrong with what a person or a file asks of the address planner.

    AddressError
        NotABlock     a text is no block
        BadProblem    pools, ranges or requests contradict each other; names the path

"There is no room" is an answer (`NoRoom`), never an error.
"""

from typing import Any


class Told(str):
    """A sentence in English about a place, with the pattern and the values it was made of, to be said in other languages."""

    __slots__ = ("path", "pattern", "values")

    path: str
    pattern: str
    values: dict[str, Any]

    def __new__(cls, path: str, pattern: str, values: dict[str, Any]) -> "Told":
        """The sentence after its place, where it has one."""
        said = pattern.format_map(values)
        made = super().__new__(cls, f"{path}: {said}" if path else said)
        made.path, made.pattern, made.values = path, pattern, values
        return made


class AddressError(ValueError):
    """Anything the address planner cannot read or understand; `told` says what, and where if it knows."""

    def __init__(self, path: str, pattern: str, values: dict[str, Any]) -> None:
        self.told = Told(path, pattern, values)
        super().__init__(str(self.told))

    def at(self, path: str) -> "BadProblem":
        """The same, of another place."""
        return BadProblem(path, self.told.pattern, **self.told.values)


class NotABlock(AddressError):
    """A text that is no block, with the block that was probably meant."""

    def __init__(self, pattern: str, **values: Any) -> None:
        super().__init__("", pattern, values)


class BadProblem(AddressError):
    """A planning problem that makes no sense, with the path of the culprit."""

    def __init__(self, path: str, pattern: str, /, **values: Any) -> None:
        super().__init__(path, pattern, values)
