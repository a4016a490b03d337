"""Expected values of the distributions in src/math, for test/math.

Run as `python3 test/oracle/generate.py` with mpmath, scipy and numpy. The values are mpmath's at 40 digits; scipy must
agree, and by how much is recorded beside them. A value is written with 17 digits, the shortest text of its double.
"""

import json
import pathlib
import platform

import mpmath as mp
import numpy
import scipy
from scipy import special, stats

mp.mp.dps = 40
HERE = pathlib.Path(__file__).parent
VERSIONS = {
    "script": "generate.py",
    "python": platform.python_version(),
    "mpmath": mp.__version__,
    "scipy": scipy.__version__,
    "numpy": numpy.__version__,
}


def write(name, groups):
    """groups: name -> (rows of [*input, expected], scipy function of the inputs)."""
    out = {"made": VERSIONS, "scipyDisagrees": {}}
    for group, (rows, check) in groups.items():
        out[group] = rows
        worst = max(abs(check(*row[:-1]) / row[-1] - 1) for row in rows if abs(row[-1]) > 1e-290)
        out["scipyDisagrees"][group] = float(f"{worst:.1e}")
    text = json.dumps(out, indent=0).replace(",\n", ", ").replace("[\n", "[").replace("\n]", "]")
    (HERE / name).write_text(text.replace("], [", "],\n[") + "\n")
    print(name, out["scipyDisagrees"])


def beta_tail(x, y, a, b):
    """Lower tail of the beta distribution by its series of positive terms (DLMF 8.17.8)."""
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_tail(y, x, b, a)
    term = total = mp.mpf(1)
    k = 0
    while term > total * mp.mpf(10) ** -35:
        term *= (a + b + k) / (a + 1 + k) * x
        total += term
        k += 1
    log_front = a * mp.log(x) + b * mp.log(y) + mp.loggamma(a + b) - mp.loggamma(a + 1) - mp.loggamma(b)
    return mp.exp(log_front) * total


def exact_beta(x, a, b):
    x, a, b = map(mp.mpf, (x, a, b))
    return float(beta_tail(x, 1 - x, a, b))


def exact_t(t, df):
    t, df = mp.mpf(t), mp.mpf(df)
    square = t * t
    return float(beta_tail(df / (df + square), square / (df + square), df / 2, mp.mpf(1) / 2) / 2)


def improve(quantile, tail, density, p):
    """Two Newton steps at 40 digits from scipy's quantile; tail(q) = p, density is the slope of the tail."""
    q = mp.mpf(float(quantile))
    for _ in range(3):
        q -= (tail(q) - p) / density(q)
    return q


def beta_odds(p, a, b):
    """Odds x / (1 - x) of the beta quantile, Newton in log odds from scipy's value."""
    a, b, p = mp.mpf(a), mp.mpf(b), mp.mpf(p)
    x = mp.mpf(float(special.betaincinv(float(a), float(b), float(p))))
    u = mp.log(x / (1 - x)) if 0 < x < 1 else mp.log(float(special.betainccinv(float(b), float(a), float(p))) ** -1)
    for _ in range(4):
        e = mp.exp(u)
        x, y = e / (1 + e), 1 / (1 + e)
        factor = mp.exp(a * mp.log(x) + b * mp.log(y) - mp.log(mp.beta(a, b)))
        u -= (beta_tail(x, y, a, b) - p) / factor
    return float(mp.exp(u))


def t_quantile_tail(p, df):
    """t with P(T > t) = p."""
    odds = beta_odds(2 * mp.mpf(p), mp.mpf(df) / 2, mp.mpf(1) / 2)
    return float(mp.sqrt(df / mp.mpf(odds)))


def special_functions():
    xs = [0.01, 0.3, 0.5, 0.9, 1.5, 2.5, 3, 7.7, 10, 25.25, 300, 12345.678, 1e6, 1e9]
    stirling = lambda z: mp.loggamma(z + 1) - (z * mp.log(z) - z + mp.log(2 * mp.pi * z) / 2)
    naive = lambda z: float(stirling(mp.mpf(z)))
    deviance = lambda k, m: mp.mpf(k) * mp.log(mp.mpf(k) / mp.mpf(m)) + mp.mpf(m) - mp.mpf(k)
    pairs = [(7, 5), (5, 5.5), (1000, 1000.25), (1e6, 1e6 + 1), (3, 900), (0.5, 0.1), (12000, 11000), (1e8, 1.001e8)]
    write(
        "special.json",
        {
            "logGamma": ([[x, float(mp.loggamma(x))] for x in xs], special.gammaln),
            "digamma": ([[x, float(mp.digamma(x))] for x in xs], special.digamma),
            "trigamma": ([[x, float(mp.polygamma(1, x))] for x in xs], lambda x: special.polygamma(1, x)),
            "stirlingError": ([[x, naive(x)] for x in xs], naive),
            "devianceTerm": (
                [[k, m, float(deviance(k, m))] for k, m in pairs],
                lambda k, m: special.kl_div(k, m),
            ),
        },
    )


def normal():
    zs = [-8, -3, -2.5, -1, -0.1, 0, 1e-9, 0.1, 0.5, 1, 1.959963984540054, 2.4999, 2.5, 2.5001, 3, 3.5, 5, 7, 8.3, 12, 20, 30, 36, 37]
    ps = [1e-300, 1e-200, 1e-100, 1e-50, 1e-16, 1e-8, 1e-4, 0.01, 0.025, 0.05, 0.3, 0.49, 0.4999999, 0.6, 0.975, 0.995, 0.9999999]
    density = lambda z: mp.npdf(z)
    tail = lambda z: mp.ncdf(z)
    write(
        "normal.json",
        {
            "tail": ([[z, float(mp.ncdf(-mp.mpf(z)))] for z in zs], stats.norm.sf),
            "quantile": ([[p, float(improve(special.ndtri(p), tail, density, mp.mpf(p)))] for p in ps], special.ndtri),
        },
    )


def beta():
    rows = [
        (0.5, 0.5, 0.5), (1e-8, 0.5, 0.5), (0.999, 0.5, 0.5), (0.001, 2, 3), (0.999, 2, 3), (0.2, 1, 7), (0.7, 7.5, 0.9),
        (0.1, 50, 30), (0.9, 50, 30), (0.3, 1, 1), (0.4, 128, 101), (0.6, 700, 501), (0.55, 700, 501), (0.5, 7000, 5001),
        (0.58, 7001, 5000), (0.45, 7001, 5000), (0.01, 3, 1e4), (0.9999, 1e4, 0.5), (0.5001, 5e5, 5e5), (0.498, 1e6, 1e6),
    ]  # fmt: skip
    ps = [
        (0.025, 7, 6), (0.025, 14, 11), (0.975, 8, 5), (0.025, 5, 1), (0.975, 1, 4), (0.025, 7000, 5001), (0.975, 7001, 5000),
        (0.5, 3, 3), (0.3, 0.5, 0.5), (1e-6, 0.5, 2), (1e-30, 20, 1), (1e-100, 40, 3), (0.995, 1, 200), (0.005, 1, 1e4),
        (0.025, 1e6, 1e6 + 1), (0.9, 0.7, 300.5), (0.999999, 2, 9),
    ]  # fmt: skip
    odds = lambda p, a, b: special.betaincinv(a, b, p) / special.betainccinv(b, a, p)
    write(
        "beta.json",
        {
            "tail": ([[x, a, b, exact_beta(x, a, b)] for x, a, b in rows], lambda x, a, b: special.betainc(a, b, x)),
            "odds": ([[p, a, b, beta_odds(p, a, b)] for p, a, b in ps], odds),
        },
    )


def student_t():
    ts = [0, 1e-6, 0.1, 0.7, 1, 2, 3.3, 8, 40, 1000]
    dfs = [1, 2, 3, 4, 7.5, 10, 22, 100, 1000, 10000]
    ps = [1e-100, 1e-30, 1e-12, 1e-6, 0.005, 0.025, 0.05, 0.2, 0.45]
    write(
        "student-t.json",
        {
            "tail": ([[t, df, exact_t(t, df)] for df in dfs for t in ts if t], stats.t.sf),
            "quantile": ([[p, df, -t_quantile_tail(p, df)] for df in dfs for p in ps if p > 1e-40 or df < 1000], stats.t.ppf),
        },
    )


def chi_squared():
    grid = [(1, x) for x in (1e-6, 0.5, 3.841459, 50, 1000)] + [(2, 6), (3, 0.1), (3, 12), (11, 4), (11, 11), (11, 30)]
    grid += [(11, 400), (23, 60), (100, 60), (100, 130), (1000, 1100), (10000, 9800), (10000, 12000), (2.5, 7)]
    tail = lambda df, x: float(mp.gammainc(mp.mpf(df) / 2, mp.mpf(x) / 2, mp.inf, regularized=True))
    write("chi-squared.json", {"tail": ([[df, x, tail(df, x)] for df, x in grid], lambda df, x: stats.chi2.sf(x, df))})


def binomial():
    grid = [(0, 5, 0.5), (5, 5, 0.5), (7, 12, 0.5), (12, 12, 0.2), (0, 40, 0.9), (128, 228, 0.5), (100, 228, 1 / 3)]
    grid += [(700, 1200, 0.5), (7000, 12000, 0.5), (5000, 12000, 0.5), (3, 9000, 0.001), (500000, 1000000, 0.501)]

    def mass(k, n, p):
        p = mp.mpf(p)
        return float(mp.binomial(n, k) * p**k * (1 - p) ** (n - k))

    def tail(k, n, p):
        q = 1 - mp.mpf(p)
        return 1.0 if k == n else float(beta_tail(q, mp.mpf(p), mp.mpf(n - k), mp.mpf(k + 1)))

    write(
        "binomial.json",
        {
            "probability": ([[k, n, p, mass(k, n, p)] for k, n, p in grid], stats.binom.pmf),
            "tail": ([[k, n, p, tail(k, n, p)] for k, n, p in grid], stats.binom.cdf),
        },
    )


if __name__ == "__main__":
    for make in (special_functions, normal, beta, student_t, chi_squared, binomial):
        make()
