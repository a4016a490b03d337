"""Figures of `change` on the real exports, made without any code of the project.

    python3 test/exports/change.py FOLDER > test/exports/change.json

Sums are of the csv module's records; the interval is the quasi-Poisson one written out (dispersion by Pearson, t with
n - 2 degrees of freedom, from scipy).
"""

import csv
import json
import math
import sys
from collections import defaultdict

import scipy
from scipy.stats import t as student

folder = sys.argv[1]
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


def months_up_to(year, month, count, back=0):
    last = year * 12 + month - 1 - back
    return [divmod(n, 12) for n in range(last - count + 1, last + 1)]


def total(table, keys):
    return sum(table.get((y, m + 1), 0) for y, m in keys)


def figures(table, current, base):
    now = [table.get((y, m + 1), 0) for y, m in current]
    before = [table.get((y, m + 1), 0) for y, m in base]
    a, b = sum(now), sum(before)
    row = {"base": b, "current": a, "change": a - b, "relative_change": (a - b) / b}
    m1, m0 = a / len(now), b / len(before)
    df = len(now) + len(before) - 2
    phi = (sum((y - m1) ** 2 / m1 for y in now) + sum((y - m0) ** 2 / m0 for y in before)) / df
    margin = student.ppf(0.975, df) * math.sqrt(max(phi, 1) * (1 / a + 1 / b))
    row |= {"ratio_low": a / b * math.exp(-margin), "ratio_high": a / b * math.exp(margin), "dispersion": phi}
    return row


def encounters():
    groups = defaultdict(lambda: defaultdict(int))
    with open(f"{folder}/crossings/cbp_encounters_fy20-fy24.csv", encoding="utf-8") as file:
        for record in csv.DictReader(file):
            month = MONTHS.index(record["month_abbv"]) + 1
            year = int(record["fiscal_year"]) - (1 if month >= 10 else 0)
            for key in (record["land_border_region"], "total"):
                groups[key][year, month] += int(record["encounter_count"])
    current, base = months_up_to(2024, 9, 6), months_up_to(2024, 9, 6, back=6)
    return {key: figures(table, current, base) for key, table in groups.items()}


def small_boats():
    table = defaultdict(int)
    with open(f"{folder}/crossings/uk_small_boats_daily.csv", encoding="utf-8-sig") as file:
        for record in csv.DictReader(file):
            table[int(record["n_year"]), int(record["n_month"])] += int(record["migrants_arrived"] or 0)
    return {"": figures(table, months_up_to(2026, 7, 12), months_up_to(2026, 7, 12, back=12))}


def frontex():
    groups = defaultdict(lambda: defaultdict(int))
    with open(f"{folder}/crossings/frontex_2009-2025.csv", encoding="utf-8") as file:
        for record in csv.DictReader(file):
            year, month = map(int, record["t"].split("-"))
            for key in (record["route"], "total"):
                groups[key][year, month] += int(record["n"])
    current, base = months_up_to(2025, 4, 12), months_up_to(2025, 4, 12, back=12)
    wanted = ("Central Mediterranean Route", "Eastern Mediterranean Route", "Western African Route", "total")
    return {key: figures(groups[key], current, base) for key in wanted}


made = {"python": sys.version.split()[0], "scipy": scipy.__version__}
print(json.dumps({"made_with": made, "encounters": encounters(), "small_boats": small_boats(), "frontex": frontex()}, indent=1))
