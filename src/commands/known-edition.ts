import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Claim } from '../claims/claim.ts';
import { inputError } from '../errors.ts';
import { datedName } from '../source/dated-name.ts';
import type { FileFor } from './claim-evidence.ts';

interface Edition {
  readonly date: string;
  readonly path: string;
}

/** `--as-known`: the newest edition that is not after the claim, from a folder of dated ones, or the one file named. */
export async function knownEdition(place: string): Promise<FileFor> {
  const found = await stat(place).catch((cause: NodeJS.ErrnoException) => {
    throw inputError(
      `--as-known ${place}: ${cause.code === 'ENOENT' ? 'there is no such file or folder' : cause.code}`,
    );
  });
  if (!found.isDirectory()) return async (_, claim) => oneEdition(place, claim);
  const entries = await readdir(place, { withFileTypes: true });
  return async (path, claim) => {
    if (claim.asOf === null) return UNDATED;
    const kept = await keptEditions(place, path);
    if (kept.length > 0) return newest(kept, basename(path), place, claim.asOf);
    const editions: Edition[] = [];
    for (const entry of entries) {
      const dated = datedName(entry.name);
      if (!dated) continue;
      const inside = join(place, entry.name);
      if (!entry.isDirectory()) {
        if (sameName(dated.rest, basename(path))) editions.push({ date: dated.date, path: inside });
      } else if ((await readdir(inside)).includes(basename(path)))
        editions.push({ date: dated.date, path: join(inside, basename(path)) });
    }
    return newest(editions, basename(path), place, claim.asOf);
  };
}

/** Those that `build --vintages` keeps of a file: in a folder that has its path, or the end of it, as its own. */
async function keptEditions(place: string, path: string): Promise<Edition[]> {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const folders = parts.map((_, i) => join(place, ...parts.slice(i)));
  if (basename(place) === parts.at(-1)) folders.push(place);
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    const dated = names.flatMap((name) => {
      const date = datedName(name)?.date;
      return date === undefined ? [] : [{ date, path: join(folder, name) }];
    });
    if (dated.length > 0) return dated;
  }
  return [];
}

const UNDATED = 'the claim has no date: say as_of or published';

/** Editions of one export may be packed or not. */
const sameName = (rest: string, name: string): boolean => plain(rest) === plain(name);
const plain = (name: string): string => (datedName(name)?.rest ?? name).replace(/\.(?:gz|zst)$/i, '').toLowerCase();

function oneEdition(path: string, { asOf }: Claim): { path: string } | string {
  if (asOf === null) return UNDATED;
  const date = datedName(basename(path))?.date;
  return date !== undefined && date > asOf ? `${path} is of ${date}, after the claim of ${asOf}` : { path };
}

function newest(editions: readonly Edition[], name: string, place: string, asOf: string): { path: string } | string {
  const sorted = [...editions].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const [first] = sorted;
  if (!first) return `${place} holds no dated edition of ${name}`;
  const last = sorted.filter(({ date }) => date <= asOf).at(-1);
  if (!last) return `${place} holds no edition of ${name} from ${asOf} or before: the first is of ${first.date}`;
  const twin = sorted.find(({ date, path }) => date === last.date && path !== last.path);
  return twin ? `${place} holds two editions of ${name} from ${last.date}` : { path: last.path };
}
