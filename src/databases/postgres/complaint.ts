import { inputError, UserError } from '../../errors.ts';
import type { Target } from './connect.ts';

/** What the driver or the server says has gone wrong. */
interface Failure {
  readonly message: string;
  readonly code?: string;
}

/** True where the server itself says what is wrong: its codes have five letters or digits. */
export const isReport = (failure: unknown): boolean => /^[0-9A-Z]{5}$/.test((failure as Failure).code ?? '');

/** True where another attempt may succeed: nobody answered, the line broke, or the server is about to be ready. */
export function isPassing(failure: unknown): boolean {
  const { code = '', message = '' } = failure as Failure;
  return LOST.has(code) || code.startsWith('08') || message.startsWith('Connection terminated');
}

const LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', '57P02', '57P03', '53300']);

/** What the server says by its codes, and what to do about it. */
const SAID: Readonly<Record<string, readonly [message: string, hint?: string]>> = {
  '28P01': [
    'the server refuses the user or the password',
    'check the user in the address, and PGPASSWORD or ~/.pgpass',
  ],
  '28000': ['the server refuses the login', 'it may want another user, or TLS: ?sslmode=require'],
  '42501': ['the user may not read it', 'have its owner grant select to the user'],
  '53100': ['the disk of the server is full', 'ask for fewer columns with --by, or for a coarser period'],
  '53200': ['the server ran out of memory', 'ask for fewer columns with --by, or for a coarser period'],
  '53300': ['the server has no connection left', 'try again later'],
  '53400': ['a limit of the server was met', 'ask for fewer columns with --by, or for a coarser period'],
  '57014': ['the query was stopped on the server', 'where it takes too long: ?timeout=SECONDS, 0 for no limit'],
  '57P01': ['the server ended the connection', 'an administrator did so, or the server is shutting down'],
  '57P02': ['the server has broken down', 'try again once it is up'],
  '57P03': ['the server is not ready', 'try again once it is up'],
};

/** What Node says of a network, by its codes. */
const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection was lost',
  EPIPE: 'the connection was lost',
  ETIMEDOUT: 'nobody answers there',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ENOENT: 'there is no such socket',
};

/** A failure of the connection or of a query, as an error that says what to do; a bug stays one. */
export function complaint({ name, login }: Pick<Target, 'name' | 'login'>, failure: unknown): unknown {
  if (failure instanceof UserError || !(failure instanceof Error)) return failure;
  const { code = '', message } = failure as Failure;
  const told = (text: string, hint?: string) => inputError(`${name}: ${text}`, hint, failure);
  const said = SAID[code];
  if (said) return told(`${said[0]} (${message})`, said[1]);
  const network = NETWORK[code];
  if (network) return told(`${network} (${code})`, `check host and port: ${login.host}:${login.port}`);
  if (isCertificate(failure))
    return told(`the certificate of the server is not trusted (${message})`, CERTIFICATE_HINT);
  if (message === 'timeout expired')
    return told('the server does not answer in time', 'raise ?connect_timeout=SECONDS');
  if (message.startsWith('Connection terminated')) return told('the connection was lost', 'run it again');
  if (/SSL/.test(message)) return told('the server offers no TLS', 'leave sslmode out where that is safe');
  if (isReport(failure)) return told(`the server says: ${message} (${code})`);
  if (failure.constructor === Error) return told(`cannot be asked (${message})`);
  return failure;
}

const CERTIFICATE_HINT = 'name its authority: ?sslrootcert=FILE, and the host as the certificate does';

const isCertificate = (failure: Failure): boolean => /CERT|SIGNATURE|ISSUER|ALTNAME/.test(failure.code ?? '');
