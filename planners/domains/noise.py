"""Noise: flows seen once across a block of apps where nothing else of their kind is. They are for a person to look at."""

from typing import NamedTuple

from planners.domains.board import Board
from planners.domains.intent import Intent, Pair
from planners.domains.merging import ALIKE, merge_all, starting_board
from planners.domains.ports import bits_of
from planners.domains.quotient import Members

SCOUTS = (4.0, 16.0)
"""The worths of a rule by which domains are tried to tell noise from the rest; coarse, so that noise is alone in its block."""
ROUNDS = 2
"""Noise hides noise: without the first some more is seen."""


class Noise(NamedTuple):
    """The flows for review, and groups of apps that are much alike whatever else is noise."""

    flows: list[Pair]
    alike: list[Members]


def noise_of(intent: Intent) -> Noise:
    """The noise of an intent; the flows are none where every flow is taken as meant."""
    found: list[Pair] = []
    if not intent.problem.lone:
        return Noise(found, [])
    board = starting_board(intent)
    for _ in range(ROUNDS):
        merge_all(board, ALIKE)
        alike = list(board.members.values())
        for worth in SCOUTS:
            merge_all(board, worth)
        lone = _lone(board, intent)
        found += lone
        intent = intent.without(lone)
        board = Board(intent, alike)
    return Noise(sorted(found), alike)


def _lone(board: Board, intent: Intent) -> list[Pair]:
    """The flows that are alone in a block of their port class that is large enough."""
    alone: dict[Pair, Pair | None] = {}
    for source, target, mask in intent.pairs():
        home = board.home[source], board.home[target]
        for port in bits_of(mask):
            block = (*home, port)
            alone[block] = None if block in alone else (source, target, port)
    return [pair for block, pair in alone.items() if pair and _is_noise(block, pair, board, intent)]


def _is_noise(block: Pair, pair: Pair, board: Board, intent: Intent) -> bool:
    source, target, port = pair
    if intent.firm[source].get(target, 0) >> port & 1:
        return False
    own = board.size[block[0]] if block[0] == block[1] else 0
    return board.size[block[0]] * board.size[block[1]] - own >= intent.problem.lone
