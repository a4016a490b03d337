import * as v from 'valibot';

const Figure = v.strictObject({ id: v.string(), value: v.string() });

/** Null for a file that holds no records, such as a profile. */
const Count = v.nullable(v.number());

/** `rejects` are the records and cells that could not be read, by the output that reads most of them. */
const Input = v.strictObject({
  path: v.string(),
  bytes: v.number(),
  sha256: v.string(),
  records: Count,
  rejects: Count,
});

const Output = v.strictObject({
  file: v.string(),
  run: v.array(v.string()),
  made_from: v.string(),
  inputs: v.array(v.strictObject({ path: v.string(), records: Count, rejects: Count })),
  bytes: v.number(),
  sha256: v.string(),
  /** Files that its command line has written beside it. */
  besides: v.optional(v.array(v.strictObject({ file: v.string(), bytes: v.number(), sha256: v.string() }))),
  profile: v.string(),
  warnings: v.array(v.string()),
  figures: v.array(Figure),
});

/** The version of the shape below: it changes only when a field is renamed or removed. */
const SCHEMA = 'border-stats/manifest@1';

const ManifestFile = v.strictObject({
  schema: v.literal(SCHEMA),
  program: v.string(),
  config: v.string(),
  inputs: v.array(Input),
  outputs: v.array(Output),
});

/** An input as it lay when the outputs were made. */
export type ManifestInput = v.InferOutput<typeof Input>;

/** An output, what it was made from, and its headline figures. */
export type ManifestOutput = v.InferOutput<typeof Output>;

export const besidesOf = ({ besides = [] }: Pick<ManifestOutput, 'besides'>) => besides;

/** All files that an output is. */
export const filesOf = ({ file, sha256, besides = [] }: ManifestOutput) => [{ file, sha256 }, ...besides];

/** What was built, by which program, from which bytes: no time, no path that is not the project's own. */
export type Manifest = Omit<v.InferOutput<typeof ManifestFile>, 'schema'>;

export const manifestText = (manifest: Manifest): string =>
  `${JSON.stringify({ schema: SCHEMA, ...manifest }, null, 2)}\n`;

/** Reads a manifest; null for a text that is none of this version, after which all is built anew. */
export function readManifest(written: string): Manifest | null {
  try {
    const result = v.safeParse(ManifestFile, JSON.parse(written));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
