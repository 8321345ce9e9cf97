"""What a merge brings is what changes when it is made."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from planners.domains import App, Flow, Problem
from planners.domains.board import Board
from planners.domains.intent import Intent
from planners.domains.quotient import exact_classes
from tests.campaign import share
from tests.planners.domains.cases import ANY_CASE, excess, openings, problems


def standing(board, problem):
    """Rules and weighted over-permission of a board, read from its members alone."""
    apps = board.intent.apps
    weights = {app.id: problem.weights.get(app.data_class, 1) for app in apps}
    parts = [[apps[app].id for app in members] for members in board.members.values()]
    return excess(parts, openings(problem.flows, problem.flows), weights)


@settings(max_examples=share(3000), deadline=None, suppress_health_check=ANY_CASE)
@given(problems(), st.randoms(use_true_random=False))
def test_what_a_merge_is_said_to_bring_is_what_it_brings_and_all_ways_of_asking_agree(problem, dice):
    intent = Intent.of(problem)
    board = Board(intent, exact_classes(intent))

    while pairs := [pair for pair in combinations(sorted(board.members), 2) if board.may_merge(*pair)]:
        one, other = dice.choice(pairs)
        said, before = board.worth(one, other), standing(board, problem)
        assert board.rules() == before[0]
        assert dict(board.near(one)).get(other, said) == said
        assert dict(board.near(other, 1)).get(one, said) == said
        assert other in dict(board.near(one)) or said.saved == 0

        board.merge(one, other)

        after = standing(board, problem)
        assert (said.saved, said.extra) == (before[0] - after[0], after[1] - before[1])


def test_a_copy_merges_on_its_own():
    problem = Problem(tuple(App(id) for id in "abx"), (Flow("a", "x"), Flow("b", "x", "udp")))
    intent = Intent.of(problem)
    board = Board(intent, [(0,), (1,), (2,)])

    board.copy().merge(0, 1)

    assert board.members == {0: (0,), 1: (1,), 2: (2,)}
    assert board.worth(0, 1) == (0, 2)
    assert board.rows[0].keys() == board.rows[1].keys() == {2}
