import { inputError, type UserError } from '../../errors.ts';
import type { Address } from './address.ts';

/** The code of what a server reports, with its words; null where it is no report of a server. */
function serverReport(error: unknown): { code: number; text: string } | null {
  if (!(error instanceof Error)) return null;
  const [, code, text] = /Code: (\d+)\b[.,]?\s*([\s\S]*)/.exec(error.message) ?? [];
  const own = 'code' in error && /^\d+$/.test(String(error.code)) ? Number(error.code) : null;
  return own !== null || code !== undefined
    ? { code: own ?? Number(code), text: plainWords(text ?? error.message) }
    : null;
}

/** A report in one line, without the names of the server's own classes. */
const plainWords = (text: string): string =>
  text
    .replace(/e\.displayText\(\) = |DB::(?:Net)?Exception: |, e\.what\(\) = [\s\S]*$|\(version [^)]*\)[\s\S]*$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);

type Told = readonly [what: string, hint: string];

const LOGIN = 'set BORDER_STATS_CLICKHOUSE_USER and BORDER_STATS_CLICKHOUSE_PASSWORD, or BORDER_STATS_CREDENTIALS';
const SHARD = 'no figure is given where a part of the data did not answer: try again when all shards are up';
const WRONG_LOGIN: Told = ['the server knows no such user, or the password is wrong', LOGIN];
const LOST_SHARD: Told = ['a shard of the cluster was lost', SHARD];
const TOO_SLOW: Told = [
  'the query was given up by the server because it took too long',
  'ask less at once: --from, --where',
];
const TOO_MUCH: Told = [
  'a limit of the server on what a query may read was reached',
  'ask less at once, or have it raised',
];
const NO_MEMORY: Told = [
  'the server had not enough memory for the query',
  'ask for fewer groups: --every, --by, --where',
];
const NO_RIGHT: Told = ['the user may not do this', 'have it granted, or use another user'];
const STOPPED: Told = ['the query was stopped on the server', 'somebody ended it: try again'];

/** What the codes of a server mean to whoever asked. */
const REPORTS: Readonly<Record<number, Told>> = {
  ...among([192, 193, 194, 516], WRONG_LOGIN),
  ...among([32, 198, 209, 210, 279, 519], LOST_SHARD),
  ...among([159, 160], TOO_SLOW),
  ...among([158, 191, 307, 396], TOO_MUCH),
  ...among([173, 241], NO_MEMORY),
  ...among([164, 291, 392, 497], NO_RIGHT),
  394: STOPPED,
};

function among(codes: readonly number[], told: Told): Record<number, Told> {
  return Object.fromEntries(codes.map((code) => [code, told]));
}

/** What failed, in words for whoever asked; never holds a secret, as reports of servers hold none. */
export function clickhouseFailure(address: Address, error: unknown): UserError | null {
  const report = serverReport(error);
  if (report) {
    const [what, hint] = REPORTS[report.code] ?? ['the server refuses the query', undefined];
    const shard = REPORTS[report.code] === LOST_SHARD ? /\(?([\w.-]+:\d+)\)?/.exec(report.text)?.[1] : undefined;
    const where = shard === undefined ? '' : `, ${shard}`;
    return inputError(`${address.name}: ${what}${where} (code ${report.code}: ${report.text})`, hint, error);
  }
  const code = networkCode(error);
  if (code === null) return null;
  const where = `${address.host}:${address.port}`;
  const [what, hint] = NETWORK.find(([pattern]) => pattern.test(code))?.slice(1) ?? [];
  return what
    ? inputError(`${address.name}: ${(what as string).replace('%', where)} (${code})`, hint as string, error)
    : null;
}

const UP = 'check the address, and that the server is up and reachable from here';
const NETWORK: readonly (readonly [RegExp, string, string])[] = [
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/, 'the server at % cannot be reached', UP],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'there is no host of the name in %', UP],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, 'the connection to % was lost', UP],
  [/^(EPROTO|ERR_SSL.*)$/, '% does not speak TLS', 'clickhouse:// asks without it, on port 8123'],
  [
    /CERT|SIGNATURE|SELF_SIGNED/,
    'the certificate of % is not trusted',
    'name that of its authority: BORDER_STATS_CLICKHOUSE_CA=ca.pem',
  ],
];

/** The system's code of an error of the connection; null where it is none. */
function networkCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string' && !/^\d+$/.test(code)) return code;
  if (/socket hang up|aborted/i.test(error.message)) return 'ECONNRESET';
  const [first] = error instanceof AggregateError ? error.errors : [error.cause];
  return first === undefined ? null : networkCode(first);
}

/** True where the connection was lost or could not be made, so that asking again may help. */
export const isLost = (error: unknown): boolean =>
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(networkCode(error) ?? '');
