"""From flows to a few security domains, and from these to groups that let pass exactly what is meant, counted anew.

`curved` gives the curve, `realised` works a point of it out, `realise_edit` is the one step that carries it out.
"""

from workbench.reachability.synthesis.intent import Listed, Wishes
from workbench.reachability.synthesis.points import Curved, curved
from workbench.reachability.synthesis.realising import Realised, realise_edit, realised

__all__ = ["Curved", "Listed", "Realised", "Wishes", "curved", "realise_edit", "realised"]
