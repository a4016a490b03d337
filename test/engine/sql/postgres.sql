-- a text and its sum
SELECT _key0, CAST(_records AS text), CAST(_first AS text), _text0, CAST(_values0 AS text), CAST(_sum0 AS text), CAST(_least0 AS text), CAST(_greatest0 AS text)
FROM (SELECT _key0, _text0, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0
FROM (SELECT CAST("Port ""Name""" AS text) COLLATE "C" AS _key0, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN NULL ELSE coalesce(CAST("value" AS text) COLLATE "C", $1::text) END AS _text0, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN CAST(CAST("value" AS text) AS numeric) END AS _exact0, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _text0)
AS _groups ORDER BY _first;
-- ""

-- records alone
SELECT _key0, CAST(_key1 AS text) COLLATE "C", CAST(_records AS text), CAST(_first AS text)
FROM (SELECT _key0, _key1, count(*) AS _records, min(_row) AS _first
FROM (SELECT CAST("Port ""Name""" AS text) COLLATE "C" AS _key0, "Date" AS _key1, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _key1)
AS _groups ORDER BY _first;

-- no key
SELECT CAST(_records AS text), CAST(_first AS text), CAST(_values0 AS text), CAST(_sum0 AS text), CAST(_least0 AS text), CAST(_greatest0 AS text), _text1, CAST(_values1 AS text), CAST(_sum1 AS text), CAST(_least1 AS text), CAST(_greatest1 AS text)
FROM (SELECT _text1, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0, count(_exact1) AS _values1, sum(_exact1) AS _sum1, min(_exact1) AS _least1, max(_exact1) AS _greatest1
FROM (SELECT "persons" AS _exact0, CASE WHEN "weight, kg" - "weight, kg" = 0 THEN NULL ELSE coalesce(CAST("weight, kg" AS text) COLLATE "C", $1::text) END AS _text1, CASE WHEN "weight, kg" - "weight, kg" = 0 THEN "weight, kg" END AS _exact1, row_number AS _row FROM records)
AS _cells GROUP BY _text1)
AS _groups ORDER BY _first;
-- ""

-- neither key nor measure
SELECT CAST(_records AS text), CAST(_first AS text)
FROM (SELECT count(*) AS _records, min(_row) AS _first
FROM (SELECT row_number AS _row FROM records)
AS _cells)
AS _groups ORDER BY _first;

-- all keys
SELECT _key0, _key1, CAST(_key2 AS text) COLLATE "C", _key3, _key4, CAST(_key5 AS text) COLLATE "C", CAST(_key6 AS text) COLLATE "C", CAST(_key7 AS text) COLLATE "C", _key8, CAST(_records AS text), CAST(_first AS text)
FROM (SELECT _key0, _key1, _key2, _key3, _key4, _key5, _key6, _key7, _key8, count(*) AS _records, min(_row) AS _first
FROM (SELECT CAST("Port ""Name""" AS text) COLLATE "C" AS _key0, CAST("value" AS text) COLLATE "C" AS _key1, "persons" AS _key2, CAST("weight, kg" AS text) COLLATE "C" AS _key3, CAST("ราคา" AS text) COLLATE "C" AS _key4, "Date" AS _key5, "at" AS _key6, "seen" AS _key7, CAST("is open" AS text) COLLATE "C" AS _key8, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _key1, _key2, _key3, _key4, _key5, _key6, _key7, _key8)
AS _groups ORDER BY _first;

-- all measures
SELECT CAST(_key0 AS text) COLLATE "C", CAST(_records AS text), CAST(_first AS text), _text0, CAST(_values0 AS text), CAST(_sum0 AS text), CAST(_least0 AS text), CAST(_greatest0 AS text), _text1, CAST(_values1 AS text), CAST(_sum1 AS text), CAST(_least1 AS text), CAST(_greatest1 AS text), CAST(_values2 AS text), CAST(_sum2 AS text), CAST(_least2 AS text), CAST(_greatest2 AS text), _text3, CAST(_values3 AS text), CAST(_sum3 AS text), CAST(_least3 AS text), CAST(_greatest3 AS text), _text4, CAST(_values4 AS text), CAST(_sum4 AS text), CAST(_least4 AS text), CAST(_greatest4 AS text), _text5, _text6, _text7, _text8
FROM (SELECT _key0, _text0, _text1, _text3, _text4, _text5, _text6, _text7, _text8, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0, count(_exact1) AS _values1, sum(_exact1) AS _sum1, min(_exact1) AS _least1, max(_exact1) AS _greatest1, count(_exact2) AS _values2, sum(_exact2) AS _sum2, min(_exact2) AS _least2, max(_exact2) AS _greatest2, count(_exact3) AS _values3, sum(_exact3) AS _sum3, min(_exact3) AS _least3, max(_exact3) AS _greatest3, count(_exact4) AS _values4, sum(_exact4) AS _sum4, min(_exact4) AS _least4, max(_exact4) AS _greatest4
FROM (SELECT "Date" AS _key0, CASE WHEN CAST("Port ""Name""" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN NULL ELSE coalesce(CAST("Port ""Name""" AS text) COLLATE "C", $1::text) END AS _text0, CASE WHEN CAST("Port ""Name""" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN CAST(CAST("Port ""Name""" AS text) AS numeric) END AS _exact0, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN NULL ELSE coalesce(CAST("value" AS text) COLLATE "C", $2::text) END AS _text1, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN CAST(CAST("value" AS text) AS numeric) END AS _exact1, "persons" AS _exact2, CASE WHEN "weight, kg" - "weight, kg" = 0 THEN NULL ELSE coalesce(CAST("weight, kg" AS text) COLLATE "C", $3::text) END AS _text3, CASE WHEN "weight, kg" - "weight, kg" = 0 THEN "weight, kg" END AS _exact3, CASE WHEN "ราคา" NOT IN ('NaN', 'Infinity', '-Infinity') THEN NULL ELSE coalesce(CAST("ราคา" AS text) COLLATE "C", $4::text) END AS _text4, CASE WHEN "ราคา" NOT IN ('NaN', 'Infinity', '-Infinity') THEN CAST(CAST("ราคา" AS text) AS numeric) END AS _exact4, CAST("Date" AS text) COLLATE "C" AS _text5, CAST("at" AS text) COLLATE "C" AS _text6, CAST("seen" AS text) COLLATE "C" AS _text7, CAST("is open" AS text) COLLATE "C" AS _text8, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _text0, _text1, _text3, _text4, _text5, _text6, _text7, _text8)
AS _groups ORDER BY _first;
-- ""
-- ""
-- ""
-- ""

-- a measure twice, and as a key
SELECT _key0, CAST(_records AS text), CAST(_first AS text), _text0, CAST(_values0 AS text), CAST(_sum0 AS text), CAST(_least0 AS text), CAST(_greatest0 AS text), _text1, CAST(_values1 AS text), CAST(_sum1 AS text), CAST(_least1 AS text), CAST(_greatest1 AS text)
FROM (SELECT _key0, _text0, _text1, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0, count(_exact1) AS _values1, sum(_exact1) AS _sum1, min(_exact1) AS _least1, max(_exact1) AS _greatest1
FROM (SELECT CAST("value" AS text) COLLATE "C" AS _key0, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN NULL ELSE coalesce(CAST("value" AS text) COLLATE "C", $1::text) END AS _text0, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN CAST(CAST("value" AS text) AS numeric) END AS _exact0, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN NULL ELSE coalesce(CAST("value" AS text) COLLATE "C", $2::text) END AS _text1, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN CAST(CAST("value" AS text) AS numeric) END AS _exact1, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _text0, _text1)
AS _groups ORDER BY _first;
-- ""
-- ""

-- slices of texts
SELECT _key0, _key1, CAST(_records AS text), CAST(_first AS text), CAST(_values0 AS text), CAST(_sum0 AS text), CAST(_least0 AS text), CAST(_greatest0 AS text)
FROM (SELECT _key0, _key1, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0
FROM (SELECT left(CAST("Port ""Name""" AS text) COLLATE "C", 1) AS _key0, left(CAST("Port ""Name""" AS text) COLLATE "C", 0) AS _key1, "persons" AS _exact0, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _key1)
AS _groups ORDER BY _first;

-- slices of dates and times
SELECT _key0, _key1, _key2, CAST(_records AS text), CAST(_first AS text), CAST(_values0 AS text), CAST(_sum0 AS text), CAST(_least0 AS text), CAST(_greatest0 AS text)
FROM (SELECT _key0, _key1, _key2, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0
FROM (SELECT left(CAST("Date" AS text) COLLATE "C", 7) AS _key0, left(CAST("at" AS text) COLLATE "C", 10) AS _key1, left(CAST("seen" AS text) COLLATE "C", 4) AS _key2, "persons" AS _exact0, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _key1, _key2)
AS _groups ORDER BY _first;

-- slices of numbers
SELECT _key0, _key1, _key2, CAST(_records AS text), CAST(_first AS text), CAST(_values0 AS text), CAST(_sum0 AS text), CAST(_least0 AS text), CAST(_greatest0 AS text)
FROM (SELECT _key0, _key1, _key2, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0
FROM (SELECT left(CAST("persons" AS text) COLLATE "C", 2) AS _key0, left(CAST("weight, kg" AS text) COLLATE "C", 3) AS _key1, CAST("ราคา" AS text) COLLATE "C" AS _key2, "persons" AS _exact0, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _key1, _key2)
AS _groups ORDER BY _first;

-- null tokens that look like numbers
SELECT CAST(_key0 AS text) COLLATE "C", CAST(_records AS text), CAST(_first AS text), _text0, CAST(_values0 AS text), CAST(_sum0 AS text), CAST(_least0 AS text), CAST(_greatest0 AS text), _text1, CAST(_values1 AS text), CAST(_sum1 AS text), CAST(_least1 AS text), CAST(_greatest1 AS text), _text2, CAST(_values2 AS text), CAST(_sum2 AS text), CAST(_least2 AS text), CAST(_greatest2 AS text), _text3
FROM (SELECT _key0, _text0, _text1, _text2, _text3, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0, count(_exact1) AS _values1, sum(_exact1) AS _sum1, min(_exact1) AS _least1, max(_exact1) AS _greatest1, count(_exact2) AS _values2, sum(_exact2) AS _sum2, min(_exact2) AS _least2, max(_exact2) AS _greatest2
FROM (SELECT "Date" AS _key0, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' AND CAST("value" AS text) COLLATE "C" NOT IN ($1::text, $2::text) AND "value" IS NOT NULL THEN NULL ELSE coalesce(CAST("value" AS text) COLLATE "C", $3::text) END AS _text0, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' AND CAST("value" AS text) COLLATE "C" NOT IN ($4::text, $5::text) AND "value" IS NOT NULL THEN CAST(CAST("value" AS text) AS numeric) END AS _exact0, CASE WHEN CAST("persons" AS text) COLLATE "C" NOT IN ($6::text) AND "persons" IS NOT NULL THEN NULL ELSE coalesce(CAST("persons" AS text) COLLATE "C", $7::text) END AS _text1, CASE WHEN CAST("persons" AS text) COLLATE "C" NOT IN ($8::text) AND "persons" IS NOT NULL THEN "persons" END AS _exact1, CASE WHEN "weight, kg" - "weight, kg" = 0 AND CAST("weight, kg" AS text) COLLATE "C" NOT IN ($9::text) AND "weight, kg" IS NOT NULL THEN NULL ELSE coalesce(CAST("weight, kg" AS text) COLLATE "C", $10::text) END AS _text2, CASE WHEN "weight, kg" - "weight, kg" = 0 AND CAST("weight, kg" AS text) COLLATE "C" NOT IN ($11::text) AND "weight, kg" IS NOT NULL THEN "weight, kg" END AS _exact2, CAST("ราคา" AS text) COLLATE "C" AS _text3, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _text0, _text1, _text2, _text3)
AS _groups ORDER BY _first;
-- "5"
-- "-0"
-- ""
-- "5"
-- "-0"
-- "12"
-- ""
-- "12"
-- "7.000"
-- ""
-- "7.000"

-- empty cells that are no null tokens
SELECT CAST(_key0 AS text) COLLATE "C", CAST(_records AS text), CAST(_first AS text), _text0, CAST(_values0 AS text), CAST(_sum0 AS text), CAST(_least0 AS text), CAST(_greatest0 AS text), CAST(_values1 AS text), CAST(_sum1 AS text), CAST(_least1 AS text), CAST(_greatest1 AS text), _text2, CAST(_values2 AS text), CAST(_sum2 AS text), CAST(_least2 AS text), CAST(_greatest2 AS text)
FROM (SELECT _key0, _text0, _text2, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0, count(_exact1) AS _values1, sum(_exact1) AS _sum1, min(_exact1) AS _least1, max(_exact1) AS _greatest1, count(_exact2) AS _values2, sum(_exact2) AS _sum2, min(_exact2) AS _least2, max(_exact2) AS _greatest2
FROM (SELECT "Date" AS _key0, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN NULL ELSE coalesce(CAST("value" AS text) COLLATE "C", $1::text) END AS _text0, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN CAST(CAST("value" AS text) AS numeric) END AS _exact0, "persons" AS _exact1, CASE WHEN "ราคา" NOT IN ('NaN', 'Infinity', '-Infinity') THEN NULL ELSE coalesce(CAST("ราคา" AS text) COLLATE "C", $2::text) END AS _text2, CASE WHEN "ราคา" NOT IN ('NaN', 'Infinity', '-Infinity') THEN CAST(CAST("ราคา" AS text) AS numeric) END AS _exact2, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _text0, _text2)
AS _groups ORDER BY _first;
-- ""
-- ""

-- decimal commas
SELECT _key0, CAST(_records AS text), CAST(_first AS text), _text0, _text1, _text2, _text3
FROM (SELECT _key0, _text0, _text1, _text2, _text3, count(*) AS _records, min(_row) AS _first
FROM (SELECT CAST("Port ""Name""" AS text) COLLATE "C" AS _key0, CAST("value" AS text) COLLATE "C" AS _text0, CAST("persons" AS text) COLLATE "C" AS _text1, CAST("weight, kg" AS text) COLLATE "C" AS _text2, CAST("ราคา" AS text) COLLATE "C" AS _text3, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _text0, _text1, _text2, _text3)
AS _groups ORDER BY _first;

-- flags behind numbers
SELECT _key0, CAST(_records AS text), CAST(_first AS text), _text0, CAST(_values0 AS text), CAST(_sum0 AS text), CAST(_least0 AS text), CAST(_greatest0 AS text), CAST(_values1 AS text), CAST(_sum1 AS text), CAST(_least1 AS text), CAST(_greatest1 AS text), _text2, CAST(_values2 AS text), CAST(_sum2 AS text), CAST(_least2 AS text), CAST(_greatest2 AS text)
FROM (SELECT _key0, _text0, _text2, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0, count(_exact1) AS _values1, sum(_exact1) AS _sum1, min(_exact1) AS _least1, max(_exact1) AS _greatest1, count(_exact2) AS _values2, sum(_exact2) AS _sum2, min(_exact2) AS _least2, max(_exact2) AS _greatest2
FROM (SELECT CAST("Port ""Name""" AS text) COLLATE "C" AS _key0, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN NULL ELSE coalesce(CAST("value" AS text) COLLATE "C", $1::text) END AS _text0, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN CAST(CAST("value" AS text) AS numeric) END AS _exact0, "persons" AS _exact1, CASE WHEN "ราคา" NOT IN ('NaN', 'Infinity', '-Infinity') THEN NULL ELSE coalesce(CAST("ราคา" AS text) COLLATE "C", $2::text) END AS _text2, CASE WHEN "ราคา" NOT IN ('NaN', 'Infinity', '-Infinity') THEN CAST(CAST("ราคา" AS text) AS numeric) END AS _exact2, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _text0, _text2)
AS _groups ORDER BY _first;
-- ""
-- ""

-- rows with something in them
SELECT _key0, CAST(_records AS text), CAST(_first AS text), _text0, CAST(_values0 AS text), CAST(_sum0 AS text), CAST(_least0 AS text), CAST(_greatest0 AS text)
FROM (SELECT _key0, _text0, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0
FROM (SELECT CAST("Port ""Name""" AS text) COLLATE "C" AS _key0, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN NULL ELSE coalesce(CAST("value" AS text) COLLATE "C", $1::text) END AS _text0, CASE WHEN CAST("value" AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$' THEN CAST(CAST("value" AS text) AS numeric) END AS _exact0, row_number AS _row FROM records WHERE (btrim("Port ""Name""", $2::text) <> $3::text OR btrim("value", $4::text) <> $5::text OR "persons" IS NOT NULL OR "weight, kg" IS NOT NULL OR "ราคา" IS NOT NULL OR "Date" IS NOT NULL OR "at" IS NOT NULL OR "seen" IS NOT NULL OR "is open" IS NOT NULL))
AS _cells GROUP BY _key0, _text0)
AS _groups ORDER BY _first;
-- ""
-- " \t\n\u000b\f\r                 　﻿"
-- ""
-- " \t\n\u000b\f\r                 　﻿"
-- ""

-- places of rejected cells
SELECT CAST(_row AS text), _text
FROM (SELECT row_number AS _row, coalesce(CAST("value" AS text) COLLATE "C", $1::text) AS _text FROM records WHERE (btrim("Port ""Name""", $2::text) <> $3::text OR btrim("value", $4::text) <> $5::text OR "persons" IS NOT NULL OR "weight, kg" IS NOT NULL OR "ราคา" IS NOT NULL OR "Date" IS NOT NULL OR "at" IS NOT NULL OR "seen" IS NOT NULL OR "is open" IS NOT NULL))
AS _cells WHERE _text IN ($6::text, $7::text) ORDER BY _row LIMIT 5;
-- ""
-- " \t\n\u000b\f\r                 　﻿"
-- ""
-- " \t\n\u000b\f\r                 　﻿"
-- ""
-- "x"
-- ""
