import { didYouMean } from '../../config/nearest.ts';
import { UserError } from '../../errors.ts';

/** Where a table lies on a server, as an address says it: `postgres://reader@host:5432/db/table?sslmode=require`. */
export interface ServerAddress {
  /** The address as it is shown: without settings. */
  readonly name: string;
  /** Empty where the address names none, as in `postgres:///db/table`. */
  readonly host: string;
  readonly port: number | null;
  readonly user: string | null;
  /** The parts of its path, decoded: the database, what may stand between, the table. */
  readonly path: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
}

const ADDRESS = /^([a-z]+):\/\/(?:([^@/?#:]*)@)?(\[[^\]@]*\]|[^/?#:@[]*)(?::(\d{0,5}))?(\/[^?#@]*)?(?:\?([^#]*))?$/s;

/** Reads an address whose query may hold `known` settings; a password in it is refused and never shown. */
export function serverAddress(text: string, known: readonly string[]): ServerAddress {
  const shown = text.replace(/\?.*$/s, '');
  const parts = ADDRESS.exec(text);
  if (!parts || Number(parts[4] ?? 0) > 65535) throw noAddress(text);
  const [, , login, host = '', port = '', path = '', query = ''] = parts;
  const settings: Record<string, string> = {};
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const [name = '', ...value] = pair.split('=').map((part) => decoded(part, shown));
    if (/pass/i.test(name)) throw passwordShown(shown);
    if (!known.includes(name)) {
      const hint = `the settings of an address are: ${known.join(', ')}`;
      throw new UserError(`${shown}: there is no setting "${name}"${didYouMean(name, known)}`, { hint });
    }
    settings[name] = value.join('=');
  }
  return {
    name: shown,
    host: decoded(host.replace(/^\[|\]$/g, ''), shown),
    port: port === '' ? null : Number(port),
    user: login ? decoded(login, shown) : null,
    path: path
      .split('/')
      .slice(1)
      .map((part) => decoded(part, shown)),
    settings,
  };
}

function decoded(part: string, shown: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new UserError(`${shown}: "%" is not followed by two digits`, { hint: 'write % itself as %25', cause });
  }
}

/** What is not understood may hold a password, so it is not shown. */
function noAddress(text: string): UserError {
  const start = /^[a-z]+:\/\//.exec(text)?.[0] ?? '';
  if (text.includes('@')) return passwordShown(`${start}…`);
  return new UserError(`${start}…: is no address`, { hint: `write it as ${start}host:port/database/table` });
}

const passwordShown = (shown: string): UserError =>
  new UserError(`${shown}: a password does not belong into an address, where others can read it`, {
    hint: 'leave it out: PGPASSWORD, ~/.pgpass or a file that BORDER_STATS_CREDENTIALS names gives it',
  });
