"""How colours are seen: contrast by WCAG 2, and how they look to those who tell fewer of them apart.

The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
Deficiency" (IEEE TVCG 2009), at full severity; they hold for linear light.
"""

from __future__ import annotations

from typing import Final, Literal

Seen = Literal["protanopia", "deuteranopia", "tritanopia", "grey"]
Light = tuple[float, float, float]
MATRICES: Final[dict[Seen, tuple[Light, Light, Light]]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}
LUMINANCE: Final[Light] = (0.2126, 0.7152, 0.0722)


def linear(hexed: str) -> Light:
    """The linear light of #RRGGBB, each from 0 to 1."""
    red, green, blue = (int(hexed[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _opened(red), _opened(green), _opened(blue)


def seen(light: Light, by: Seen) -> Light:
    """How a light looks to somebody."""
    red, green, blue = (min(max(_product(row, light), 0.0), 1.0) for row in MATRICES[by])
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    low, high = sorted(_product(LUMINANCE, linear(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def difference(one: Light, other: Light) -> float:
    """How far two lights are apart for the eye (CIE 1976 L*a*b*): 2 is just to be told, 10 at a glance."""
    a, b = _lab(one), _lab(other)
    return float(sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5)


def _product(row: Light, light: Light) -> float:
    return sum(share * part for share, part in zip(row, light, strict=True))


def _opened(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _lab(light: Light) -> Light:
    rows = ((0.4124, 0.3576, 0.1805), LUMINANCE, (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    x, y, z = (_root(_product(row, light) / whole) for row, whole in zip(rows, white, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(value: float) -> float:
    return float(value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116)
