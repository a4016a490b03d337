import { statSync } from 'node:fs';
import * as v from 'valibot';
import { checked } from '../config/checked.ts';
import { readYaml } from '../config/read-yaml.ts';
import { inputError } from '../errors.ts';

/** A message about a text would quote what stands in its place: a password of digits that is written without quotes. */
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const text = v.custom<string>(isText, 'is to be text, in quotes where it is a number');
const Entry = v.strictObject({ user: v.optional(text), password: v.optional(text), ca: v.optional(text) });
const CredentialsFile = v.record(v.string(), Entry);

/** The names and values of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the file that `BORDER_STATS_CREDENTIALS` names says of a server, under `host:port` or `host`. */
export async function credentialsIn(
  { BORDER_STATS_CREDENTIALS: file }: Environment,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<v.InferOutput<typeof Entry>> {
  if (!file) return {};
  refuseShared(file);
  const entries = checked(CredentialsFile, await readYaml(file), 'write host:port, and below it user and password');
  return entries[`${host}:${port}`] ?? entries[host] ?? {};
}

/** A file of passwords is not one where others can read it. */
export function refuseShared(file: string): void {
  const status = statSync(file, { throwIfNoEntry: false });
  if (!status || (status.mode & 0o077) === 0 || process.platform === 'win32') return;
  throw inputError(`${file}: holds credentials and can be read by others`, `chmod 600 ${file}`);
}
