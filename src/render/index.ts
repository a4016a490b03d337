import type { Renderer } from './render.ts';

/** Every format with its renderer, loaded when it is asked for. */
export const RENDERERS = {
  table: () => import('./table.ts'),
  csv: () => import('./csv.ts'),
  tsv: () => import('./tsv.ts'),
  json: () => import('./json.ts'),
  ndjson: () => import('./ndjson.ts'),
  md: () => import('./md.ts'),
  junit: () => import('./junit.ts'),
} as const satisfies Record<string, () => Promise<{ default: Renderer }>>;

export type Format = keyof typeof RENDERERS;

/** Formats that only a command which names them can give. */
const SPECIAL: readonly Format[] = ['junit'];

/** The formats that every command gives. */
export const FORMATS = (Object.keys(RENDERERS) as Format[]).filter((format) => !SPECIAL.includes(format));

/** File endings that mean a format. */
const ENDINGS: Readonly<Record<string, Format>> = { txt: 'table', markdown: 'md', jsonl: 'ndjson', xml: 'junit' };

/** The format that a file's name asks for, of those that a command gives; undefined where it names none. */
export function formatOf(path: string, formats: readonly Format[]): Format | undefined {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return formats.find((format) => format === (ENDINGS[ending] ?? ending));
}
