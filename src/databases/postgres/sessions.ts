import type { Target } from './connect.ts';
import { Session } from './session.ts';

/** One for each login of this run: all tables that it reads are of one moment. */
const sessions = new Map<string, Session>();

export function sessionOf(target: Target): Session {
  const { name: _, ...connection } = target;
  const id = JSON.stringify(connection);
  const known = sessions.get(id) ?? new Session(target);
  sessions.set(id, known);
  return known;
}

/** Ends them all; what is read afterwards is of another moment. */
export async function endSessions(): Promise<void> {
  const all = [...sessions.values()];
  sessions.clear();
  for (const session of all) await session.end();
}
