import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { serverAddress } from '../../../src/databases/postgres/address.ts';
import { targetOf } from '../../../src/databases/postgres/connect.ts';
import { passwordOf } from '../../../src/databases/postgres/login.ts';
import { passwordIn } from '../../../src/databases/postgres/passfile.ts';

const login = { host: 'db.example', port: 5432, database: 'records', user: 'reader' };

describe('a file of passwords', () => {
  it.for([
    ['db.example:5432:records:reader:geheim', 'geheim'],
    ['# db.example:5432:records:reader:no\n\n*:*:*:*:any\n', 'any'],
    ['other:5432:records:reader:no\r\ndb.example:*:records:reader:yes\r\ndb.example:*:*:*:later', 'yes'],
    ['db.example:5432:records:reader:a\\:b\\\\c', 'a:b\\c'],
    ['db.example:5432:records:reader:', ''],
    ['db.example:5432:records:reader', null],
    ['db.example:5433:*:*:x', null],
    ['', null],
  ] as const)('is read line by line: %j', ([text, password]) => {
    expect(passwordIn(text, login)).toBe(password);
  });

  it('may hold escaped colons in its other fields', () => {
    expect(passwordIn('\\:\\:1:5432:*:*:six', { ...login, host: '::1' })).toBe('six');
  });
});

describe('the password of a login', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passwords-'));
  const file = join(folder, 'pgpass');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is that of the environment, else that of the file', async () => {
    writeFileSync(file, '*:*:*:reader:from the file\n', { mode: 0o600 });
    expect(await passwordOf('x', login, { PGPASSWORD: 'told', PGPASSFILE: file })).toBe('told');
    expect(await passwordOf('x', login, { PGPASSFILE: file })).toBe('from the file');
  });

  it('is that of the file of credentials for all servers, where it is of the same user', async () => {
    const credentials = join(folder, 'credentials.yaml');
    writeFileSync(credentials, 'db.example:5432: { user: reader, password: shared, ca: a.pem }\n', { mode: 0o600 });
    const env = { BORDER_STATS_CREDENTIALS: credentials, PGPASSFILE: file };
    expect(await passwordOf('x', login, env)).toBe('shared');
    await expect(passwordOf('x', { ...login, user: 'other' }, env)).rejects.toThrow('a password of "other"');
    const target = await targetOf(serverAddress('postgres://db.example/records/t', []), env);
    expect(target).toMatchObject({ login: { user: 'reader' }, rootCertificate: 'a.pem' });
  });

  it('is not read from a file that others can read', async () => {
    chmodSync(file, 0o644);
    await expect(passwordOf('x', login, { PGPASSFILE: file })).rejects.toThrow(
      'holds credentials and can be read by others',
    );
  });

  it('is asked for in words where there is none', async () => {
    const env = { PGPASSFILE: join(folder, 'none') };
    await expect(passwordOf('postgres://x', login, env)).rejects.toThrow(
      'postgres://x: the server asks for a password of "reader", and there is none',
    );
  });
});
