import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const folders: string[] = [];

/** A folder of its own for what the run keeps, which goes with the run: also when a signal stops it. */
export function temporaryFolder(): string {
  if (folders.length === 0) leaveNothing();
  const folder = mkdtempSync(join(tmpdir(), 'border-stats-'));
  folders.push(folder);
  return folder;
}

function leaveNothing(): void {
  process.once('exit', removeFolders);
  for (const signal of STOPPING) process.prependOnceListener(signal, () => stop(signal));
}

/** Removes all, and lets the signal do what it does to a program that does not listen, unless others listen. */
function stop(signal: NodeJS.Signals): void {
  removeFolders();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
