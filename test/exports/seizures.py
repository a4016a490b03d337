"""Figures of `seizures` on the real exports, made without any code of the project.

    python3 test/exports/seizures.py FOLDER > test/exports/seizures.json

Sums are fractions of the csv module's records. Units and names are looked up in the tables below, which were written by
hand after the publications that data/units.yaml cites.
"""

import csv
import json
import statistics
import sys
from collections import defaultdict
from fractions import Fraction

folder = sys.argv[1]
POUND = Fraction(45359237, 100000000)
KG = {
    "Kilogram": 1,
    "Gram": Fraction(1, 1000),
    "Milligram": Fraction(1, 10**6),
    "Microgram": Fraction(1, 10**9),
    "Ton": 1000,
    "Ounce": POUND / 16,
    "Viss": POUND * 18 / 5,
    "100 gram": Fraction(1, 10),
    "Block (350gr)": Fraction(35, 100),
    "Paper (1/10 gm)": Fraction(1, 10000),
}
LITRE = {
    "Litre": 1,
    "Millilitre": Fraction(1, 1000),
    "Cc": Fraction(1, 1000),
    "Cubic Centimeter": Fraction(1, 1000),
    "Gallons (US, liquid)": Fraction(3785411784, 10**9),
    "Gallons (UK)": Fraction(454609, 10**5),
}
HECTARE = {"Hectars": 1, "Acres": Fraction(40468564224, 10**11)}
TIMES = {
    "Thousand of tablets": ("tablet", 1000),
    "Thousand of doses": ("dose", 1000),
    "Hundred of units": ("unit", 100),
}
# Each thing that is counted is one of its own; these are not known.
UNKNOWN = {"": "no unit", "Barette": "Barette", "Mark": "Mark", "other": "other"}
NAMES = {
    "Cocaine HCL": "cocaine hydrochloride",
    "Alprazolam (Xanax)": "alprazolam",
    "Psilocybin (mushrooms)": "psilocybin mushrooms",
    "Benzodiazepine": "benzodiazepines",
    "Phentanyl": "fentanyl",
    "Marijuana": "cannabis",
    "Khat (Catha Edulis)": "khat",
}


def shown(unit):
    for table, base in ((KG, "kg"), (LITRE, "L"), (HECTARE, "ha")):
        if unit in table:
            return base, Fraction(table[unit])
    if unit in TIMES:
        return TIMES[unit]
    if unit in UNKNOWN:
        return UNKNOWN[unit], 1
    word = unit.lower()
    return {"bottles": "bottle", "vials": "vial", "plants": "plant", "flacons": "flacon", "packages": "package"}.get(word, word), 1


def text(x):
    """A decimal with all its digits."""
    if x is None:
        return None
    x = Fraction(x)
    digits = 0
    while (x * 10**digits).denominator != 1:
        digits += 1
        assert digits < 60
    whole = str(abs(x.numerator * 10**digits // x.denominator)).rjust(digits + 1, "0")
    sign = "-" if x < 0 else ""
    return sign + (whole if digits == 0 else f"{whole[:-digits]}.{whole[-digits:]}")


def unodc():
    groups, countries, large, units = defaultdict(list), defaultdict(list), [], set()
    with open(f"{folder}/seizures/unodc_ids_2011-2016.csv", encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=";")
        header = next(reader)
        line = reader.line_num + 1
        for fields in reader:
            record = dict(zip(header, fields))
            here, line = line, reader.line_num + 1
            units.add(record["DRUG_UNIT"])
            unit, factor = shown(record["DRUG_UNIT"])
            name = NAMES.get(record["DRUG_NAME"], record["DRUG_NAME"]).lower()
            value = None if record["AMOUNT"] == "" else Fraction(record["AMOUNT"]) * factor
            groups[name, unit].append(value)
            if record["COUNTRY"] in ("Myanmar", "Thailand"):
                countries[record["COUNTRY"], name, unit, record["SEIZURE_DATE"][:4]].append(value)
            if unit == "tablet" and value is not None and value >= 1000000:
                large.append([record["SEIZURE_DATE"], here, text(value)])
    largest = groups["poppy straw", "bush"]
    return {
        "units": sorted(units),
        "totals": {"|".join(key): [len(values), text(total(values))] for key, values in sorted(groups.items())},
        "countries": {"|".join(key): sizes(values) for key, values in sorted(countries.items())},
        "large": sorted(large),
        "bush": sizes(largest),
    }


def total(values):
    return sum((value for value in values if value is not None), Fraction(0))


def sizes(values):
    known = [value for value in values if value is not None]
    return [len(values), text(total(values)), text(statistics.median(known)), text(max(known))]


def cbp():
    groups = defaultdict(lambda: [0, Fraction(0)])
    with open(f"{folder}/seizures/cbp_drugs_fy20-fy23.csv", encoding="utf-8-sig", newline="") as file:
        for record in csv.DictReader(file):
            name = NAMES.get(record["Drug Type"], record["Drug Type"]).lower()
            row = groups[f"FY{record['FY']}|{name}"]
            row[0] += int(record["Count of Event"])
            row[1] += Fraction(record["Sum Qty (lbs)"])
    return {key: [events, text(pounds), text(pounds * POUND)] for key, (events, pounds) in sorted(groups.items())}


def written(value, depth=0):
    """One entry per line."""
    if not isinstance(value, dict) or depth == 3:
        return json.dumps(value, ensure_ascii=False)
    lines = ",\n".join(f"{json.dumps(key)}: {written(one, depth + 1)}" for key, one in value.items())
    return f"{{\n{lines}\n}}"


print(written({"made_with": {"python": sys.version.split()[0]}, "unodc": unodc(), "cbp": cbp()}))
