import type { Target } from './connect.ts';
import { Session } from './session.ts';

const sessions = new Map<string, Session>();

/** One for each login of a run, so that all tables that it opens are of one moment; another where that is lost. */
export function sessionOf(target: Target): Session {
  const { name: _, ...connection } = target;
  const id = JSON.stringify(connection);
  const known = sessions.get(id);
  if (known && !known.isLost) return known;
  const made = new Session(target);
  sessions.set(id, made);
  return made;
}

/** Ends them all; what is read afterwards is of another moment. */
export async function endSessions(): Promise<void> {
  const all = [...sessions.values()];
  sessions.clear();
  for (const session of all) await session.end();
}
