"""Writes the bundled samples, or a generated design of a size."""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.samples.clean import advanced, basic_network, basic_security, standard
from tools.samples.enterprise import enterprise
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
    """Writes every sample into `resources/samples`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=FOLDER, help="the folder to write to")
    options = parser.parse_args()
    for name, sample in SAMPLES.items():
        path = options.out / f"{name}.lzd"
        path.write_bytes(design_bytes(sample()))
        print(path)


if __name__ == "__main__":
    main()
