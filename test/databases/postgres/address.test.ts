import { describe, expect, it } from 'vitest';
import { serverAddress } from '../../../src/databases/postgres/address.ts';
import { tableNamed } from '../../../src/databases/postgres/catalog.ts';
import { SETTINGS, targetOf } from '../../../src/databases/postgres/connect.ts';

const address = (text: string) => serverAddress(text, SETTINGS);

describe('an address', () => {
  it('names host, port, user, database and table', () => {
    expect(address('postgres://reader@db.example:6543/records/public.crossings?sslmode=require')).toEqual({
      name: 'postgres://reader@db.example:6543/records/public.crossings',
      host: 'db.example',
      port: 6543,
      user: 'reader',
      path: ['records', 'public.crossings'],
      settings: { sslmode: 'require' },
    });
    expect(address('postgres://[::1]/records/crossings')).toMatchObject({ host: '::1', port: null, user: null });
    expect(address('postgres://%2Frun%2Fpostgresql/r/t')).toMatchObject({ host: '/run/postgresql', path: ['r', 't'] });
    expect(address('postgresql:///r/t')).toMatchObject({ host: '', path: ['r', 't'] });
  });

  it('names the table with or without its schema', () => {
    const named = (path: string) => tableNamed(address(`postgres://h/${path}`));
    expect(named('r/crossings')).toEqual({ schema: null, table: 'crossings' });
    expect(named('r/trade.by%20month')).toEqual({ schema: 'trade', table: 'by month' });
    expect(named('r/trade/v1.2')).toEqual({ schema: 'trade', table: 'v1.2' });
    for (const path of ['', 'r', 'r/', '/t', 'r/s/t/u', 'r/s/']) expect(() => named(path)).toThrow('names no table');
  });

  it('holds no password, and an error about it does not either', () => {
    for (const text of [
      'postgres://reader:geheim@h/r/t',
      'postgres://reader:ge/heim@h/r/t',
      'postgres://reader:ge@heim@h/r/t',
      'postgres://:geheim@h/r/t',
      'postgres://h/r/t?password=geheim',
      'postgres://h/r/t?sslpassword=geheim',
    ]) {
      let message = '';
      try {
        address(text);
      } catch (error) {
        message = (error as Error).message;
      }
      expect(message, text).toMatch(/password/);
      expect(message, text).not.toMatch(/heim/);
    }
  });

  it('refuses what it does not know', () => {
    expect(() => address('postgres://h/r/t?sslmod=require')).toThrow('no setting "sslmod"; did you mean "sslmode"?');
    expect(() => address('postgres://h:99999/r/t')).toThrow('is no address');
    expect(() => address('postgres://h:x/r/t')).toThrow('is no address');
    expect(() => address('postgres://h/r/100%')).toThrow('"%" is not followed by two digits');
  });

  it('has settings of known values', async () => {
    const target = (settings: string) => targetOf(address(`postgres://h/r/t?${settings}`), {});
    await expect(target('sslmode=requir')).rejects.toThrow('did you mean "require"?');
    await expect(target('timeout=soon')).rejects.toThrow('timeout "soon" is no number');
  });
});

describe('the target of an address', () => {
  const env = {
    PGHOST: 'elsewhere',
    PGPORT: '7000',
    PGUSER: 'analyst',
    PGSSLMODE: 'verify-full',
    PGSSLROOTCERT: 'a.crt',
  };

  it('takes from the environment what the address leaves open', async () => {
    expect(await targetOf(address('postgres:///r/t'), env)).toMatchObject({
      login: { host: 'elsewhere', port: 7000, database: 'r', user: 'analyst' },
      mode: 'verify-full',
      rootCertificate: 'a.crt',
    });
    const told = address('postgres://me@here:1/r/t?sslmode=require&sslrootcert=b.crt&connect_timeout=3&timeout=0');
    expect(await targetOf(told, env)).toMatchObject({
      login: { host: 'here', port: 1, database: 'r', user: 'me' },
      mode: 'require',
      rootCertificate: 'b.crt',
      connectTimeout: 3,
      statementTimeout: 0,
    });
  });

  it('asks for TLS where it can be had, and for none on a socket', async () => {
    expect((await targetOf(address('postgres://h/r/t'), {})).mode).toBe('prefer');
    expect((await targetOf(address('postgres://%2Frun/r/t'), {})).mode).toBe('disable');
  });
});
