import { inputError } from '../../errors.ts';
import { statusOf } from '../../source/file.ts';
import type { Opener } from '../../source/openers.ts';
import { bound, joined, type Sql, sql, words } from '../sql.ts';
import { exactObjects, hasLongNumbers } from './exact-json.ts';
import { allRows, type DuckdbSource, literal, openDuckdb } from './relation.ts';

/** Opens a list of JSON objects, or one on each line; every cell is a text, since JSON declares no types. */
export const openJson: Opener = async (path, { maxMemory: memory }) => {
  await statusOf(path);
  const source = { name: path, memory };
  const pattern = bound(path.replace(/[*?[]/g, '[$&]'));
  const objects = sql`read_json_objects(${pattern}, maximum_object_size = ${MOST_BYTES})`;
  const names = await namesOf(source, objects);
  const [long] = await allRows(
    source,
    sql`SELECT 'yes' FROM ${objects} WHERE ${hasLongNumbers(words('json'))} LIMIT 1`,
  );
  const from = long ? exactObjects(objects, names) : read(pattern, names);
  return openDuckdb({ ...source, packing: 'json', from });
};

function read(pattern: Sql, names: readonly string[]): Sql {
  const declared = joined(names.map((name) => sql`${literal(name)}: 'VARCHAR'`));
  return sql`read_json(${pattern}, columns = {${declared}}, maximum_object_size = ${MOST_BYTES})`;
}

const MOST_BYTES: Sql = { parts: [String(64 * 1024 * 1024)] };

/** The names of all objects, in the order in which they first come. */
async function namesOf(source: Pick<DuckdbSource, 'name' | 'memory'>, all: Sql): Promise<string[]> {
  const { name } = source;
  const objects = sql`(SELECT row_number() OVER () AS _row, json FROM ${all})`;
  const [other] = await allRows(
    source,
    sql`SELECT CAST(_row AS VARCHAR), json_type(json) FROM ${objects} WHERE json_type(json) <> 'OBJECT' ORDER BY _row LIMIT 1`,
  );
  if (other) throw inputError(`${name}: record ${other[0]} is no object but ${other[1]}`, OBJECTS);
  const twice = sql`len(list_distinct(json_keys(json))) < len(json_keys(json))`;
  const [double] = await allRows(
    source,
    sql`SELECT CAST(_row AS VARCHAR), left(json, 200) FROM ${objects} WHERE ${twice} ORDER BY _row LIMIT 1`,
  );
  if (double) throw inputError(`${name}: record ${double[0]} has one key twice: ${double[1]}`, 'rename one of the two');
  const keys = sql`SELECT _row, unnest(json_keys(json)) AS key, generate_subscripts(json_keys(json), 1) AS _at FROM ${objects}`;
  const rows = await allRows(source, sql`SELECT key FROM (${keys}) GROUP BY key ORDER BY min(_row), min(_at), key`);
  const names = rows.map(([key]) => key ?? '');
  if (names.length === 0) throw inputError(`${name}: holds no record`, OBJECTS);
  if (names.includes('')) throw inputError(`${name}: holds values without a name: the key ""`, 'give each a name');
  const twin = names.find((one, i) => names.findIndex((two) => two.toLowerCase() === one.toLowerCase()) < i);
  if (twin !== undefined) {
    throw inputError(`${name}: "${twin}" is also written in other letters`, 'rename one of the two');
  }
  if (rows.length === 1) await refuseEnvelope(source, objects, names);
  return names;
}

const OBJECTS = 'give a list of objects, or one object on each line';

/** `{"data": [{…}, {…}]}` is one record, and not what is meant. */
async function refuseEnvelope(
  source: Pick<DuckdbSource, 'name' | 'memory'>,
  objects: Sql,
  [key = '']: readonly string[],
): Promise<void> {
  const path = bound(`$.${JSON.stringify(key)}`);
  const [found] = await allRows(
    source,
    sql`SELECT 'list' FROM ${objects} WHERE json_type(json, ${path}) = 'ARRAY' LIMIT 1`,
  );
  if (!found) return;
  throw inputError(`${source.name}: the records are in a list under "${key}"`, `take it out: jq .${key}`);
}
