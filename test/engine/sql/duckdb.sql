-- a text and its sum
SELECT _key0, CAST(_records AS VARCHAR), CAST(_first AS VARCHAR), _text0, CAST(_values0 AS VARCHAR), CAST(_sum0 AS VARCHAR), CAST(_least0 AS VARCHAR), CAST(_greatest0 AS VARCHAR)
FROM (SELECT _key0, _text0, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0
FROM (SELECT "Port ""Name""" AS _key0, CASE WHEN regexp_full_match("value", $1) THEN NULL ELSE coalesce("value", $2) END AS _text0, CASE WHEN regexp_full_match("value", $3) THEN TRY_CAST("value" AS DECIMAL(18, 4)) END AS _exact0, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _text0)
AS _groups ORDER BY _first;
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- ""
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"

-- records alone
SELECT _key0, CAST(_key1 AS VARCHAR), CAST(_records AS VARCHAR), CAST(_first AS VARCHAR)
FROM (SELECT _key0, _key1, count(*) AS _records, min(_row) AS _first
FROM (SELECT "Port ""Name""" AS _key0, "Date" AS _key1, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _key1)
AS _groups ORDER BY _first;

-- no key
SELECT CAST(_records AS VARCHAR), CAST(_first AS VARCHAR), CAST(_values0 AS VARCHAR), CAST(_sum0 AS VARCHAR), CAST(_least0 AS VARCHAR), CAST(_greatest0 AS VARCHAR), CAST(_values1 AS VARCHAR), CAST(_sum1 AS VARCHAR), CAST(_least1 AS VARCHAR), CAST(_greatest1 AS VARCHAR)
FROM (SELECT count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0, count(_exact1) AS _values1, sum(_exact1) AS _sum1, min(_exact1) AS _least1, max(_exact1) AS _greatest1
FROM (SELECT "persons" AS _exact0, "weight, kg" AS _exact1, row_number AS _row FROM records)
AS _cells)
AS _groups ORDER BY _first;

-- neither key nor measure
SELECT CAST(_records AS VARCHAR), CAST(_first AS VARCHAR)
FROM (SELECT count(*) AS _records, min(_row) AS _first
FROM (SELECT row_number AS _row FROM records)
AS _cells)
AS _groups ORDER BY _first;

-- all keys
SELECT _key0, _key1, CAST(_key2 AS VARCHAR), CAST(_key3 AS VARCHAR), CAST(_key4 AS VARCHAR), CAST(_key5 AS VARCHAR), CAST(_key6 AS VARCHAR), CAST(_key7 AS VARCHAR), CAST(_key8 AS VARCHAR), CAST(_records AS VARCHAR), CAST(_first AS VARCHAR)
FROM (SELECT _key0, _key1, _key2, _key3, _key4, _key5, _key6, _key7, _key8, count(*) AS _records, min(_row) AS _first
FROM (SELECT "Port ""Name""" AS _key0, "value" AS _key1, "persons" AS _key2, "weight, kg" AS _key3, "ราคา" AS _key4, "Date" AS _key5, "at" AS _key6, "seen" AS _key7, "is open" AS _key8, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _key1, _key2, _key3, _key4, _key5, _key6, _key7, _key8)
AS _groups ORDER BY _first;

-- all measures
SELECT CAST(_key0 AS VARCHAR), CAST(_records AS VARCHAR), CAST(_first AS VARCHAR), _text0, CAST(_values0 AS VARCHAR), CAST(_sum0 AS VARCHAR), CAST(_least0 AS VARCHAR), CAST(_greatest0 AS VARCHAR), _text1, CAST(_values1 AS VARCHAR), CAST(_sum1 AS VARCHAR), CAST(_least1 AS VARCHAR), CAST(_greatest1 AS VARCHAR), CAST(_values2 AS VARCHAR), CAST(_sum2 AS VARCHAR), CAST(_least2 AS VARCHAR), CAST(_greatest2 AS VARCHAR), CAST(_values3 AS VARCHAR), CAST(_sum3 AS VARCHAR), CAST(_least3 AS VARCHAR), CAST(_greatest3 AS VARCHAR), _text4, CAST(_values4 AS VARCHAR), CAST(_sum4 AS VARCHAR), CAST(_least4 AS VARCHAR), CAST(_greatest4 AS VARCHAR), _text5, _text6, _text7, _text8
FROM (SELECT _key0, _text0, _text1, _text4, _text5, _text6, _text7, _text8, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0, count(_exact1) AS _values1, sum(_exact1) AS _sum1, min(_exact1) AS _least1, max(_exact1) AS _greatest1, count(_exact2) AS _values2, sum(_exact2) AS _sum2, min(_exact2) AS _least2, max(_exact2) AS _greatest2, count(_exact3) AS _values3, sum(_exact3) AS _sum3, min(_exact3) AS _least3, max(_exact3) AS _greatest3, count(_exact4) AS _values4, sum(_exact4) AS _sum4, min(_exact4) AS _least4, max(_exact4) AS _greatest4
FROM (SELECT "Date" AS _key0, CASE WHEN regexp_full_match("Port ""Name""", $1) THEN NULL ELSE coalesce("Port ""Name""", $2) END AS _text0, CASE WHEN regexp_full_match("Port ""Name""", $3) THEN TRY_CAST("Port ""Name""" AS DECIMAL(18, 4)) END AS _exact0, CASE WHEN regexp_full_match("value", $4) THEN NULL ELSE coalesce("value", $5) END AS _text1, CASE WHEN regexp_full_match("value", $6) THEN TRY_CAST("value" AS DECIMAL(18, 4)) END AS _exact1, "persons" AS _exact2, "weight, kg" AS _exact3, CASE WHEN abs("ราคา") < 1e11 AND CAST(TRY_CAST("ราคา" AS DECIMAL(18, 4)) AS DOUBLE) = "ราคา" THEN NULL ELSE coalesce(CAST("ราคา" AS VARCHAR), $7) END AS _text4, CASE WHEN abs("ราคา") < 1e11 AND CAST(TRY_CAST("ราคา" AS DECIMAL(18, 4)) AS DOUBLE) = "ราคา" THEN TRY_CAST("ราคา" AS DECIMAL(18, 4)) END AS _exact4, CAST("Date" AS VARCHAR) AS _text5, CAST("at" AS VARCHAR) AS _text6, CAST("seen" AS VARCHAR) AS _text7, CAST("is open" AS VARCHAR) AS _text8, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _text0, _text1, _text4, _text5, _text6, _text7, _text8)
AS _groups ORDER BY _first;
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- ""
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- ""
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- ""

-- a measure twice, and as a key
SELECT _key0, CAST(_records AS VARCHAR), CAST(_first AS VARCHAR), _text0, CAST(_values0 AS VARCHAR), CAST(_sum0 AS VARCHAR), CAST(_least0 AS VARCHAR), CAST(_greatest0 AS VARCHAR), _text1, CAST(_values1 AS VARCHAR), CAST(_sum1 AS VARCHAR), CAST(_least1 AS VARCHAR), CAST(_greatest1 AS VARCHAR)
FROM (SELECT _key0, _text0, _text1, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0, count(_exact1) AS _values1, sum(_exact1) AS _sum1, min(_exact1) AS _least1, max(_exact1) AS _greatest1
FROM (SELECT "value" AS _key0, CASE WHEN regexp_full_match("value", $1) THEN NULL ELSE coalesce("value", $2) END AS _text0, CASE WHEN regexp_full_match("value", $3) THEN TRY_CAST("value" AS DECIMAL(18, 4)) END AS _exact0, CASE WHEN regexp_full_match("value", $4) THEN NULL ELSE coalesce("value", $5) END AS _text1, CASE WHEN regexp_full_match("value", $6) THEN TRY_CAST("value" AS DECIMAL(18, 4)) END AS _exact1, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _text0, _text1)
AS _groups ORDER BY _first;
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- ""
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- ""
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"

-- slices of texts
SELECT _key0, _key1, CAST(_records AS VARCHAR), CAST(_first AS VARCHAR), CAST(_values0 AS VARCHAR), CAST(_sum0 AS VARCHAR), CAST(_least0 AS VARCHAR), CAST(_greatest0 AS VARCHAR)
FROM (SELECT _key0, _key1, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0
FROM (SELECT substr("Port ""Name""", 1, 1) AS _key0, substr("Port ""Name""", 1, 0) AS _key1, "persons" AS _exact0, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _key1)
AS _groups ORDER BY _first;

-- slices of dates and times
SELECT _key0, _key1, _key2, CAST(_records AS VARCHAR), CAST(_first AS VARCHAR), CAST(_values0 AS VARCHAR), CAST(_sum0 AS VARCHAR), CAST(_least0 AS VARCHAR), CAST(_greatest0 AS VARCHAR)
FROM (SELECT _key0, _key1, _key2, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0
FROM (SELECT substr(CAST("Date" AS VARCHAR), 1, 7) AS _key0, substr(CAST("at" AS VARCHAR), 1, 10) AS _key1, substr(CAST("seen" AS VARCHAR), 1, 4) AS _key2, "persons" AS _exact0, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _key1, _key2)
AS _groups ORDER BY _first;

-- slices of numbers
SELECT _key0, _key1, CAST(_key2 AS VARCHAR), CAST(_records AS VARCHAR), CAST(_first AS VARCHAR), CAST(_values0 AS VARCHAR), CAST(_sum0 AS VARCHAR), CAST(_least0 AS VARCHAR), CAST(_greatest0 AS VARCHAR)
FROM (SELECT _key0, _key1, _key2, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0
FROM (SELECT substr(CAST("persons" AS VARCHAR), 1, 2) AS _key0, substr(CAST("weight, kg" AS VARCHAR), 1, 3) AS _key1, "ราคา" AS _key2, "persons" AS _exact0, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _key1, _key2)
AS _groups ORDER BY _first;

-- null tokens that look like numbers
SELECT CAST(_key0 AS VARCHAR), CAST(_records AS VARCHAR), CAST(_first AS VARCHAR), _text0, CAST(_values0 AS VARCHAR), CAST(_sum0 AS VARCHAR), CAST(_least0 AS VARCHAR), CAST(_greatest0 AS VARCHAR), _text1, CAST(_values1 AS VARCHAR), CAST(_sum1 AS VARCHAR), CAST(_least1 AS VARCHAR), CAST(_greatest1 AS VARCHAR), _text2, CAST(_values2 AS VARCHAR), CAST(_sum2 AS VARCHAR), CAST(_least2 AS VARCHAR), CAST(_greatest2 AS VARCHAR), _text3
FROM (SELECT _key0, _text0, _text1, _text2, _text3, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0, count(_exact1) AS _values1, sum(_exact1) AS _sum1, min(_exact1) AS _least1, max(_exact1) AS _greatest1, count(_exact2) AS _values2, sum(_exact2) AS _sum2, min(_exact2) AS _least2, max(_exact2) AS _greatest2
FROM (SELECT "Date" AS _key0, CASE WHEN regexp_full_match("value", $1) AND "value" NOT IN ($2, $3) AND "value" IS NOT NULL THEN NULL ELSE coalesce("value", $4) END AS _text0, CASE WHEN regexp_full_match("value", $5) AND "value" NOT IN ($6, $7) AND "value" IS NOT NULL THEN TRY_CAST("value" AS DECIMAL(18, 4)) END AS _exact0, CASE WHEN CAST("persons" AS VARCHAR) NOT IN ($8) AND "persons" IS NOT NULL THEN NULL ELSE coalesce(CAST("persons" AS VARCHAR), $9) END AS _text1, CASE WHEN CAST("persons" AS VARCHAR) NOT IN ($10) AND "persons" IS NOT NULL THEN "persons" END AS _exact1, CASE WHEN CAST("weight, kg" AS VARCHAR) NOT IN ($11) AND "weight, kg" IS NOT NULL THEN NULL ELSE coalesce(CAST("weight, kg" AS VARCHAR), $12) END AS _text2, CASE WHEN CAST("weight, kg" AS VARCHAR) NOT IN ($13) AND "weight, kg" IS NOT NULL THEN "weight, kg" END AS _exact2, CAST("ราคา" AS VARCHAR) AS _text3, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _text0, _text1, _text2, _text3)
AS _groups ORDER BY _first;
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- "5"
-- "-0"
-- ""
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- "5"
-- "-0"
-- "12"
-- ""
-- "12"
-- "7.000"
-- ""
-- "7.000"

-- empty cells that are no null tokens
SELECT CAST(_key0 AS VARCHAR), CAST(_records AS VARCHAR), CAST(_first AS VARCHAR), _text0, CAST(_values0 AS VARCHAR), CAST(_sum0 AS VARCHAR), CAST(_least0 AS VARCHAR), CAST(_greatest0 AS VARCHAR), CAST(_values1 AS VARCHAR), CAST(_sum1 AS VARCHAR), CAST(_least1 AS VARCHAR), CAST(_greatest1 AS VARCHAR), _text2, CAST(_values2 AS VARCHAR), CAST(_sum2 AS VARCHAR), CAST(_least2 AS VARCHAR), CAST(_greatest2 AS VARCHAR)
FROM (SELECT _key0, _text0, _text2, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0, count(_exact1) AS _values1, sum(_exact1) AS _sum1, min(_exact1) AS _least1, max(_exact1) AS _greatest1, count(_exact2) AS _values2, sum(_exact2) AS _sum2, min(_exact2) AS _least2, max(_exact2) AS _greatest2
FROM (SELECT "Date" AS _key0, CASE WHEN regexp_full_match("value", $1) THEN NULL ELSE coalesce("value", $2) END AS _text0, CASE WHEN regexp_full_match("value", $3) THEN TRY_CAST("value" AS DECIMAL(18, 4)) END AS _exact0, "persons" AS _exact1, CASE WHEN abs("ราคา") < 1e11 AND CAST(TRY_CAST("ราคา" AS DECIMAL(18, 4)) AS DOUBLE) = "ราคา" THEN NULL ELSE coalesce(CAST("ราคา" AS VARCHAR), $4) END AS _text2, CASE WHEN abs("ราคา") < 1e11 AND CAST(TRY_CAST("ราคา" AS DECIMAL(18, 4)) AS DOUBLE) = "ราคา" THEN TRY_CAST("ราคา" AS DECIMAL(18, 4)) END AS _exact2, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _text0, _text2)
AS _groups ORDER BY _first;
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- ""
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- ""

-- decimal commas
SELECT _key0, CAST(_records AS VARCHAR), CAST(_first AS VARCHAR), _text0, _text1, _text2, _text3
FROM (SELECT _key0, _text0, _text1, _text2, _text3, count(*) AS _records, min(_row) AS _first
FROM (SELECT "Port ""Name""" AS _key0, "value" AS _text0, CAST("persons" AS VARCHAR) AS _text1, CAST("weight, kg" AS VARCHAR) AS _text2, CAST("ราคา" AS VARCHAR) AS _text3, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _text0, _text1, _text2, _text3)
AS _groups ORDER BY _first;

-- flags behind numbers
SELECT _key0, CAST(_records AS VARCHAR), CAST(_first AS VARCHAR), _text0, CAST(_values0 AS VARCHAR), CAST(_sum0 AS VARCHAR), CAST(_least0 AS VARCHAR), CAST(_greatest0 AS VARCHAR), CAST(_values1 AS VARCHAR), CAST(_sum1 AS VARCHAR), CAST(_least1 AS VARCHAR), CAST(_greatest1 AS VARCHAR), _text2, CAST(_values2 AS VARCHAR), CAST(_sum2 AS VARCHAR), CAST(_least2 AS VARCHAR), CAST(_greatest2 AS VARCHAR)
FROM (SELECT _key0, _text0, _text2, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0, count(_exact1) AS _values1, sum(_exact1) AS _sum1, min(_exact1) AS _least1, max(_exact1) AS _greatest1, count(_exact2) AS _values2, sum(_exact2) AS _sum2, min(_exact2) AS _least2, max(_exact2) AS _greatest2
FROM (SELECT "Port ""Name""" AS _key0, CASE WHEN regexp_full_match("value", $1) THEN NULL ELSE coalesce("value", $2) END AS _text0, CASE WHEN regexp_full_match("value", $3) THEN TRY_CAST("value" AS DECIMAL(18, 4)) END AS _exact0, "persons" AS _exact1, CASE WHEN abs("ราคา") < 1e11 AND CAST(TRY_CAST("ราคา" AS DECIMAL(18, 4)) AS DOUBLE) = "ราคา" THEN NULL ELSE coalesce(CAST("ราคา" AS VARCHAR), $4) END AS _text2, CASE WHEN abs("ราคา") < 1e11 AND CAST(TRY_CAST("ราคา" AS DECIMAL(18, 4)) AS DOUBLE) = "ราคา" THEN TRY_CAST("ราคา" AS DECIMAL(18, 4)) END AS _exact2, row_number AS _row FROM records)
AS _cells GROUP BY _key0, _text0, _text2)
AS _groups ORDER BY _first;
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- ""
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- ""

-- rows with something in them
SELECT _key0, CAST(_records AS VARCHAR), CAST(_first AS VARCHAR), _text0, CAST(_values0 AS VARCHAR), CAST(_sum0 AS VARCHAR), CAST(_least0 AS VARCHAR), CAST(_greatest0 AS VARCHAR)
FROM (SELECT _key0, _text0, count(*) AS _records, min(_row) AS _first, count(_exact0) AS _values0, sum(_exact0) AS _sum0, min(_exact0) AS _least0, max(_exact0) AS _greatest0
FROM (SELECT "Port ""Name""" AS _key0, CASE WHEN regexp_full_match("value", $1) THEN NULL ELSE coalesce("value", $2) END AS _text0, CASE WHEN regexp_full_match("value", $3) THEN TRY_CAST("value" AS DECIMAL(18, 4)) END AS _exact0, row_number AS _row FROM records WHERE (trim("Port ""Name""", $4) <> $5 OR trim("value", $6) <> $7 OR "persons" IS NOT NULL OR "weight, kg" IS NOT NULL OR "ราคา" IS NOT NULL OR "Date" IS NOT NULL OR "at" IS NOT NULL OR "seen" IS NOT NULL OR "is open" IS NOT NULL))
AS _cells GROUP BY _key0, _text0)
AS _groups ORDER BY _first;
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- ""
-- "-?[0-9]{1,14}([.][0-9]{1,4})?"
-- " \t\n\u000b\f\r                 　﻿"
-- ""
-- " \t\n\u000b\f\r                 　﻿"
-- ""

-- places of rejected cells
SELECT CAST(_row AS VARCHAR), _text
FROM (SELECT row_number AS _row, coalesce("value", $1) AS _text FROM records WHERE (trim("Port ""Name""", $2) <> $3 OR trim("value", $4) <> $5 OR "persons" IS NOT NULL OR "weight, kg" IS NOT NULL OR "ราคา" IS NOT NULL OR "Date" IS NOT NULL OR "at" IS NOT NULL OR "seen" IS NOT NULL OR "is open" IS NOT NULL))
AS _cells WHERE _text IN ($6, $7) ORDER BY _row LIMIT 5;
-- ""
-- " \t\n\u000b\f\r                 　﻿"
-- ""
-- " \t\n\u000b\f\r                 　﻿"
-- ""
-- "x"
-- ""
