"""Expected values of the price indices in src/methods, for test/methods/price-indices.test.ts.

Run as `python3 test/oracle/generate_price_index.py` with mpmath. Laspeyres and Paasche are fractions, Fisher and
Tornqvist are mpmath's at 40 digits; price and quantity indices are each computed from prices and quantities, never one
from the other. A value is written with 17 digits.

The items are those of W. E. Diewert and K. J. Fox (2017), Discussion Paper 17-02, Vancouver School of Economics: four
products whose quantities follow from their prices under CES preferences with an elasticity of 2, rounded here to seven
decimals, which is what the test values of the R package IndexNumR were made from (indexNumR in price-index.json, kept
as it is by this script; https://github.com/grahamjwhite/IndexNumR, inst/testdata/testData_bilateral.RData; one of its
values is given to nine decimals, the rest to fifteen digits).
"""

import json
import pathlib
import platform
from fractions import Fraction

import mpmath as mp

mp.mp.dps = 40
OUT = pathlib.Path(__file__).parent / "price-index.json"

PRICES = [
    "2 1.75 1.6 1.5 1.45 1.4 1.35 1.3 1.25 1.2 1.15 1.1",
    "1 0.5 1.05 1.1 1.12 1.15 1.18 0.6 1.2 1.25 1.28 1.3",
    "1 0.95 0.9 0.85 0.4 0.8 0.75 0.72 0.7 0.4 0.7 0.65",
    "0.5 0.55 0.6 0.65 0.7 0.75 0.7 0.65 0.7 0.75 0.75 0.8",
]
SPENT = "10 13 11 12 15 13 14 17 15 18 16 17"
WEIGHTS = [Fraction(1, 5), Fraction(1, 5), Fraction(1, 5), Fraction(2, 5)]

prices = [[Fraction(p) for p in row.split()] for row in PRICES]
spent = [Fraction(e) for e in SPENT.split()]


def quantity(i, t):
    level = sum(w / prices[j][t] for j, w in enumerate(WEIGHTS))
    exact = spent[t] * WEIGHTS[i] / prices[i][t] ** 2 / level
    return Fraction(round(exact * 10**7), 10**7)


quantities = [[quantity(i, t) for t in range(12)] for i in range(4)]


def period(table, t):
    return [row[t] for row in table]


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def laspeyres(x0, y0, x1, y1):
    """Index of x with weights y; prices and quantities may change places."""
    return dot(x1, y0) / dot(x0, y0)


def paasche(x0, y0, x1, y1):
    return dot(x1, y1) / dot(x0, y1)


def number(x):
    return mp.mpf(x.numerator) / x.denominator if isinstance(x, Fraction) else x


def fisher(x0, y0, x1, y1):
    return mp.sqrt(number(laspeyres(x0, y0, x1, y1)) * number(paasche(x0, y0, x1, y1)))


def tornqvist(x0, y0, x1, y1):
    v0, v1 = dot(x0, y0), dot(x1, y1)
    terms = zip(x0, y0, x1, y1)
    return mp.exp(sum(number(a * b / v0 + c * d / v1) / 2 * mp.log(number(c / a)) for a, b, c, d in terms))


def series(index, x, y):
    """On the previous period, chained, and on the first period."""
    at = lambda s, t: number(index(period(x, s), period(y, s), period(x, t), period(y, t)))
    pop = [mp.mpf(1)] + [at(t - 1, t) for t in range(1, 12)]
    chained = [mp.fprod(pop[: t + 1]) for t in range(12)]
    return {"pop": pop, "chained": chained, "fixedbase": [at(0, t) for t in range(12)]}


def text(values):
    return [float(mp.nstr(v, 17)) for v in values]


def main():
    old = json.loads(OUT.read_text()) if OUT.exists() else {}
    out = {
        "made": {"script": "generate_price_index.py", "python": platform.python_version(), "mpmath": mp.__version__},
        "prices": [[str(float(p)) for p in row] for row in prices],
        "quantities": [[f"{q.numerator * 10**7 // q.denominator}" for q in row] for row in quantities],
        "quantityUnit": "1e-7",
    }
    for name, index in {"laspeyres": laspeyres, "paasche": paasche, "fisher": fisher, "tornqvist": tornqvist}.items():
        for kind, values in series(index, prices, quantities).items():
            out[f"{name}_{kind}"] = text(values)
    for name, index in {"laspeyres": laspeyres, "paasche": paasche, "fisher": fisher}.items():
        out[f"{name}_quantity_pop"] = text(series(index, quantities, prices)["pop"])
    out["indexNumR"] = old.get("indexNumR", {})
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in out.items()]
    OUT.write_text("{\n" + ",\n".join(lines) + "\n}\n")
    for key, values in out["indexNumR"].items():
        if key in out:
            print(key, f"{max(abs(a / b - 1) for a, b in zip(out[key], values)):.1e}")


main()
