"""What is found of all groups at once is what each says by itself."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planners.domains import App, Flow, Problem, meeting
from planners.domains.board import Board
from planners.domains.intent import Intent
from planners.domains.meeting import worth_merging
from planners.domains.quotient import exact_classes
from tests.campaign import share
from tests.planners.domains.cases import ANY_CASE, problems


def one_by_one(board, worth, widest):
    """Every pair worth merging, as each group says it."""
    return {
        (*sorted((group, other)), merge)
        for group in board.members
        for other, merge in board.near(group, widest)
        if worth * merge.saved > merge.extra
    }


def at_once(board, worth, widest):
    found = list(worth_merging(board, worth, widest))
    assert len({pair[:2] for pair in found}) == len(found)
    assert all(one < other for one, other, _ in found)
    return {pair for pair in found if worth * pair[2].saved > pair[2].extra}


@settings(max_examples=share(3000), deadline=None, suppress_health_check=ANY_CASE)
@given(
    problems(),
    st.randoms(use_true_random=False),
    st.sampled_from([0.5, 3.0, 100.0]),
    st.sampled_from([None, 1, 2, 96]),
    st.sampled_from([1, 9, 1 << 20]),
)
def test_all_pairs_worth_merging_are_found_whatever_was_merged_and_however_many_are_looked_at_in_one_go(
    problem, dice, worth, widest, together
):
    intent = Intent.of(problem)
    board = Board(intent, exact_classes(intent))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(meeting, "AT_ONCE", together)
        while pairs := [pair for pair in combinations(sorted(board.members), 2) if board.may_merge(*pair)]:
            assert at_once(board, worth, widest) == one_by_one(board, worth, widest)
            board.merge(*dice.choice(pairs))


def test_weights_beyond_what_is_exact_in_floats_are_counted_in_whole_numbers():
    apps = tuple(App(id, data_class="secret") for id in "abcd")
    flows = (Flow("a", "c"), Flow("b", "c"), Flow("b", "d"))
    intent = Intent.of(Problem(apps, flows, weights={"secret": 10**30 + 1}))

    board = Board(intent, [(0,), (1,), (2,), (3,)])

    assert (0, 1, (1, 10**30 + 1)) in list(worth_merging(board, 2e30, None))
