"""What can be wrong with what a person or a file asks of the address planner.

    AddressError
        NotABlock     a text is no block
        BadProblem    pools, ranges or requests contradict each other; names the path

"There is no room" is an answer (`NoRoom`), never an error.
"""


class AddressError(ValueError):
    """Anything the address planner cannot read or understand."""


class NotABlock(AddressError):
    """A text that is no block, with the block that was probably meant."""


class BadProblem(AddressError):
    """A planning problem that makes no sense, with the path of the culprit."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
