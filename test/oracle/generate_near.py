"""Expected distances to a line on WGS 84, for test/geo.

Run as `python3 test/oracle/generate_near.py` with scipy and numpy. A geodesic is followed by integrating its equation in
space, x'' = -(x' H x' / |g|^2) g with the gradient g and the Hessian H of the ellipsoid; the one between two places is
found by solving for its azimuth and length, and the nearest point of a segment by minimising over its length. Nothing of
it is shared with the program, which uses the series of GeographicLib.
"""

import json
import pathlib
import platform

import numpy as np
import scipy
from scipy import integrate, optimize

A, F = 6378137.0, 1 / 298.257223563
B = A * (1 - F)
DIAGONAL = np.array([1 / A**2, 1 / A**2, 1 / B**2])
HERE = pathlib.Path(__file__).parent


def place(lon, lat):
    phi, lam = np.radians([lat, lon])
    e2 = F * (2 - F)
    n = A / np.sqrt(1 - e2 * np.sin(phi) ** 2)
    return np.array([n * np.cos(phi) * np.cos(lam), n * np.cos(phi) * np.sin(lam), n * (1 - e2) * np.sin(phi)])


def frame(lon, lat):
    phi, lam = np.radians([lat, lon])
    north = np.array([-np.sin(phi) * np.cos(lam), -np.sin(phi) * np.sin(lam), np.cos(phi)])
    east = np.array([-np.sin(lam), np.cos(lam), 0.0])
    return north, east


def equation(_, state):
    x, v = state[:3], state[3:]
    g = DIAGONAL * x
    return np.concatenate([v, -(v @ (DIAGONAL * v)) / (g @ g) * g])


def followed(start, direction, length, dense=False):
    state = np.concatenate([start, direction])
    # lengths in units of the radius keep the tolerances meaningful
    run = integrate.solve_ivp(
        lambda s, y: np.concatenate([equation(s, y)[:3] * A, equation(s, y)[3:] * A]),
        (0, length / A), state, method="DOP853", rtol=1e-13, atol=np.array([1e-7] * 3 + [1e-13] * 3), dense_output=dense,
    )
    return run.sol if dense else run.y[:3, -1]


def joined(start, target):
    """Azimuth and length of the geodesic from a place (lon, lat) to a point of space."""
    north, east = frame(*start)
    origin = place(*start)
    way = target - origin
    chord = np.linalg.norm(way)
    if chord < 1:
        # over less than a metre the straight way is as long to within 1e-14 of it
        return np.arctan2(way @ east, way @ north), chord
    ahead = np.arctan2(way @ east, way @ north)
    size = 2 * np.arcsin(min(1, chord / (2 * A)))
    guess = size * np.array([np.cos(ahead), np.sin(ahead)])

    def miss(unknown):
        length = np.hypot(*unknown)
        direction = (unknown[0] * north + unknown[1] * east) / length
        return (followed(origin, direction, length * A) - target) / A

    solved = optimize.least_squares(miss, guess, xtol=1e-15, ftol=1e-15, gtol=1e-15, x_scale=size)
    assert np.linalg.norm(solved.fun) * A < 1e-5, (start, np.linalg.norm(solved.fun) * A)
    return np.arctan2(solved.x[1], solved.x[0]), np.hypot(*solved.x) * A


def to_segment(position, one, two):
    azimuth, length = joined(one, place(*two))
    north, east = frame(*one)
    line = followed(place(*one), np.cos(azimuth) * north + np.sin(azimuth) * east, length, dense=True)
    distance = lambda s: joined(position, line(s / A)[:3])[1]
    grid = np.linspace(0, length, 9)
    values = [distance(s) for s in grid]
    best = int(np.argmin(values))
    lo, hi = grid[max(0, best - 1)], grid[min(8, best + 1)]
    inner = optimize.minimize_scalar(distance, bounds=(lo, hi), method="bounded", options={"xatol": 1e-3})
    return float(min(inner.fun, *values))


def to_line(position, line):
    return min(to_segment(position, one, two) for one, two in zip(line, line[1:]))


# lon, lat throughout
LINES = {
    "zigzag": [[100.1, 20.3], [99.0, 19.8], [97.7, 18.9], [98.5, 15.3], [99.2, 11.8]],
    "across the antimeridian": [[178.5, -17.2], [-179.2, -16.1], [-178.4, -18.9]],
    "over the north pole": [[20, 88.5], [-150, 89.2]],
    "around the south pole": [[0, -87], [120, -86], [-120, -88], [0, -87]],
    "along a parallel, long": [[-123.0, 49.0], [-95.2, 49.0]],
    "along the equator": [[10, 0], [12, 0]],
    "a meridian": [[30, -5], [30, 55]],
    "very short": [[98.0, 19.0], [98.00002, 19.00001]],
}
POSITIONS = {
    "zigzag": [[98.3, 17.0], [97.7, 18.9], [94.25, 19], [103.5, 13.2], [99.5, 20.02], [92.4, 20.6], [106, 35], [60, -20], [99.9, 10.9]],
    "across the antimeridian": [[179.9, -16.4], [-179.9, -17.0], [177, -18], [-175.3, -20], [179.99, -10]],
    "over the north pole": [[-100, 89.9], [0, 90], [70, 85], [-60, 70], [20, 88.5]],
    "around the south pole": [[60, -88.5], [0, -90], [-60, -86], [180, -60]],
    "along a parallel, long": [[-110, 49.0], [-109, 50.5], [-100, 40], [-90, 49], [-123.0001, 49.0]],
    "along the equator": [[11, 0.5], [9, -0.01], [11, 0], [40, 30]],
    "a meridian": [[31, 20], [30.0001, 40], [90, 10], [-20, 30]],
    "very short": [[98.00001, 19.0], [99, 18], [98, 19]],
}


def main():
    cases = []
    for name, line in LINES.items():
        for position in POSITIONS[name]:
            cases.append({"line": name, "position": position, "metres": round(to_line(position, line), 6)})
            print(cases[-1])
    made = {"script": "generate_near.py", "python": platform.python_version(), "scipy": scipy.__version__, "numpy": np.__version__}
    head = json.dumps({"made": made, "lines": LINES}, indent=0)[:-2]
    rows = ",\n".join(json.dumps(case) for case in cases)
    (HERE / "near.json").write_text(f'{head},\n"cases": [\n{rows}\n]\n}}\n')


main()
