"""Sums the lines that explanations list, read with nothing but Python's own csv module.

Reads one JSON object per line from standard input: {file, delimiter, encoding, column, lines}, where column is null
where records are counted. Prints one exact decimal per line. A record is found by the line on which it starts.
"""

import csv
import json
import sys
from decimal import Decimal, getcontext

getcontext().prec = 60
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


for line in sys.stdin:
    asked = json.loads(line)
    header, rows = records(asked["file"], asked["delimiter"], asked["encoding"])
    at = None if asked["column"] is None else header.index(asked["column"])
    total = Decimal(0)
    for run in asked["lines"].split(","):
        first, _, last = run.partition("-")
        for number in range(int(first), int(last or first) + 1):
            if number not in rows:
                continue
            cell = "1" if at is None else rows[number][at].replace(",", "").strip()
            total += Decimal(cell) if cell not in ("", "-", "N/A") else 0
    print(format(total, "f"))
