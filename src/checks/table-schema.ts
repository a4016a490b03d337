import * as v from 'valibot';
import { checked } from '../config/checked.ts';
import type { ConfigFile } from '../config/yaml-file.ts';
import { type Note, warning } from '../note.ts';
import { type CellRule, type CellType, NO_RULES, type Rules } from '../source/rules.ts';

const limit = v.pipe(v.union([v.number(), v.string()]), v.transform(String));
const names = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((one) => (typeof one === 'string' ? [one] : one)),
);

const Constraints = v.looseObject({
  required: v.optional(v.boolean(), false),
  unique: v.optional(v.boolean(), false),
  minimum: v.optional(limit),
  maximum: v.optional(limit),
  exclusiveMinimum: v.optional(limit),
  exclusiveMaximum: v.optional(limit),
  enum: v.optional(v.array(v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String)))),
  pattern: v.optional(v.string()),
  minLength: v.optional(v.number()),
  maxLength: v.optional(v.number()),
});

const Field = v.looseObject({
  name: v.string(),
  type: v.optional(v.string(), 'any'),
  format: v.optional(v.string(), 'default'),
  constraints: v.optional(Constraints, { required: false, unique: false }),
});

const Schema = v.looseObject({
  fields: v.array(Field),
  missingValues: v.optional(v.array(v.string()), ['']),
  primaryKey: v.optional(names, []),
  uniqueKeys: v.optional(v.array(names), []),
});

const TYPES: Readonly<Record<string, CellType | null>> = {
  ...{ string: 'text', number: 'number', integer: 'integer', boolean: 'boolean', date: 'date' },
  ...{ yearmonth: 'month', year: 'year', any: null },
};

/** True for a Frictionless Table Schema, which has fields. */
export const isTableSchema = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'fields' in value;

/** A Frictionless Table Schema as rules, with what of it is not checked here. */
export function tableSchemaRules(written: ConfigFile, name: string): { rules: Rules; notes: readonly Note[] } {
  const { fields, missingValues, primaryKey, uniqueKeys } = checked(Schema, written, 'see the Table Schema standard');
  const cells = fields.map((field): [string, CellRule] => [field.name, cellRule(field, primaryKey)]);
  const alone = fields.filter(({ constraints }) => constraints.unique).map((field) => [field.name]);
  const rules: Rules = {
    ...NO_RULES,
    name,
    columns: fields.map((field) => field.name),
    cells: Object.fromEntries(cells),
    unique: distinct([...(primaryKey.length > 0 ? [primaryKey] : []), ...uniqueKeys, ...alone]),
    nulls: missingValues,
  };
  const left = unchecked(written.value as Record<string, unknown>, fields);
  return { rules, notes: left.length === 0 ? [] : [warning(`${name}: not checked: ${left.join(', ')}`)] };
}

const distinct = (keys: readonly string[][]): string[][] => [
  ...new Map(keys.map((key) => [JSON.stringify(key), key])).values(),
];

type FieldOf = v.InferOutput<typeof Field>;

function cellRule({ name, type, constraints }: FieldOf, primaryKey: readonly string[]): CellRule {
  return {
    type: TYPES[type] ?? undefined,
    required: constraints.required || primaryKey.includes(name),
    min: constraints.minimum,
    max: constraints.maximum,
    above: constraints.exclusiveMinimum,
    below: constraints.exclusiveMaximum,
    in: constraints.enum,
    pattern: constraints.pattern,
    minLength: constraints.minLength,
    maxLength: constraints.maxLength,
  };
}

const CHECKED = Object.keys(Constraints.entries);

/** What the schema asks beyond what is looked at. */
function unchecked(schema: Record<string, unknown>, fields: readonly FieldOf[]): string[] {
  const found = fields.flatMap(({ name, type, format, constraints }) => [
    ...(type in TYPES ? [] : [`type ${type} of ${name}`]),
    ...(format === 'default' || format === 'any' ? [] : [`format ${format} of ${name}`]),
    ...Object.keys(constraints).flatMap((key) => (CHECKED.includes(key) ? [] : [`${key} of ${name}`])),
  ]);
  return [...found, ...['foreignKeys', 'fieldsMatch'].filter((key) => key in schema)];
}
