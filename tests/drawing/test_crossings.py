from workbench.drawing.crossings import bridged
from workbench.drawing.drawing import Bridge, Line, Point


def line(key: str, *points: Point) -> Line:
    """A line of the usual style."""
    return Line(key, key, "vpc-attachment", "attachment", points, "a", "b", key)


def test_the_later_line_bridges_the_earlier_one():
    across, down = line("across", (0, 50), (100, 50)), line("down", (40, 0), (40, 90))

    below, above = bridged([across, down], ["1", "2"], lambda at: "vpc.fill")

    assert below.bridges == ()
    assert above.bridges == (Bridge((40, 47.75), (40, 52.25), "vpc.fill"),)


def test_lines_of_one_net_are_a_tree():
    across, down = line("across", (0, 50), (100, 50)), line("down", (40, 0), (40, 90))

    assert bridged([across, down], ["1", "1"], lambda at: "canvas") == (across, down)


def test_lines_that_only_touch_do_not_cross():
    across, down = line("across", (0, 50), (40, 50)), line("down", (40, 0), (40, 90))

    assert bridged([across, down], ["1", "2"], lambda at: "canvas") == (across, down)
