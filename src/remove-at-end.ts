import { rmSync } from 'node:fs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const paths = new Set<string>();

/** Has a temporary file or folder removed when the program ends, also by a signal; calling what it gives calls that off. */
export function removeAtEnd(path: string): () => void {
  if (paths.size === 0) {
    process.on('exit', removeAll);
    for (const signal of SIGNALS) process.prependListener(signal, endBy);
  }
  paths.add(path);
  return () => {
    paths.delete(path);
    if (paths.size === 0) letGo();
  };
}

function removeAll(): void {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
  paths.clear();
}

/** The signal does what it does to a program that does not listen, which a shell script needs to know, unless others listen. */
function endBy(signal: NodeJS.Signals): void {
  removeAll();
  letGo();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function letGo(): void {
  process.off('exit', removeAll);
  for (const signal of SIGNALS) process.off(signal, endBy);
}
