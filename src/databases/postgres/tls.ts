import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { didYouMean } from '../../config/nearest.ts';
import { inputError, UserError } from '../../errors.ts';

/** How safe a connection must be, in the words of PostgreSQL. */
const SSL_MODES = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
export type SslMode = (typeof SSL_MODES)[number];

/** What was asked: by the address, else by the environment; a server on a socket of this machine needs none. */
export function sslModeOf(name: string, asked: string | undefined, host: string): SslMode {
  if (asked === undefined) return host.startsWith('/') ? 'disable' : 'prefer';
  const known = SSL_MODES.find((mode) => mode === asked);
  if (known) return known;
  throw new UserError(`${name}: sslmode "${asked}" is unknown${didYouMean(asked, SSL_MODES)}`, {
    hint: `one of: ${SSL_MODES.join(', ')}`,
  });
}

/**
 * The options of TLS for a mode; false for none at all.
 *
 * Without an authority of one's own, `verify-…` trusts those that come with Node. As with `psql`, `require` checks the
 * certificate too where a root certificate is named.
 */
export function tlsOptions(mode: SslMode, rootCertificate: string | undefined): ConnectionOptions | false {
  if (mode === 'disable') return false;
  const own = rootCertificate === undefined || rootCertificate === 'system' ? undefined : certificate(rootCertificate);
  const verified = mode === 'verify-full' || mode === 'verify-ca' || (mode === 'require' && own !== undefined);
  return {
    rejectUnauthorized: verified,
    ...(own === undefined ? {} : { ca: own }),
    ...(mode === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
  };
}

function certificate(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw inputError(
      `${path}: the root certificate cannot be read (${(cause as NodeJS.ErrnoException).code})`,
      undefined,
      cause,
    );
  }
}
