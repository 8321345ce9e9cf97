"""Noise: flows seen once across a block of apps where nothing else of their kind is. They are for a person to look at."""

from typing import NamedTuple

import numpy as np

from planners.domains.board import Board
from planners.domains.intent import Intent, Pair
from planners.domains.merging import ALIKE, merge_all, starting_board
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
    alike: list[Members] = []
    for _ in range(ROUNDS):
        board = Board(intent, alike) if alike else starting_board(intent)
        merge_all(board, ALIKE)
        alike = list(board.members.values())
        for worth in SCOUTS:
            merge_all(board, worth)
        lone = _lone(board, intent)
        found += lone
        intent = intent.without(lone)
    return Noise(sorted(found), alike)


def _lone(board: Board, intent: Intent) -> list[Pair]:
    """The flows that are alone in a block of their port class that is large enough."""
    home = np.array([board.home[app] for app in range(len(intent.apps))], dtype=np.int64)
    keys = intent.columns.at(home).keys(len(intent.apps), len(intent.ports))
    _, first, counts = np.unique(keys, return_index=True, return_counts=True)
    alone = intent.columns.kept(first[counts == 1])
    pairs = zip(*(column.tolist() for column in alone), strict=True)
    return [pair for pair in pairs if _is_noise(pair, board, intent)]


def _is_noise(pair: Pair, board: Board, intent: Intent) -> bool:
    source, target, port = pair
    if intent.firm[source].get(target, 0) >> port & 1:
        return False
    one, other = board.home[source], board.home[target]
    own = board.size[one] if one == other else 0
    return board.size[one] * board.size[other] - own >= intent.problem.lone
