import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeAtEnd } from '../remove-at-end.ts';

/** A folder of its own for what the run keeps, which goes with the run: also when a signal stops it. */
export function temporaryFolder(): string {
  const folder = join(tmpdir(), `border-stats-${randomBytes(8).toString('hex')}`);
  removeAtEnd(folder);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}
