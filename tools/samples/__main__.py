"""Writes the bundled samples, or a generated design of a size."""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.samples.clean import advanced, basic_network, basic_security, standard
from tools.samples.enterprise import enterprise
from tools.samples.generated import SIZES, generated
from workbench.storage.format import design_bytes

FOLDER = Path(__file__).parents[2] / "resources" / "samples"
SAMPLES = {
    "enterprise": enterprise,
    "basic-network": basic_network,
    "basic-security": basic_security,
    "standard": standard,
    "advanced": advanced,
}


def main() -> None:
    """Writes every sample into `resources/samples`, or a generated design into a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=tuple(SIZES), help="write a generated design of this size instead")
    parser.add_argument("--seed", type=int, default=1, help="which of them")
    parser.add_argument("--out", type=Path, default=FOLDER, help="the folder to write to")
    options = parser.parse_args()
    made = {name: sample() for name, sample in SAMPLES.items()}
    if options.size:
        made = {f"generated-{options.size}-{options.seed}": generated(SIZES[options.size], options.seed)}
    for name, design in made.items():
        path = options.out / f"{name}.lzd"
        path.write_bytes(design_bytes(design))
        print(path)


if __name__ == "__main__":
    main()
