"""Expected values of the trend tests and slopes, for test/methods: slow, obvious loops over all pairs.

Run as `python3 test/oracle/generate_kendall.py` after generate.R, whose series.json it reads. The scores and exact
p-values are compared with scipy.stats.kendalltau and the slopes with scipy.stats.theilslopes while it runs.
"""

import itertools
import json
import math
import pathlib
import platform

import numpy
import scipy
from scipy import stats

HERE = pathlib.Path(__file__).parent
Z = stats.norm.ppf(0.975)


def present(y):
    return [(i, v) for i, v in enumerate(y) if v is not None]


def sign(x):
    return (x > 0) - (x < 0)


def score(y):
    values = [v for _, v in present(y)]
    n = len(values)
    s = sum(sign(b - a) for a, b in itertools.combinations(values, 2))
    ties = [values.count(v) for v in set(values)]
    variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    return n, s, variance, sum(t * (t - 1) // 2 for t in ties)


def slopes_of(y, unit=1):
    return [(b - a) / ((j - i) / unit) for (i, a), (j, b) in itertools.combinations(present(y), 2)]


def at_rank(ordered, rank):
    """The value at a rank counted from 1, interpolated; None outside."""
    if rank < 1 or rank > len(ordered):
        return None
    low = math.floor(rank)
    high = min(low + 1, len(ordered))
    return ordered[low - 1] + (rank - low) * (ordered[high - 1] - ordered[low - 1])


def interval(slopes, variance):
    ordered = sorted(slopes)
    c = Z * math.sqrt(variance)
    n = len(ordered)
    return {"slope": float(numpy.median(ordered)), "low": at_rank(ordered, (n - c) / 2), "high": at_rank(ordered, (n + c) / 2 + 1)}


def normal_p(s, variance):
    z = (s - sign(s)) / math.sqrt(variance)
    return {"z": z, "p": float(2 * stats.norm.sf(abs(z)))}


def mann_kendall(y):
    n, s, variance, tied = score(y)
    pairs = n * (n - 1) / 2
    values = [v for _, v in present(y)]
    times = [i for i, _ in present(y)]
    result = {"n": n, "s": s, "variance": variance, **normal_p(s, variance), "tau": s / pairs}
    result["tauB"] = s / math.sqrt(pairs * (pairs - tied))
    assert abs(result["tauB"] - stats.kendalltau(times, values).statistic) < 1e-12
    if n <= 10 and tied == 0:
        result["p"] = float(stats.kendalltau(times, values, method="exact").pvalue)
        result["exact"] = True
    result["sen"] = interval(slopes_of(y), variance)
    assert math.isclose(result["sen"]["slope"], stats.theilslopes(values, times).slope, rel_tol=1e-12, abs_tol=1e-15)
    return result


def covariance(a, b):
    """Hirsch and Slack (1984), equations 7 to 9, for two seasons with gaps."""
    years = len(a)

    def rank(row, i):
        if row[i] is None:
            return (sum(v is not None for v in row) + 1) / 2
        return (sum(v is not None for v in row) + 1 + sum(sign(row[i] - v) for v in row if v is not None)) / 2

    def rise(row, i, j):
        return 0 if row[i] is None or row[j] is None else sign(row[j] - row[i])

    k = sum(rise(a, i, j) * rise(b, i, j) for i, j in itertools.combinations(range(years), 2))
    ranks = sum(rank(a, i) * rank(b, i) for i in range(years))
    na, nb = (sum(v is not None for v in row) for row in (a, b))
    return (k + 4 * ranks - years * (na + 1) * (nb + 1)) / 3


def seasonal(y, m):
    years = math.ceil(len(y) / m)
    rows = [(y[g::m] + [None] * years)[:years] for g in range(m)]
    parts = [score(row) for row in rows]
    s = sum(part[1] for part in parts)
    variance = sum(part[2] for part in parts)
    scale = sum(math.sqrt(n * (n - 1) / 2 * (n * (n - 1) / 2 - tied)) for n, _, _, tied in parts)
    total = variance + 2 * sum(covariance(a, b) for a, b in itertools.combinations(rows, 2))
    z = numpy.array([part[1] / math.sqrt(part[2]) for part in parts if part[2] > 0])
    chi2 = float((z**2).sum() - len(z) * z.mean() ** 2)
    return {
        "m": m, "n": sum(part[0] for part in parts), "s": s, "variance": variance, **normal_p(s, variance), "tauB": s / scale,
        "correlated": {"variance": total, **normal_p(s, total)},
        "sen": interval([slope for row in rows for slope in slopes_of(row)], variance),
        "heterogeneity": {"chi2": chi2, "df": len(z) - 1, "p": float(stats.chi2.sf(chi2, len(z) - 1))},
    }  # fmt: skip


def main():
    series = json.loads((HERE / "series.json").read_text())
    data = {name: series[name]["values"] for name in ("nottem", "co2", "AirPassengers", "Nile", "lynx", "uspop")}
    gaps = [None if i % 7 == 3 or i in (20, 21, 22) else v for i, v in enumerate(data["AirPassengers"][:100])]
    small = {
        "seven": [3.1, 2.5, 4.7, 5.2, 4.9, 6.6, 6.1],
        "ten": [12, 15, 11, 14, 9, 10, 8, 7, 6.5, 13],
        "four": [1, 2, 3, 4],
        "withGap": [5, None, 7, 6, None, None, 9, 12, 10.5],
        "fewTies": [2, 2, 3, 5, 5, 4],
        "manyTies": [0, 0, 1, 0, 2, 0, 0, 1, 0, 3, 0, 0, 0, 1, 1, 0, 4, 0, 1, 2],
    }
    result = {
        "made": {
            "script": "generate_kendall.py", "python": platform.python_version(),
            "scipy": scipy.__version__, "numpy": numpy.__version__,
        },
        "plain": {name: mann_kendall(y) for name, y in {**data, "gaps": gaps, **small}.items()},
        "seasonal": {name: seasonal(data[name], 12) for name in ("nottem", "co2", "AirPassengers")},
        "inputs": {"gaps": gaps, **small},
    }  # fmt: skip
    result["seasonal"]["gaps"] = seasonal(gaps, 12)
    result["seasonal"]["quarters"] = seasonal(small["manyTies"], 4)
    (HERE / "kendall.json").write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
