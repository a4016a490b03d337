"""Works figures out from the lines that explanations list, read with nothing but Python's own csv module.

Reads one JSON object per line from standard input: {name, inputs: [{role, statistic, tallies}], expected}, where each
tally is {file, delimiter, encoding, column, factor, lines} and column is null where records are counted. Prints "ok", or
what the figure comes to. A record is found by the line on which it starts; a line on which none starts is an error.
"""

import csv
import json
import sys
from fractions import Fraction

FILES = {}


def records(file, delimiter, encoding):
    key = (file, delimiter, encoding)
    if key not in FILES:
        with open(file, encoding=encoding, newline="") as stream:
            reader = csv.reader(stream, delimiter=delimiter)
            header = [name.strip() for name in next(reader)]
            rows, start = {}, reader.line_num + 1
            for row in reader:
                rows[start] = row
                start = reader.line_num + 1
        FILES[key] = header, rows
    return FILES[key]


def cells(tally):
    header, rows = records(tally["file"], tally["delimiter"], tally["encoding"])
    at = None if tally["column"] is None else header.index(tally["column"])
    for run in tally["lines"].split(","):
        first, _, last = run.partition("-")
        for number in range(int(first), int(last or first) + 1):
            if number not in rows:
                raise SystemExit(f"{tally['file']}:{number}: no record starts on this line")
            cell = "1" if at is None else rows[number][at].replace(",", "").strip()
            if cell not in ("", "-", "N/A"):
                yield Fraction(cell) * Fraction(tally["factor"])


def amount(given):
    values = [value for tally in given["tallies"] for value in cells(tally)]
    if given["statistic"] == "mean":
        return sum(values) / len(values)
    return {"min": min, "max": max}.get(given["statistic"], sum)(values) if values else Fraction(0)


def median(values):
    middle, odd = divmod(len(values), 2)
    ordered = sorted(values)
    return ordered[middle] if odd else (ordered[middle - 1] + ordered[middle]) / 2


def figure(name, inputs):
    """The figure from its inputs; the names of inputs are those of the vocabulary, or say more behind a colon."""
    of = {given["role"]: amount(given) for given in inputs}
    pairs = {
        "change": ("value", "previous"),
        "relative_change": ("value", "previous"),
        "year_change": ("value", "year_before"),
        "year_relative_change": ("value", "year_before"),
        "case_change": ("case_count", "base_case_count"),
        "case_relative_change": ("case_count", "base_case_count"),
        "quantity_change": ("seized_quantity", "base_seized_quantity"),
        "quantity_relative_change": ("seized_quantity", "base_seized_quantity"),
    }
    if name == "contribution":
        return (of.get("value", of.get("current", 0)) - of.get("previous", of.get("base", 0))) / of.get(
            "total before", of.get("total_base")
        )
    if name == "share_of_total":
        return of["value"] / of["total"]
    if name in ("median_case", "largest_case", "largest_case_share"):
        values = [value for tally in inputs[0]["tallies"] for value in cells(tally)]
        largest = max(values)
        return {"median_case": median(values), "largest_case": largest}.get(name, largest / sum(values))
    if name in pairs:
        now, before = (of[role if role in of else other] for role, other in zip(pairs[name], ("current", "base")))
        return (now - before) / before if "relative" in name else now - before
    return of[name] if name in of else sum(of.values())


for line in sys.stdin:
    asked = json.loads(line)
    made, expected = figure(asked["name"], asked["inputs"]), Fraction(asked["expected"])
    print("ok" if abs(made - expected) <= abs(expected) / 10**14 else float(made))
